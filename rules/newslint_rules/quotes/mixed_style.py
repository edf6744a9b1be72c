"""Straight and curly marks in one article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newslint import Document, Finding, Rule, Span
from newslint_rules.quotes._doubt import replace

_STOPS = frozenset(",.;:)")
_STRAIGHT = "\"'"
_SINGLE = "single"
_CURLY = "“”„‟‘’‚‛"
_KINDS = {**dict.fromkeys('"“”„‟', "double"), **dict.fromkeys("'‘’‚‛", _SINGLE)}


@dataclass(frozen=True)
class MixedStyle(Rule):
    """A straight mark where the article uses curly ones, or the other way round.

    Double marks, single marks and apostrophes are judged apart, each against its own kind: the style with fewer marks
    is reported, straight marks on a tie. Single marks that are all straight are reported where everything else in
    the article, at least three marks, is curly.

    Why: a change of style within an article shows where text was pasted in, and copy desks settle on one.
    Instead: use the style of the rest of the article.
    """

    id = "quotes.mixed-style"
    severity = "info"
    bad = (
        '“We won,” she said. “We didn’t expect it,” he said. [["]]Nobody did,[["]] they said.',
        "It isn’t over, and it won’t be soon. The club doesn[[']]t comment.",
        '"We won," she said. "It isn\'t a dream," he said. [[“]]Nobody slept,[[”]] they said.',
        "“We won,” she said. It isn’t a dream. The [[']]miracle team[[']] flies home.",
    )
    good = (
        "“We won,” she said. “We didn’t expect it,” he said. “Nobody did,” they said.",
        '"We won," she said. "We didn\'t expect it," he said.',
        "The bishop’s book tells of the Kyivan Rus', of its princes’ wars and of its people’s faith.",
        "The pole is 6' 2\" long. “We measured it,” she said. “Twice.”",
        "“We won,” she said. “They shouted ‘again’ and ‘encore’,” he said.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if not (any(map(text.__contains__, _STRAIGHT)) and any(map(text.__contains__, _CURLY))):
            return
        kinds = _by_kind(document)
        for kind, marks in kinds.items():
            odd, usual = _divided(marks)
            if not usual and kind == _SINGLE:
                others = [mark for other, theirs in kinds.items() if other != kind for mark in theirs]
                stands_alone = odd[0].is_straight and len(others) >= 3 and not any(mark.is_straight for mark in others)
                odd, usual = (odd, others) if stands_alone else ([], [])
            if not usual:
                continue
            style = "straight" if odd and odd[0].is_straight else "curly"
            for mark in odd:
                expected = _usual_glyph(mark, usual)
                yield self.finding(
                    mark.span,
                    f"{mark.glyph} is {style} where the article uses {usual[0].glyph}",
                    evidence=[(usual[0].span, f"one of {len(usual)} in the other style; {len(odd)} in this one")],
                    fix=replace(f"turn {mark.glyph} into {expected}", mark.span, expected),
                )


class _Mark(NamedTuple):
    span: Span
    role: str
    glyph: str
    is_straight: bool


def _by_kind(document: Document) -> dict[str, list[_Mark]]:
    kinds: dict[str, list[_Mark]] = {}
    for mark in document.quote_marks:
        glyph = document.text_of(mark.span)
        kind = "apostrophe" if mark.role == "apostrophe" else _KINDS.get(glyph)
        if kind == "apostrophe" and _ends_name(document, mark.span):
            continue
        if kind and mark.role not in ("prime", "orphan") and mark.problem in (None, "stray-space", "run-on-paragraphs"):
            role = "open" if mark.role == "reopen" else mark.role
            kinds.setdefault(kind, []).append(_Mark(mark.span, role, glyph, glyph in _STRAIGHT))
    return kinds


def _ends_name(document: Document, apostrophe: Span) -> bool:
    """Whether a stop follows: then it is no possessive but part of a transliterated name, as in Kyivan Rus'."""
    end = document.clean_range(apostrophe)[1]
    return document.text[end : end + 1] in _STOPS


def _divided(marks: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """The marks of the rarer style and those of the usual one; all are rare where there is one style only."""
    straight = [mark for mark in marks if mark.is_straight]
    curly = [mark for mark in marks if not mark.is_straight]
    if not straight or not curly:
        return marks, []
    return (straight, curly) if len(straight) <= len(curly) else (curly, straight)


def _usual_glyph(mark: _Mark, usual: list[_Mark]) -> str | None:
    glyphs = Counter(
        other.glyph for other in usual if other.role == mark.role and _KINDS[other.glyph] == _KINDS[mark.glyph]
    )
    return max(glyphs, key=glyphs.__getitem__, default=None)
