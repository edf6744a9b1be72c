"""Builds the clean text of a document, block by block, while its source is read."""

from newslint.document import Document
from newslint.model import BlockKind, Comment, Outline, Region, Span
from newslint.offsets import OffsetMap, Piece

_BLOCK_BREAK = "\n\n"
_WORD_BREAK, _LINE_BREAK, _CELL_BREAK = _SEPARATORS = (" ", "\n", "\t")  # the last one wins where two meet

# A site's name stands in its furniture and is often marked up as a first heading of its own.
_NO_TITLE_IN = ("nav", "aside", "footer")


class TextBuilder:
    """Takes text in the order of the source and gives blocks of clean text with the way back to the source.

    Positions are code points of the source. White space at the edges of a block is dropped, and so is a block
    that holds nothing else.
    """

    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.outline: list[Outline] = []
        self._links: list[Span] = []
        self._pieces: list[Piece] = []
        self._length = 0  # of the clean text up to the open block
        self._block: list[Piece] = []
        self._block_length = 0
        self._pending: Piece | None = None
        self._link: Span | None = None
        self._has_title = False

    # -- inside a block

    @property
    def block_is_empty(self) -> bool:
        return not self._block

    @property
    def block_length(self) -> int:
        """Code points of clean text in the open block so far."""
        return self._block_length

    @property
    def length(self) -> int:
        """Code points of clean text so far."""
        return self._length + self._block_length

    @property
    def source_end(self) -> int:
        """Where the last closed block ends in the source."""
        return self._pieces[-1].source_end if self._pieces else 0

    @property
    def is_after_line_break(self) -> bool:
        return self._pending is not None and self._pending.text == _LINE_BREAK

    def text(self, text: str, start: int, end: int, *, link: bool = False) -> None:
        """Add text that stands at `start:end`. link: it belongs to a link, which lasts until `end_link`."""
        if self._pending:
            self._add(self._pending)
            self._pending = None
        self._add(Piece(text, start, end))
        if link and not text.isspace():
            self._link = Span(self._link.start if self._link else start, end)

    def space(self, start: int, end: int) -> None:
        """Add white space that shows as one space, if text of this block stands on both sides of it."""
        self._pend(_WORD_BREAK, start, end)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break, if text of this block stands on both sides of it."""
        self._pend(_LINE_BREAK, start, end)

    def cell_break(self, at: int) -> None:
        """Keep two cells of a table row apart, if both have text."""
        self._pend(_CELL_BREAK, at, at)

    def end_link(self) -> None:
        if self._link:
            self._links.append(self._link)
            self._link = None

    def _add(self, piece: Piece) -> None:
        self._block.append(piece)
        self._block_length += len(piece.text)

    def _pend(self, text: str, start: int, end: int) -> None:
        if self._block and (not self._pending or _SEPARATORS.index(self._pending.text) < _SEPARATORS.index(text)):
            self._pending = Piece(text, start, end)

    # -- blocks

    def end_block(self, kind: BlockKind, level: int = 0, region: Region = "") -> None:
        """Close the open block. The first heading of level 1 becomes the title."""
        self.end_link()
        self._pending = None
        text = "".join(piece.text for piece in self._block)
        if text.strip():
            self._append(kind, level, region, len(text) - len(text.lstrip()), len(text.rstrip()))
        self._block.clear()
        self._block_length = 0

    def _append(self, kind: BlockKind, level: int, region: Region, start: int, end: int) -> None:
        if kind == "heading" and level == 1 and not self._has_title and region not in _NO_TITLE_IN:
            kind = "title"
            self._has_title = True
        if self._pieces:
            self._pieces.append(Piece(_BLOCK_BREAK, self.source_end, self.source_end))
            self._length += len(_BLOCK_BREAK)
        self.outline.append(Outline(kind, self._length + start, self._length + end, level, marked=True, region=region))
        self._pieces.extend(self._block)
        self._length += self._block_length

    def change_kind(self, first: int, kind: BlockKind) -> None:
        """Make the paragraphs and list items among the blocks from the index `first` on another kind."""
        for index in range(first, len(self.outline)):
            if self.outline[index].kind in ("paragraph", "list_item"):
                self.outline[index] = self.outline[index]._replace(kind=kind)

    def document(
        self, source: str, format_: str, path: str | None, *, told: str | None, declared: str | None
    ) -> Document:
        """The document of all blocks that were closed. told, declared: its language, see Document."""
        return Document(
            source,
            "".join(piece.text for piece in self._pieces),
            format_,
            path,
            offsets=OffsetMap(self._pieces),
            outline=tuple(self.outline),
            links=tuple(self._links),
            comments=tuple(self.comments),
            language_told=told,
            language_declared=declared,
        )
