"""Who opens and who closes: the least-cost reading of the quotation marks of a text.

Most marks of news are apostrophes between letters and pairs that balance; both are read in one pass. Only paragraphs
in which something does not fit are read again, by the lattice.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newslint.analysis.quote_assembly import Assembly
from newslint.analysis.quote_conventions import (
    APOSTROPHES,
    FAMILY,
    SINGLES,
    Convention,
    convention_for,
    guess_by_letters,
)
from newslint.analysis.quote_costs import (
    APOSTROPHE,
    CLOSE,
    OPEN,
    PRIME,
    WRONG_APOSTROPHE_GLYPH,
    Reading,
    is_reversed,
    leading_cost,
    plain_role,
    weigh,
)
from newslint.analysis.quote_lattice import Break, Chosen, Step, read
from newslint.analysis.quote_marks import WORD, Candidate, Paragraph, find
from newslint.model import Outline, Quotation, QuoteMark, Span

_STRAIGHT = frozenset("\"'")
_SURE: dict[Reading, Chosen] = {
    reading: Chosen(reading, 1.0) for reading in (OPEN, CLOSE, APOSTROPHE, PRIME, WRONG_APOSTROPHE_GLYPH)
}


@dataclass(frozen=True, slots=True)
class Parse:
    """Marks and quotations in the order of the text; their spans count in the clean text."""

    marks: tuple[QuoteMark, ...]
    quotations: tuple[Quotation, ...]


def parse(text: str, blocks: Sequence[Outline], language: str | None) -> Parse:
    """Read the quotation marks inside the blocks of a text, in time linear in its length."""
    paragraphs, apostrophes = find(text, blocks)
    marks = [QuoteMark(Span(at, at + 1), "apostrophe") for at in apostrophes]
    if not paragraphs:
        return Parse(tuple(marks), ())
    told = language or guess_by_letters(text)
    convention = _convention(paragraphs, told, "«" in text, "«" not in text and text.count("»") == 1)
    assembly = Assembly(text, convention)
    for paragraph, chosen in zip(paragraphs, _read(text, paragraphs, convention), strict=True):
        assembly.add(paragraph, chosen)
    return Parse(tuple(sorted(marks + assembly.marks(), key=_place)), assembly.quotations())


def _place(mark: QuoteMark) -> Span:
    return mark.span


def _convention(
    paragraphs: Sequence[Paragraph], language: str | None, opens_guillemets: bool, has_lone_guillemet: bool
) -> Convention:
    opening: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            if mark.glyph in _STRAIGHT or mark.glyph in SINGLES:
                continue
            if has_lone_guillemet and mark.glyph == "»" and mark.leads:
                continue  # goes on with a quotation from before the text, as in Spanish, if it is no arrow
            if mark.left in " (-" and mark.right == "w":
                opening[mark.glyph] += 1
            elif mark.left in "w)" and mark.right in " )-" and not (mark.glyph == "«" and mark.right == " "):
                closing[mark.glyph] += 1
            elif mark.glyph == "«" and mark.right == " ":
                opening["« "] += 1
            elif mark.glyph == "»" and mark.left == " " and opens_guillemets:  # else it parts items
                closing["» "] += 1
    return convention_for(language, opening, closing)


# -- reading


def _read(text: str, paragraphs: Sequence[Paragraph], convention: Convention) -> list[list[Chosen]]:
    """The reading of every mark, by paragraph."""
    plain = [_plain(text, paragraph, convention) for paragraph in paragraphs]
    readings: list[list[Chosen]] = []
    while len(readings) < len(plain):
        first = len(readings)
        easy = plain[first]
        if easy is not None:
            readings.append(easy)
            continue
        end = first + 1
        while end < len(plain) and _may_continue(paragraphs, plain, end):
            end += 1
        readings += _read_together(text, paragraphs[first:end], convention)
    return readings


def _may_continue(paragraphs: Sequence[Paragraph], plain: Sequence[list[Chosen] | None], index: int) -> bool:
    """Whether a quotation of the paragraph before may go on in this one."""
    follows = paragraphs[index].number == paragraphs[index - 1].number + 1
    return follows and (plain[index] is None or paragraphs[index].marks[0].leads)


def _plain(text: str, paragraph: Paragraph, convention: Convention) -> list[Chosen] | None:
    """The reading that costs nothing; None if something does not fit."""
    readings = []
    stack = ""
    for mark in paragraph.marks:
        glyph = mark.glyph
        if glyph in SINGLES and mark.left == WORD:
            if mark.right == WORD:
                sure = _between_letters(text, mark, convention)
            else:
                sure = _possessive(text, mark, stack, convention)
            if sure:
                readings.append(sure)
                continue
        role = plain_role(mark, convention)
        if role == "open" and not (stack and FAMILY[stack[-1]] == FAMILY[glyph]):
            if glyph in SINGLES and leading_cost(text, mark, paragraph.end, convention) is not None:
                return None
            stack += glyph
            readings.append(_SURE[OPEN])
        elif role == "close" and stack and glyph in convention.closers[stack[-1]]:
            stack = stack[:-1]
            readings.append(_SURE[CLOSE])
        else:
            return None
    return None if stack else readings


def _between_letters(text: str, mark: Candidate, convention: Convention) -> Chosen | None:
    """The reading of a single mark between words: an apostrophe or a prime that no other mark has a say in."""
    at = mark.at
    if not (text[at - 1].isalnum() and text[mark.end].isalnum()):
        return None  # the neighbours are those of a run of marks
    if mark.glyph in APOSTROPHES:
        return _SURE[PRIME if text[at - 1].isdigit() and text[at + 1].isdigit() else APOSTROPHE]
    return _SURE[WRONG_APOSTROPHE_GLYPH] if is_reversed(text, at, convention) else None


def _possessive(text: str, mark: Candidate, stack: str, convention: Convention) -> Chosen | None:
    """The ministers’ plan, where no single quotation is open that the mark could close."""
    if mark.glyph not in APOSTROPHES or not SINGLES.isdisjoint(stack):
        return None
    return _SURE[APOSTROPHE] if text[mark.at - 1] in convention.possessive else None


def _read_together(text: str, paragraphs: Sequence[Paragraph], convention: Convention) -> list[list[Chosen]]:
    """The least-cost reading of paragraphs through which a quotation may go on."""
    steps: list[Step] = []
    sure = [
        [
            _between_letters(text, mark, convention)
            if mark.left == mark.right == WORD and mark.glyph in SINGLES
            else None
            for mark in paragraph.marks
        ]
        for paragraph in paragraphs
    ]
    for index, (paragraph, known) in enumerate(zip(paragraphs, sure, strict=True)):
        steps += [
            weigh(text, mark, paragraph.start, paragraph.end, convention)
            for mark, reading in zip(paragraph.marks, known, strict=True)
            if reading is None
        ]
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        leader = following.marks[0] if following and following.marks[0].leads else None
        steps.append(Break(FAMILY[leader.glyph] if leader else "", following is None))
    chosen = iter(read(steps, convention))
    readings = []
    for known in sure:
        readings.append([reading or next(chosen) for reading in known])
        next(chosen)  # the break
    return readings
