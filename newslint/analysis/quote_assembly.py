"""From the readings of marks to pairs and quotations, and how each error would be mended."""

import re
from collections.abc import Sequence
from functools import cached_property

from newslint.analysis.quote_conventions import KIND, MINOR, Convention
from newslint.analysis.quote_lattice import DOUBTED, Chosen
from newslint.analysis.quote_marks import TWINS, Paragraph, spaces_around
from newslint.model import Quotation, QuoteMark, Span

_SPACED_STOP = re.compile(r"\s[,;](?!\w)")
_STOPS = frozenset(",;")


class Assembly:
    """Takes the paragraphs of a text in their order; `marks()` and `quotations()` are what they came to."""

    def __init__(self, text: str, convention: Convention) -> None:
        self._text = text
        self._convention = convention
        self._marks: list[QuoteMark] = []
        self._quotations: list[Quotation] = []
        self._open: list[int] = []  # places in _marks, outermost first

    def add(self, paragraph: Paragraph, readings: Sequence[Chosen]) -> None:
        """Take the marks of the next paragraph, with the reading of each."""
        for candidate, ((role, problem), confidence) in zip(paragraph.marks, readings, strict=True):
            span = Span(candidate.at, candidate.end)
            if role == "apostrophe" and not problem:
                self._marks.append(QuoteMark(span, role))
                continue
            mark = tuple.__new__(QuoteMark, (span, role, problem, None, None, None, confidence))
            if role == "open":
                self._open.append(len(self._marks))
            elif role == "close":
                mark = self._closed(mark, paragraph)
            elif problem == "run-on-paragraphs" and self._open:
                mark = _joined(mark, self._marks[self._open[-1]].span)
            elif problem in ("unclosed", "unopened"):
                self._add_broken(mark, paragraph)
            self._marks.append(self._mended(mark, paragraph) if mark.problem else mark)

    def marks(self) -> list[QuoteMark]:
        for index in self._open:  # given up by the lattice
            self._marks[index] = self._marks[index]._replace(role="orphan", problem="unclosed", confidence=DOUBTED)
        return self._marks

    def quotations(self) -> tuple[Quotation, ...]:
        return tuple(sorted(self._quotations, key=_place))

    def _closed(self, mark: QuoteMark, paragraph: Paragraph) -> QuoteMark:
        if not self._open:
            orphan = mark._replace(role="orphan", problem="unopened")
            self._add_broken(orphan, paragraph)
            return orphan
        index = self._open.pop()
        opener = _joined(self._marks[index], mark.span)
        mark = _joined(mark, opener.span)
        if mark.problem == "mismatched-pair" and opener.problem is None and self._is_rarer(opener, mark):
            opener = opener._replace(problem=mark.problem, confidence=mark.confidence)
            opener, mark = self._mended(opener, paragraph), mark._replace(problem=None, confidence=1.0)
        self._marks[index] = opener
        span = Span(opener.span.start, mark.span.end)
        confidence = min(opener.confidence, mark.confidence)
        kind = KIND[self._glyph(opener.span)]
        self._quotations.append(Quotation(opener.span, mark.span, span, len(self._open) + 1, kind, confidence))
        if mark.problem is None and (stop := self._space_before_stop(mark, paragraph)):
            return mark._replace(problem="stray-space", place=stop)
        return mark

    def _add_broken(self, mark: QuoteMark, paragraph: Paragraph) -> None:
        kind = KIND[self._glyph(mark.span)]
        if mark.problem == "unopened":
            span = Span(paragraph.start, mark.span.end)
            broken = Quotation(None, mark.span, span, len(self._open) + 1, kind, mark.confidence)
        else:
            opener = self._marks[self._open.pop()] if mark.role == "reopen" and self._open else mark
            span = Span(opener.span.start, paragraph.end)
            broken = Quotation(opener.span, None, span, len(self._open) + 1, kind, mark.confidence)
        self._quotations.append(broken)

    def _is_rarer(self, opener: QuoteMark, closer: QuoteMark) -> bool:
        """Whether the opening mark of a pair that does not match is the odd one in this text."""
        first, second = self._glyph(opener.span), self._glyph(closer.span)
        if (first in MINOR) != (second in MINOR):
            return first in MINOR
        return self._counts[first] < self._counts[second]

    @cached_property
    def _counts(self) -> dict[str, int]:
        return {glyph: self._text.count(glyph) for glyph in KIND}

    def _glyph(self, span: Span) -> str:
        return TWINS.get(self._text[span.start : span.end]) or self._text[span.start]

    # -- mending

    def _mended(self, mark: QuoteMark, paragraph: Paragraph) -> QuoteMark:
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

    def _space_before_stop(self, mark: QuoteMark, paragraph: Paragraph) -> Span | None:
        """The space in “so” , he said."""
        end = mark.span.end
        if self._text[end + 1 : end + 2] not in _STOPS or not _SPACED_STOP.match(self._text, end, paragraph.end):
            return None
        if self._convention.spaced and self._text[end + 1] == ";":
            return None
        return Span(end, end + 1)


def _joined(mark: QuoteMark, partner: Span) -> QuoteMark:
    # _replace does the same at six times the cost, and this is done for every quotation.
    span, role, problem, _, place, expected, confidence = mark
    return tuple.__new__(QuoteMark, (span, role, problem, partner, place, expected, confidence))


def _place(quotation: Quotation) -> Span:
    return quotation.span
