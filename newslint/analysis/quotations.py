"""Who opens and who closes: the least-cost reading of the quotation marks of a text.

Most marks of news are apostrophes between letters and pairs that balance; both are read in one pass. Only paragraphs
in which something does not fit are read again, by the lattice.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newslint.analysis.quote_conventions import (
    APOSTROPHES,
    FAMILY,
    GLYPHS,
    KIND,
    MINOR,
    SINGLES,
    Convention,
    convention_for,
    guess_by_letters,
)
from newslint.analysis.quote_lattice import Break, Chosen, Step, read
from newslint.analysis.quote_marks import (
    APOSTROPHE,
    CLOSE,
    OPEN,
    PRIME,
    WORD,
    WRONG_APOSTROPHE_GLYPH,
    Candidate,
    Reading,
    is_reversed,
    leading_cost,
    neighbour_class,
    plain_role,
    spaces_around,
    weigh,
)
from newslint.model import Outline, Quotation, QuoteMark, Span

_STRAIGHT = frozenset("\"'")
_BULLETS = " \t-–—•*·>" + GLYPHS
_LONGEST_LEAD = 6
_CODE = re.compile(r"(?<![`A-Za-z0-9])`[^`\n]{1,200}`(?![`A-Za-z0-9])")
_ACCENT = re.compile(r"(?<=[^\W\d_])[´`](?=(?:s|t|d|m|re|ve|ll)\b)")
_SPACED_STOP = re.compile(r"\s[,;](?!\w)")
_TWINS = {"''": '"', "’’": "”", "‘‘": "“", "``": "“"}
_TWIN = re.compile("|".join(f"(?<!{glyph}){glyph}{{2,3}}(?!{glyph})" for glyph in "'’‘`"))
_STOPS = frozenset(",;")
_SURE: dict[Reading, Chosen] = {
    reading: Chosen(reading, 1.0) for reading in (OPEN, CLOSE, APOSTROPHE, PRIME, WRONG_APOSTROPHE_GLYPH)
}


@dataclass(frozen=True, slots=True)
class Parse:
    """Marks and quotations in the order of the text; their spans count in the clean text."""

    marks: tuple[QuoteMark, ...]
    quotations: tuple[Quotation, ...]


class _Paragraph(NamedTuple):
    """A block and the marks in it. number: its place among all blocks."""

    number: int
    start: int
    end: int
    marks: list[Candidate]


def parse(text: str, blocks: Sequence[Outline], language: str | None) -> Parse:
    """Read the quotation marks inside the blocks of a text, in time linear in its length."""
    places = _places(text)
    if not places:
        return Parse((), ())
    paragraphs = _paragraphs(text, blocks, places)
    convention = _convention(paragraphs, language or guess_by_letters(text), "«" in text)
    assembly = _Assembly(text, convention)
    for paragraph, chosen in zip(paragraphs, _read(text, paragraphs, convention), strict=True):
        assembly.add(paragraph, chosen)
    return assembly.result()


def _places(text: str) -> list[Span]:
    """Where the marks stand, in order; none of them in inline code."""
    found = [Span(place, place + 1) for glyph in ("\"'" if text.isascii() else GLYPHS) for place in _all(text, glyph)]
    if "´" in text or "`" in text:
        found += [Span(*match.span()) for match in _ACCENT.finditer(text)]
    found.sort()
    if twins := _twins(text):
        inside = {place for twin in twins for place in range(*twin)}
        found = sorted([*twins, *(place for place in found if place.start not in inside)])
    if "`" in text and (code := [match.span() for match in _CODE.finditer(text)]):
        starts = [start for start, _ in code]
        found = [
            place
            for place in found
            if (after := bisect_right(starts, place.start)) == 0 or code[after - 1][1] <= place.start
        ]
    return found


def _all(text: str, glyph: str) -> Iterator[int]:
    # str.find runs at the speed of memory; a regex over a set of characters is ten times slower.
    at = text.find(glyph)
    while at >= 0:
        yield at
        at = text.find(glyph, at + 1)


def _twins(text: str) -> list[Span]:
    """Single marks typed in pairs for double ones; a text that does so does it more than once."""
    if not any(twin in text for twin in _TWINS):
        return []
    found = []
    for match in _TWIN.finditer(text):
        start, end = match.span()
        # Of three, two are the outer mark: ‘‘‘Never,’ he said,’’ she told us.
        opens = text[end : end + 1].isalnum()
        found.append(Span(start, start + 2) if opens else Span(end - 2, end))
    return found if len(found) > 1 else []


def _paragraphs(text: str, blocks: Sequence[Outline], places: Sequence[Span]) -> list[_Paragraph]:
    paragraphs = []
    index = 0
    for number, block in enumerate(blocks):
        while index < len(places) and places[index].start < block.start:
            index += 1
        first = index
        while index < len(places) and places[index].end <= block.end:
            index += 1
        if first < index:
            marks = _candidates(text, block.start, block.end, places[first:index])
            paragraphs.append(_Paragraph(number, block.start, block.end, marks))
    return paragraphs


def _candidates(text: str, start: int, end: int, places: Sequence[Span]) -> list[Candidate]:
    marks: list[Candidate] = []
    run_end = -1
    left = right = ""
    for index, (at, mark_end) in enumerate(places):
        if at >= run_end:
            run_end = _run_end(places, index)
            left = neighbour_class(text[at - 1] if at > start else "")
            right = neighbour_class(text[run_end] if run_end < end else "")
        leads = at - start <= _LONGEST_LEAD and not text[start:at].strip(_BULLETS)
        glyph = text[at] if mark_end == at + 1 else _TWINS[text[at:mark_end]]
        marks.append(Candidate(at, mark_end, glyph, left, right, leads))
    return marks


def _run_end(places: Sequence[Span], index: int) -> int:
    """Where the marks end that stand without a gap from this one on."""
    last = index + 1
    while last < len(places) and places[last].start == places[last - 1].end:
        last += 1
    return places[last - 1].end


def _convention(paragraphs: Sequence[_Paragraph], language: str | None, opens_guillemets: bool) -> Convention:
    opening: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            if mark.glyph in _STRAIGHT or mark.glyph in SINGLES:
                continue
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


def _read(text: str, paragraphs: Sequence[_Paragraph], convention: Convention) -> list[list[Chosen]]:
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


def _may_continue(paragraphs: Sequence[_Paragraph], plain: Sequence[list[Chosen] | None], index: int) -> bool:
    """Whether a quotation of the paragraph before may go on in this one."""
    follows = paragraphs[index].number == paragraphs[index - 1].number + 1
    return follows and (plain[index] is None or paragraphs[index].marks[0].leads)


def _plain(text: str, paragraph: _Paragraph, convention: Convention) -> list[Chosen] | None:
    """The reading that costs nothing; None if something does not fit."""
    readings = []
    stack = ""
    for mark in paragraph.marks:
        glyph = mark.glyph
        if glyph in SINGLES and (
            (sure := _between_letters(text, mark, convention)) or (sure := _possessive(text, mark, stack, convention))
        ):
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
    """The reading of an apostrophe or a prime that no other mark has a say in."""
    at = mark.at
    if mark.glyph not in SINGLES or mark.left != WORD or mark.right != WORD:
        return None
    if not (text[at - 1].isalnum() and text[mark.end].isalnum()):
        return None  # the neighbours are those of a run of marks
    if mark.glyph in APOSTROPHES:
        return _SURE[PRIME if text[at - 1].isdigit() and text[at + 1].isdigit() else APOSTROPHE]
    return _SURE[WRONG_APOSTROPHE_GLYPH] if is_reversed(text, at, convention) else None


def _possessive(text: str, mark: Candidate, stack: str, convention: Convention) -> Chosen | None:
    """The ministers’ plan, where no single quotation is open that the mark could close."""
    if mark.left != WORD or mark.right == WORD or mark.glyph not in APOSTROPHES or not SINGLES.isdisjoint(stack):
        return None
    return _SURE[APOSTROPHE] if text[mark.at - 1] in convention.possessive else None


def _read_together(text: str, paragraphs: Sequence[_Paragraph], convention: Convention) -> list[list[Chosen]]:
    """The least-cost reading of paragraphs through which a quotation may go on."""
    steps: list[Step] = []
    sure = [[_between_letters(text, mark, convention) for mark in paragraph.marks] for paragraph in paragraphs]
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


# -- what comes of it


class _Assembly:
    """Joins marks to pairs and quotations, and says how each error would be mended."""

    def __init__(self, text: str, convention: Convention) -> None:
        self._text = text
        self._convention = convention
        self._marks: list[QuoteMark] = []
        self._quotations: list[Quotation] = []
        self._open: list[int] = []  # places in _marks, outermost first

    def add(self, paragraph: _Paragraph, readings: Sequence[Chosen]) -> None:
        for candidate, ((role, problem), confidence) in zip(paragraph.marks, readings, strict=True):
            mark = QuoteMark(Span(candidate.at, candidate.end), role, problem, None, None, None, confidence)
            if role == "open":
                self._open.append(len(self._marks))
            elif role == "close":
                mark = self._closed(mark, paragraph)
            elif role == "orphan" or problem == "unclosed":
                self._add_broken(mark, paragraph)
            self._marks.append(self._mended(mark, paragraph) if mark.problem else mark)

    def result(self) -> Parse:
        for index in self._open:
            self._marks[index] = self._marks[index]._replace(role="orphan", problem="unclosed")
        self._quotations.sort(key=_place)
        return Parse(tuple(self._marks), tuple(self._quotations))

    def _closed(self, mark: QuoteMark, paragraph: _Paragraph) -> QuoteMark:
        if not self._open:
            self._add_broken(mark, paragraph)
            return mark._replace(role="orphan", problem="unopened")
        index = self._open.pop()
        opener = _joined(self._marks[index], mark.span)
        mark = _joined(mark, opener.span)
        if mark.problem == "mismatched-pair" and opener.problem is None and self._is_rarer(opener, mark):
            opener = opener._replace(problem=mark.problem, confidence=mark.confidence)
            opener, mark = self._mended(opener, paragraph), mark._replace(problem=None, confidence=1.0)
        self._marks[index] = opener
        self._quotations.append(
            Quotation(
                opener.span,
                mark.span,
                Span(opener.span.start, mark.span.end),
                len(self._open) + 1,
                KIND[self._glyph(opener.span)],
                min(opener.confidence, mark.confidence),
            )
        )
        if mark.problem is None and (stop := self._space_before_stop(mark, paragraph)):
            return mark._replace(problem="stray-space", place=stop)
        return mark

    def _add_broken(self, mark: QuoteMark, paragraph: _Paragraph) -> None:
        opens = mark.problem == "unclosed" or (mark.problem == "doubled" and mark.span.start == paragraph.start)
        first = mark
        if mark.role == "reopen" and self._open:
            first = self._marks[self._open.pop()]
        if mark.problem == "doubled":
            return
        span = Span(first.span.start, paragraph.end) if opens else Span(paragraph.start, mark.span.end)
        self._quotations.append(
            Quotation(
                first.span if opens else None,
                None if opens else mark.span,
                span,
                len(self._open) + 1,
                KIND[self._glyph(mark.span)],
                mark.confidence,
            )
        )

    def _is_rarer(self, opener: QuoteMark, closer: QuoteMark) -> bool:
        """Whether the opening mark of a pair that does not match is the odd one in this text."""
        first, second = self._glyph(opener.span), self._glyph(closer.span)
        if (first in MINOR) != (second in MINOR):
            return first in MINOR
        return self._text.count(first) < self._text.count(second)

    def _glyph(self, span: Span) -> str:
        return _TWINS.get(self._text[span.start : span.end]) or self._text[span.start]

    # -- mending

    def _mended(self, mark: QuoteMark, paragraph: _Paragraph) -> QuoteMark:
        glyph = self._glyph(mark.span)
        match mark.problem:
            case "wrong-direction" | "mismatched-pair":
                return mark._replace(place=mark.span, expected=self._right_glyph(mark))
            case "reversed-apostrophe":
                return mark._replace(place=mark.span, expected="’")
            case "doubled":
                return mark._replace(place=mark.span, expected="")
            case "stray-space" if mark.place:
                return mark._replace(expected="")
            case "stray-space":
                opens = mark.role != "close"
                inner = spaces_around(self._text, mark.span, paragraph.start, paragraph.end, before=not opens)
                if inner[0] < inner[1]:
                    return mark._replace(place=Span(*inner), expected="")
                return mark._replace(place=mark.span, expected=f" {glyph}" if opens else f"{glyph} ")
        return mark

    def _right_glyph(self, mark: QuoteMark) -> str:
        openers, closers = self._convention.openers, self._convention.closers
        glyph = self._glyph(mark.span)
        if mark.role != "close":
            closer = self._glyph(mark.partner) if mark.partner and mark.problem == "mismatched-pair" else glyph
            return openers.get(closer, closer)
        if mark.partner is None:
            return glyph
        opener = self._glyph(mark.partner)
        opener = opener if opener in closers else openers.get(opener, opener)
        return closers.get(opener, glyph)[0]

    def _space_before_stop(self, mark: QuoteMark, paragraph: _Paragraph) -> Span | None:
        """The space in “so” , he said."""
        end = mark.span.end
        if self._text[end + 1 : end + 2] not in _STOPS or not _SPACED_STOP.match(self._text, end, paragraph.end):
            return None
        if self._convention.spaced and self._text[end + 1] == ";":
            return None
        return Span(end, end + 1)


def _joined(mark: QuoteMark, partner: Span) -> QuoteMark:
    # _replace does the same at three times the cost, and this is done for every quotation.
    return QuoteMark(mark.span, mark.role, mark.problem, partner, mark.place, mark.expected, mark.confidence)


def _place(quotation: Quotation) -> Span:
    return quotation.span
