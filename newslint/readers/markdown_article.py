"""The text of Markdown: events of the parser in, blocks out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newslint.model import BlockKind, Span
from newslint.readers.builder import TextBuilder
from newslint.readers.page import Page, mask

_LONE_CARRIAGE_RETURN = re.compile(r"\r(?!\n)")
_CONTINUATION_BYTE = re.compile(rb"[\x80-\xbf]")


class Event(NamedTuple):
    """What the parser met at `start:end` of the source; name: as "Text", "Start Item" or "End Item"."""

    name: str
    value: Any
    start: int
    end: int


def events_of(source: str, start: int) -> Iterator[Event]:
    """The events of the parser, with positions in code points, for the source from `start` on."""
    import pyromark  # 3 ms

    options = pyromark.Options
    # The parser misses the end of a heading at "\r" alone.
    article = _LONE_CARRIAGE_RETURN.sub("\n", source[start:])
    encoded = article.encode()
    # The parser counts bytes. The bytes that do not begin a code point, before a place, are what it counts too much.
    surplus = [] if len(encoded) == len(article) else [m.start() for m in _CONTINUATION_BYTE.finditer(encoded)]
    for event, place in pyromark.events_with_range(
        article,
        options=options.ENABLE_TABLES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_TASKLISTS
        | options.ENABLE_GFM
        | options.ENABLE_HEADING_ATTRIBUTES,
    ):
        name, value = _name_and_value(event)
        if name in ("Start", "End"):
            tag, value = _name_and_value(value)
            name = f"{name} {tag}"
            if name == "Start Heading":
                value = value["level"]
        first, last = place["start"], place["end"]
        yield Event(name, value, start + first - bisect_left(surplus, first), start + last - bisect_left(surplus, last))


def _name_and_value(event: Any) -> tuple[str, Any]:
    """An event or a tag of the parser is a name, or a mapping of one name to what there is to say."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


class Article:
    """Hands the events of the parser to a builder, by way of the page that HTML between them belongs to."""

    def __init__(self, source: str) -> None:
        self.builder = TextBuilder()
        self.page = Page(self.builder)
        self._source = source
        self._containers: list[tuple[BlockKind, int]] = [("paragraph", 0)]  # with the number of open HTML elements
        self._depth = 0  # of open HTML elements where the paragraph begins
        self._level = 0  # of the open heading
        self._open_links = 0
        self._open_images = 0
        self._descriptions: list[list[Event]] = []  # of the images in the open block: their text
        self._html: list[Event] = []

    def read_title(self, span: Span) -> None:
        """Take a place in the front matter for the title."""
        self.page.text(self._source[span.start : span.end], span.start)
        self._end_block("heading", 1)

    def read(self, events: Iterable[Event]) -> None:
        for event in events:
            match event.name:
                case "Start Image":
                    self._open_images += 1
                    self._descriptions.append([])
                case "End Image":
                    self._open_images -= 1
                case "Text" | "Code" | "SoftBreak" | "HardBreak" | "InlineHtml" if self._open_images:
                    self._descriptions[-1].append(event)
                case "Text" | "Code" | "SoftBreak" | "HardBreak" | "InlineHtml" | "Start Link" | "End Link":
                    self._inline(event)
                case "Html":
                    self._html.append(event)
                case _:
                    self._block(event)
        self._end_block()
        self.page.close_to(0)

    def _inline(self, event: Event) -> None:
        match event.name:
            case "Text":
                self._text(event)
            case "SoftBreak":
                self.builder.space(event.start, event.end)
            case "HardBreak":
                self.builder.line_break(event.start, event.end)
            case "Code":
                self._code(event)
            case "InlineHtml":
                self.page.feed(self._source[event.start : event.end], event.start)
            case "Start Link":
                self._open_links += 1
            case "End Link":
                self._open_links -= 1
                self.builder.end_link()

    def _text(self, event: Event) -> None:
        is_link = self._open_links > 0
        if self._containers[-1][0] == "code":
            self.page.text(mask(event.value), event.start, event.end)
        elif len(event.value) == event.end - event.start:
            self.page.flow(event.value, event.start, is_link=is_link)
        else:  # a character reference
            self.page.text(event.value, event.start, event.end, is_link=is_link)

    def _block(self, event: Event) -> None:
        match event.name:
            case "Start Paragraph" | "Start TableHead" | "Start TableRow":
                self._start_leaf()
            case "Start Heading":
                self._start_leaf()
                self._level = int(event.value[1:])
            case "Start TableCell":
                self.builder.cell_break(event.start)
            case "Start BlockQuote":
                self._start_container("blockquote")
            case "Start Item":
                self._start_container("list_item")
            case "Start CodeBlock":
                self._start_container("code")
            case "End Paragraph":
                self._end_leaf()
            case "End Heading":
                self._end_leaf("heading", self._level)
            case "End TableHead" | "End TableRow":
                self._end_leaf("table")
            case "End BlockQuote" | "End Item" | "End CodeBlock":
                self._end_block()
                self.page.close_to(self._containers.pop()[1])
            case "End HtmlBlock":
                self._feed_html()
            case "Start List" | "Start HtmlBlock" | "Start FootnoteDefinition" | "End FootnoteDefinition" | "Rule":
                self._end_block()

    def _start_container(self, kind: BlockKind) -> None:
        self._end_block()
        self._containers.append((kind, self.page.depth))

    def _start_leaf(self) -> None:
        self._end_block()
        self._depth = self.page.depth

    def _end_leaf(self, kind: BlockKind | None = None, level: int = 0) -> None:
        self._end_block(kind, level)
        self.page.close_to(self._depth)

    def _end_block(self, kind: BlockKind | None = None, level: int = 0) -> None:
        kind = kind or self._containers[-1][0]
        if self.builder.block_is_empty:
            self._read_descriptions(kind, level)
        self._descriptions.clear()
        self.page.end_block(kind, level)

    def _read_descriptions(self, kind: BlockKind, level: int) -> None:
        # In a sentence nobody sees what describes an image. Of an image alone it is what editors write as its caption,
        # and converters print it as one.
        for description in self._descriptions:
            if description and description[0].start < self.builder.source_end:
                continue  # HTML has already ended a block with text after this image
            for event in description:
                self._inline(event)
            self.page.end_block(kind if kind in ("heading", "table") else "caption", level)

    def _code(self, event: Event) -> None:
        # The words of code are no prose and no rule may judge them, but their sentence needs something in their place.
        written = self._source[event.start : event.end]
        fence = len(written) - len(written.lstrip("`"))
        padding = (len(written) - 2 * fence - len(event.value)) // 2  # one space each, which keeps backticks apart
        start, end = event.start + fence + padding, event.end - fence - padding
        self.page.text(mask(event.value), start, end, is_link=self._open_links > 0)

    def _feed_html(self) -> None:
        parts: list[str] = []
        end = self._html[0].start
        for event in self._html:
            # Between the lines stand the marks of block quotes and lists. Spaces in their place keep the positions.
            parts += " " * (event.start - end), self._source[event.start : event.end]
            end = event.end
        self.page.feed("".join(parts), self._html[0].start)
        self._html.clear()
        self._end_block()
