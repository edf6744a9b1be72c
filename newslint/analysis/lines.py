"""Text as lines, with hard-wrapped lines put together to the paragraphs they were cut from."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

BYTE_ORDER_MARK = "\ufeff"

LIST_MARKER = re.compile(
    r"""(?: (?P<bullet>[-*+•‣▪◦·●○■►✓✔➤])
          | \(? (?P<number>\d{1,2}) [.)]
          | \(? (?P<letter>[A-Za-z]) [.)]
        ) \s+ (?=[^\s*•=-])  # "* * *" is a rule""",
    re.VERBOSE,
)

# Closing marks and the numbers of notes may follow: 'He left.”', "He left.[3]".
_STOPS = ".!?…。！？।۔؟"
_SENTENCE_END = re.compile(rf"[{_STOPS}][\"'”’»)\]]*(?:\s?\[\d{{1,3}}\]){{0,5}}\Z")
_LONGEST_SENTENCE_END = 30

# Mail programs, wires and editors fill lines to a width between these; shorter lines are verse or lists.
_NARROWEST, _WIDEST = 50, 100
# Not everybody fills greedily: a line may end this share of the width before its next word would have fitted.
_SLACK = 8
# A stretch of lines with fewer full ones than this says too little; the whole text is asked.
_ENOUGH = 3


class Line(NamedTuple):
    """A line, or the lines of one hard-wrapped paragraph: `text` is `source[start:end]`, stripped and not empty.

    gap: a blank line, or the beginning of the text, stands before it. indent: characters of white space before it.
    """

    start: int
    end: int
    text: str
    gap: bool
    indent: int


def read(text: str) -> list[Line]:
    """The lines of a text that hold more than white space, after undoing hard wrapping.

    Lines end at \\n, \\r\\n and \\r only. A byte order mark at the start is white space.
    """
    lines = _split(text)
    stretches = list(_stretches(lines))
    evidence = [_evidence(stretch) for stretch in stretches]
    if not any(seen.full for seen in evidence):
        return lines
    return [_as_one(text, paragraph) for paragraph in _unwrap(stretches, evidence)]


def ends_sentence(text: str) -> bool:
    """Whether a line ends in a full stop or another mark that ends sentences; quotes, brackets and notes may follow."""
    last = text[-1]
    if last in _STOPS or last.isalnum():
        return last in _STOPS
    return _SENTENCE_END.search(text, max(0, len(text) - _LONGEST_SENTENCE_END)) is not None


def _as_one(text: str, lines: Sequence[Line]) -> Line:
    first, last = lines[0], lines[-1]
    return first if first is last else first._replace(end=last.end, text=text[first.start : last.end])


def _split(text: str) -> list[Line]:
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # of the same length: positions hold
    if text.startswith(BYTE_ORDER_MARK):
        text = " " + text[1:]
    lines = []
    position, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = 0 if raw[0] == stripped[0] else len(raw) - len(raw.lstrip())
            start = position + indent
            # Made in the short way, at half the cost.
            lines.append(tuple.__new__(Line, (start, start + len(stripped), stripped, gap, indent)))
        gap = not stripped
        position += len(raw) + 1
    return lines


class _Wrapping(NamedTuple):
    """What pairs of neighbouring lines say about hard wrapping.

    full: pairs whose first line had no room for the first word of the second. cut: those of them that cut a
    sentence. lower: those of them that go on without a capital.
    """

    pairs: int
    full: int
    cut: int
    lower: int

    @property
    def is_likely(self) -> bool:
        # In wrapped English prose nine full lines of ten cut a sentence, and four of five go on in lower case.
        return self.full * 2 > self.pairs and self.cut * 3 >= self.full * 2 and self.lower * 3 >= self.full


_NOTHING = _Wrapping(0, 0, 0, 0)


def _unwrap(stretches: Sequence[Sequence[Line]], evidence: Sequence[_Wrapping]) -> Iterator[Sequence[Line]]:
    """The lines of each paragraph."""
    whole = _Wrapping(*map(sum, zip(_NOTHING, *evidence, strict=True)))
    whole_width = max(
        (_width(stretch) for stretch, seen in zip(stretches, evidence, strict=True) if seen.full), default=0
    )
    for stretch, seen in zip(stretches, evidence, strict=True):
        alone = seen.full >= _ENOUGH
        if seen.full and (seen if alone else whole).is_likely:
            yield from _paragraphs(stretch, _width(stretch) if alone else whole_width)
        else:
            yield from ([line] for line in stretch)


def _stretches(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between blank lines."""
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap:
            yield lines[first:index]
            first = index


def _width(stretch: Sequence[Line]) -> int:
    return max(len(line.text) for line in stretch)


def _evidence(stretch: Sequence[Line]) -> _Wrapping:
    if len(stretch) == 1 or not _NARROWEST <= (width := _width(stretch)) <= _WIDEST:
        return _NOTHING
    full = [(one, two) for one, two in pairwise(stretch) if _is_full(one, two, width)]
    cut = [two for one, two in full if not ends_sentence(one.text) and not LIST_MARKER.match(two.text)]
    return _Wrapping(len(stretch) - 1, len(full), len(cut), sum(_is_small(two.text[0]) for two in cut))


def _is_full(line: Line, following: Line, width: int) -> bool:
    word = len(following.text.split(None, 1)[0])
    return len(line.text) + 1 + word > width - width // _SLACK


def _paragraphs(stretch: Sequence[Line], width: int) -> Iterator[Sequence[Line]]:
    first = 0
    for index in range(1, len(stretch) + 1):
        if index == len(stretch) or not _goes_on(stretch[index - 1], stretch[index], width):
            yield stretch[first:index]
            first = index


def _goes_on(line: Line, following: Line, width: int) -> bool:
    marker = LIST_MARKER.match(line.text)
    if LIST_MARKER.match(following.text) or (following.indent > line.indent and not marker):
        return False
    if _is_full(line, following, width):
        return True
    return _is_small(following.text[0]) and not ends_sentence(line.text)


def _is_small(char: str) -> bool:
    """A letter, and no capital: also those of scripts that have none."""
    return char.isalpha() and not char.isupper()
