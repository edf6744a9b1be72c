"""What a browser shows of HTML: which text makes which block."""

import re

from newslint.model import BlockKind, Comment, Span
from newslint.readers.builder import TextBuilder
from newslint.readers.elements import BLOCKS, CELLS, HIDDEN, VOID, OpenElements
from newslint.readers.markup import REFERENCE, Token, attributes, resolve, tokens

_WHITE_SPACE = " \t\n\r\f"  # of HTML: the no-break space is none
_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")  # what is no single plain space
_SIGNS_OF_SPACE = ("\n", "  ", "\t", "\r", "\f")  # faster to look for first: most stretches of text have none
_VISIBLE = re.compile(r"\S")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]|\Z)")

# Characters. What is marked up as the author's but longer is a portrait of the author, or the whole page.
_LONGEST_BYLINE = 150

# Browsers draw marks round <q> that the source does not hold.
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


def mask(code: str) -> str:
    """Code with every character but white space as "x": words that no rule judges, of the same length."""
    return _VISIBLE.sub("x", code)


class Page:
    """Takes HTML piece by piece and gives its text to a builder, block by block.

    Between two pieces the open elements stay open, so that Markdown can hand over the HTML between its own text.
    language: that of `<html lang>` as ISO 639-1 code, or None.
    """

    def __init__(self, builder: TextBuilder) -> None:
        self.language: str | None = None
        self._builder = builder
        self._elements = OpenElements()
        # Of open table rows: index of the first block, number of cells with text, length of text at the last cell.
        self._rows: list[tuple[int, int, int]] = []
        # Of open elements that name the author: their depth, index of the first block, length of text before.
        self._bylines: list[tuple[int, int, int]] = []
        self._names_author = False  # something in the open block does
        self._time_length = 0  # of the text in the open block that is a time

    # -- pieces

    def feed(self, markup: str, offset: int = 0) -> None:
        """Read a piece of HTML that stands at this place of the source."""
        for token in tokens(markup):
            span = Span(offset + token.start, offset + token.end)
            match token.kind:
                case "text":
                    self._text(markup[token.start : token.end], span.start)
                case "start":
                    self._start(token, span)
                case "end":
                    self._end(token.name, span)
                case "literal":
                    self.text(token.content, span.start)
                case "comment":
                    self._builder.comments.append(Comment(span, token.content))

    def text(self, text: str, start: int, end: int | None = None, *, is_link: bool = False) -> None:
        """Add text as it is, unless it is hidden. end: of its source, if that has another length."""
        context = self._elements.context
        if context.is_hidden or not text:
            return
        if context.is_code:
            text = mask(text)
        if context.is_time:
            self._time_length += len(text)
        self._builder.text(text, start, start + len(text) if end is None else end, link=is_link or context.is_link)

    def flow(self, text: str, start: int, *, is_link: bool = False) -> None:
        """Add text as it is but for white space, which collapses, unless the open elements keep it or hide all."""
        context = self._elements.context
        if context.is_hidden:
            return
        if context.keeps_space:
            self.text(text, start, is_link=is_link)
            return
        position = 0
        for match in _SPACE.finditer(text) if any(sign in text for sign in _SIGNS_OF_SPACE) else ():
            self._words(text[position : match.start()], start + position, is_link)
            position = match.end()
            self._builder.space(start + match.start(), start + position)
        self._words(text[position:], start + position, is_link)

    def end_block(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Close the block, as the open elements have it where the kind is no other than paragraph."""
        if self._builder.block_is_empty:
            return
        context = self._elements.context
        if kind == "paragraph":
            kind, level = context.kind, context.level
        length = self._builder.block_length
        if kind == "paragraph" and self._time_length * 2 >= length:
            kind = "dateline"
        elif kind == "paragraph" and self._names_author and length <= _LONGEST_BYLINE:
            kind = "byline"
        self._builder.end_block(kind, level, context.region)
        self._names_author = False
        self._time_length = 0

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._elements)

    def close_to(self, depth: int) -> None:
        """Close elements until only so many are open."""
        while len(self._elements) > depth:
            name = self._elements.pop()
            if name == "a":
                self._builder.end_link()
            elif name == "tr":
                self._end_row()
            if self._bylines and self._bylines[-1][0] == len(self._elements):
                self._end_byline()

    # -- text

    def _text(self, text: str, start: int) -> None:
        """Add text that may hold character references."""
        if self._elements.context.is_hidden:
            return
        position = 0
        for match in REFERENCE.finditer(text) if "&" in text else ():
            shown, length = resolve(match[0])
            if length == 0:  # an "&" that begins no reference
                continue
            at = match.start()
            self.flow(text[position:at], start + position)
            if shown in _WHITE_SPACE and not self._elements.context.keeps_space:
                self._builder.space(start + at, start + at + length)
            else:
                self.text(shown, start + at, start + at + length)
            position = at + length
        self.flow(text[position:], start + position)

    def _words(self, text: str, start: int, is_link: bool) -> None:
        """Add text in which all white space is single spaces."""
        words = text.strip(" ")
        if text[:1] == " ":
            self._builder.space(start, start + 1)
            start += 1
        if words:
            self.text(words, start, is_link=is_link)
            if text[-1] == " ":
                self._builder.space(start + len(words), start + len(words) + 1)

    def _line_break(self, span: Span) -> None:
        if self._elements.context.is_hidden:
            return
        if self._builder.is_after_line_break:
            self.end_block()  # an empty line: old pages make their paragraphs so
        else:
            self._builder.line_break(*span)

    # -- tags

    def _start(self, token: Token, span: Span) -> None:
        name = token.name
        if name in BLOCKS and not self._elements.context.is_hidden:
            self.end_block()
        self.close_to(self._elements.ended_by_start(name))
        if name == "br":
            self._line_break(span)
        if name in VOID or (name in HIDDEN and token.content.endswith("/")):
            return
        if name == "html" and self.language is None:
            self.language = _language(token.content)
        elif name == "tr":
            self._rows.append((len(self._builder.outline), 0, self._builder.length))
        elif name in CELLS:
            self._start_cell(span.start)
        elif name == "q":
            self.text(_QUOTATION_MARKS[self._elements.count("q") % 2][0], *span)
        context, names_author = self._elements.context.inside(name, token.content)
        if names_author:
            self._bylines.append((len(self._elements), len(self._builder.outline), self._builder.length))
        self._elements.push(name, context)

    def _end(self, name: str, span: Span) -> None:
        if name == "br":  # browsers take it for <br>
            self._line_break(span)
        remain = self._elements.ended_by_end(name)
        if name in BLOCKS and not self._elements.context_at(remain).is_hidden:
            self.end_block()
        if name in ("body", "html"):  # what follows them still belongs to the body
            return
        if name == "q" and remain < self.depth:
            self.text(_QUOTATION_MARKS[(self._elements.count("q") - 1) % 2][1], *span)
        self.close_to(remain)

    def _start_cell(self, at: int) -> None:
        if not self._rows:
            self.end_block()
            return
        self._count_cell()
        self._builder.cell_break(at)

    def _count_cell(self) -> None:
        first, cells, length = self._rows[-1]
        self._rows[-1] = (first, cells + (self._builder.length > length), self._builder.length)

    def _end_row(self) -> None:
        # Tables that only lay out a page have one cell in a row, or cells of several paragraphs.
        self._count_cell()
        first, cells, _ = self._rows.pop()
        if cells > 1 and len(self._builder.outline) - first <= cells:
            self._builder.change_kind(first, "table")

    def _end_byline(self) -> None:
        _, first, length = self._bylines.pop()
        if self._builder.length - length <= _LONGEST_BYLINE:
            self._builder.change_kind(first, "byline")
            self._names_author |= not self._builder.block_is_empty


def _language(content: str) -> str | None:
    given = attributes(content)
    match = _LANGUAGE.match(given.get("lang") or given.get("xml:lang") or "")
    return match[1].lower() if match else None
