"""From the clean text that rules read back to the source that a person edits, and from positions to lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newslint.model import Span

# str.splitlines() would also split at \x0b, \x0c, \x85 and others, which no editor counts as lines.
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Piece(NamedTuple):
    """A stretch of clean text and the source it came from.

    Where both have the same length they correspond character by character; otherwise (an entity, collapsed
    white space) the whole piece stands for the whole source stretch.
    """

    text: str
    source_start: int
    source_end: int


class OffsetMap:
    """A piecewise map between clean text and source. Pieces must come in the order of the source.

    An edge of a range that stands between two pieces (in markup, or in the break between two blocks) moves inwards.
    """

    __slots__ = ("_clean_ends", "_clean_starts", "_source_ends", "_source_starts")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._clean_starts: list[int] = []
        self._clean_ends: list[int] = []
        self._source_starts: list[int] = []
        self._source_ends: list[int] = []
        end = 0
        for text, source_start, source_end in pieces:
            start, end = end, end + len(text)
            if start == end or source_start == source_end:
                continue  # what stands for no source belongs to neither neighbour
            if self._continues(start, end, source_start, source_end):
                self._clean_ends[-1] = end
                self._source_ends[-1] = source_end
            else:
                self._clean_starts.append(start)
                self._clean_ends.append(end)
                self._source_starts.append(source_start)
                self._source_ends.append(source_end)

    def to_source(self, start: int, end: int) -> Span:
        """The source span of the clean text `start:end`; an empty one at its start if there is no text in that."""
        return Span(*_project(start, end, self._clean_starts, self._clean_ends, self._source_starts, self._source_ends))

    def to_clean(self, span: Span) -> tuple[int, int]:
        """The clean range of a source span; an empty one at its start if there is no text in that."""
        return _project(*span, self._source_starts, self._source_ends, self._clean_starts, self._clean_ends)

    def _continues(self, start: int, end: int, source_start: int, source_end: int) -> bool:
        """Whether a piece and the one before it correspond character by character as one."""
        return (
            bool(self._clean_ends)
            and self._clean_ends[-1] == start
            and self._source_ends[-1] == source_start
            and end - start == source_end - source_start
            and start - self._clean_starts[-1] == source_start - self._source_starts[-1]
        )


def _project(
    start: int, end: int, starts: list[int], ends: list[int], to_starts: list[int], to_ends: list[int]
) -> tuple[int, int]:
    """A range in terms of the stretches `starts:ends`, in terms of those that they correspond to."""
    if not starts:
        return 0, 0
    first = bisect_right(ends, start)  # the first stretch that ends after the start
    last = bisect_left(starts, end) - 1  # the last one that begins before the end
    if first == len(starts):
        return to_ends[-1], to_ends[-1]
    is_verbatim = ends[first] - starts[first] == to_ends[first] - to_starts[first]
    new_start = to_starts[first] + (max(0, start - starts[first]) if is_verbatim else 0)
    if last < first:
        return new_start, new_start
    is_verbatim = ends[last] - starts[last] == to_ends[last] - to_starts[last]
    new_end = to_ends[last] - (max(0, ends[last] - end) if is_verbatim else 0)
    return new_start, max(new_start, new_end)


class Position(NamedTuple):
    """A place as people count it: line and column both from 1, the column in code points."""

    line: int
    column: int


class Lines:
    """The lines of a source, split at \\n, \\r\\n and \\r only."""

    __slots__ = ("_source", "_starts")

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(source))]

    def position(self, offset: int) -> Position:
        """The place of a source offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def text(self, line: int) -> str:
        """The line with this number (from 1), without its line break."""
        end = self._starts[line] if line < len(self._starts) else len(self._source)
        return self._source[self._starts[line - 1] : end].rstrip("\r\n")
