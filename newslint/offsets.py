"""From the clean text that rules read back to the source that a person edits, and from positions to lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
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
    """A piecewise map between clean text and source. Pieces must come in the order of the source."""

    __slots__ = ("_clean", "_clean_length", "_source_ends", "_source_starts")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._clean: list[int] = []
        self._source_starts: list[int] = []
        self._source_ends: list[int] = []
        position = 0
        for piece in pieces:
            if not piece.text:
                continue
            self._clean.append(position)
            self._source_starts.append(piece.source_start)
            self._source_ends.append(piece.source_end)
            position += len(piece.text)
        self._clean_length = position

    def to_source(self, start: int, end: int) -> Span:
        """The source span of the clean text `start:end`."""
        if not self._clean:
            return Span(0, 0)
        first = self._edge(start, at_end=False)
        return Span(first, max(first, self._edge(end, at_end=True)) if end > start else first)

    def to_clean(self, span: Span) -> tuple[int, int]:
        """The clean range of a source span; an edge inside markup moves to the text after it."""
        if not self._clean:
            return 0, 0
        # Stretches that stand for no source (the break between two blocks) belong to neither neighbour.
        start = self._inside(bisect_right(self._source_starts, span.start) - 1, span.start)
        end = self._inside(bisect_left(self._source_starts, span.end) - 1, span.end)
        return start, max(start, end)

    def _inside(self, index: int, offset: int) -> int:
        if index < 0:
            return 0
        if offset >= self._source_ends[index]:
            return self._clean_end(index)
        if not self._is_verbatim(index):
            return self._clean[index]
        return self._clean[index] + offset - self._source_starts[index]

    def _edge(self, position: int, *, at_end: bool) -> int:
        index = max(0, bisect_right(self._clean, position - 1 if at_end else position) - 1)
        if self._is_verbatim(index):
            return self._source_starts[index] + position - self._clean[index]
        return self._source_ends[index] if at_end else self._source_starts[index]

    def _clean_end(self, index: int) -> int:
        return self._clean[index + 1] if index + 1 < len(self._clean) else self._clean_length

    def _is_verbatim(self, index: int) -> bool:
        length = self._clean_end(index) - self._clean[index]
        return length == self._source_ends[index] - self._source_starts[index]


@dataclass(frozen=True)
class Position:
    """A place as people count it: line and column both from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Lines:
    """The lines of a source, split at \\n, \\r\\n and \\r only."""

    source: str = field(repr=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", (0, *(m.end() for m in _LINE_BREAK.finditer(self.source))))

    def position(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def text(self, line: int) -> str:
        """The line with this number (from 1), without its line break."""
        end = self.starts[line] if line < len(self.starts) else len(self.source)
        return self.source[self.starts[line - 1] : end].rstrip("\r\n")
