"""Every position that a reader gives is a place in the source, whatever the source."""

import html
from functools import reduce
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.errors import ReadError
from newslint.readers import BUILT_IN
from newslint.readers.base import Reader
from newslint.readers.html import HtmlReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader


def assert_valid(document: Document) -> None:
    """What holds for any document: blocks and sentences in order, inside the source, and there and back again."""
    length = len(document.source)
    previous = 0
    for block in document.blocks:
        assert 0 <= previous <= block.span.start < block.span.end <= length
        assert document.text_of(block.span) == document.text_of(block.span).strip()
        place = block.span.start
        for sentence in block.sentences:
            assert place <= sentence.span.start < sentence.span.end <= block.span.end
            assert document.text_of(sentence.span) == sentence.text
            assert document.locate(*document.clean_range(sentence.span)) == sentence.span
            place = sentence.span.end
        previous = block.span.end
    for span in (*document.links, *(comment.span for comment in document.comments)):
        assert 0 <= span.start < span.end <= length


# -- any source at all

_FRAGMENTS = st.sampled_from(
    ["<a href=x>", "<span hidden>", "a\u0301", "\u00a0", "\u200b", "\ufeff", "\ud800", "\0", "\x0b", "\u2028"]
) | st.sampled_from(
    """
    <p> </p> <P <div> </div> <b> </i> <li> <ul> </ul> <table> <tr> <td> </td> </tr> <h1> </h2> <br> <q> </q> <a
    </a> <!-- --> --!> <! <? <![CDATA[ ]]> <script> </script> <svg> <svg/> </span> <title> <pre> <code> </code>
    <time> <address> &amp; &amp &#8220; &#x & &nbsp; &#0; &#10; > < = " ' / “ ” ’ # ## - * ** _ ` ``` ~~~ >> | |-|
    [ ] ( ) ![ [a](b) [^1] [^1]: 1. --- +++ title: === \\ <http://a.b> a b. Ein é 𝄞
    """.split()
)
_SPACES = st.sampled_from(["", "", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "\n> ", "\n  "])
_SOURCES = st.lists(st.tuples(_FRAGMENTS, _SPACES), max_size=40).map(
    lambda pairs: "".join(fragment + space for fragment, space in pairs)
)


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
@given(source=_SOURCES | st.text())
def test_any_source(reader: Reader, source: str) -> None:
    document = reader.read(source, language="en")
    assert document.source == source
    assert_valid(document)


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
@given(data=st.binary(max_size=60) | _SOURCES.map(lambda source: source.encode("utf-8", "surrogatepass")))
def test_any_bytes(reader: Reader, data: bytes) -> None:
    try:
        source = reader.decode(data)
    except ReadError:
        return
    assert_valid(reader.read(source, language="en"))


# -- sources of which it is known what they show


class Part(NamedTuple):
    """A piece of markup, what it shows, and where in it that stands."""

    source: str
    shown: str
    start: int
    end: int


def _plain(text: str) -> Part:
    return Part(text, text, 0, len(text))


def _whole(source: str, shown: str) -> Part:
    return Part(source, shown, 0, len(source))


def _between(before: str, part: Part, after: str) -> Part:
    return Part(before + part.source + after, part.shown, part.start + len(before), part.end + len(before))


_LETTERS = "abzAZ019éß𝄞ж中“”‘’\"',.;?!…–"
_WORDS = st.text(_LETTERS, min_size=1, max_size=8).map(lambda word: _plain(f"w{word}\u0301\u00a0{word}w"))


def _references(unfinished: bool) -> st.SearchStrategy[Part]:
    names = ["&amp;", "&lt;", "&ldquo;", "&rsquo;", "&#8220;", "&#x201d;", "&hellip;", "&NotEqualTilde;", "&eacute;"]
    if unfinished:
        names += ["&amp", "&#8217", "&eacute"]
    return st.sampled_from(names).map(lambda name: _whole(name, html.unescape(name)))


_NOTHING = st.sampled_from(
    ["<!-- c “d” -->", "<span hidden>gone</span>", "</nosuch>", "<wbr>", "<img alt='“' src=x>"]
).map(lambda source: Part(source, "", 0, len(source)))
_HTML_NOTHING = st.sampled_from(
    [
        "<script>if (a < b) '<p>“'</script>",
        "<style>p > a {}</style>",
        "<svg><text>no</svg>",
        "<!doctype html>",
        "<?x ?>",
    ]
).map(lambda source: Part(source, "", 0, len(source)))


def _wrapped(parts: st.SearchStrategy[Part], marks: list[tuple[str, str]]) -> st.SearchStrategy[Part]:
    """Parts with up to three of these pairs of marks round them, one within the other."""
    around = st.lists(st.sampled_from(marks), max_size=3, unique=True)
    return st.tuples(parts, around).map(
        lambda pair: reduce(lambda part, mark: _between(mark[0], part, mark[1]), pair[1], pair[0])
    )


_TAGS = [
    ("<b>", "</b>"),
    ('<span class="a>b">', "</SPAN>"),
    ("<em\n id=x>", "</em >"),
    ("<a href='#'>", "</a>"),
    ("<i>", ""),
]
_HTML_PARTS = _wrapped(_WORDS | _references(unfinished=True), _TAGS) | _NOTHING | _HTML_NOTHING
_HTML_SPACES = st.sampled_from([" ", "\n", "\r\n   ", "\t", "\r", " \n<!-- c --> ", "&#32;", "<b> </b>"])

_MARKS = [("*", "*"), ("**", "**"), ("~~", "~~"), ("[", "](http://x.y 'z')"), ("<b>", "</b>")]
_ESCAPES = st.sampled_from("*_[]<&`#\\").map(lambda char: Part("\\" + char, char, 1, 2))
_MARKDOWN_PARTS = _wrapped(_WORDS, _MARKS) | _references(unfinished=False) | _ESCAPES | _NOTHING


class Source(NamedTuple):
    """A source with the blocks it shows, each as its parts with their places."""

    text: str
    blocks: list[list[tuple[str, int, int]]]


@st.composite
def _html_sources(draw: st.DrawFn) -> Source:
    text = draw(st.sampled_from(["", "\ufeff", "<!DOCTYPE html>\r\n<html><body>", "<title>Not &amp; shown</title>\n"]))
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        before, after = draw(
            st.sampled_from(
                [
                    ("<p>", "</p>"),
                    ("<p>\r\n ", " "),
                    ("<div class='a'><h2>", "</h2>"),
                    ("<ul><li>", "</ul>"),
                    ("<blockquote>\n", "</blockquote>"),
                    ("<section><div>", "</section>"),
                    ("<table><tr><td>", "</table>"),
                    ("</p>", "<hr>"),
                ]
            )
        )
        text += before
        block: list[tuple[str, int, int]] = []
        for part in [draw(_WORDS), *draw(st.lists(_HTML_PARTS, max_size=5))]:
            text += draw(_HTML_SPACES) if block else ""
            block.append((part.shown, len(text) + part.start, len(text) + part.end))
            text += part.source
        text += after
        blocks.append(block)
    return Source(text, blocks)


@st.composite
def _markdown_sources(draw: st.DrawFn) -> Source:
    line_break = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = draw(st.sampled_from(["", "\ufeff", f"---{line_break}layout: post{line_break}---{line_break}"]))
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        first, following = draw(
            st.sampled_from([("", ""), ("> ", "> "), ("> ", ""), ("- ", "  "), ("1. ", "   "), ("## ", "")])
        )
        text += first
        block: list[tuple[str, int, int]] = []
        for part in [draw(_WORDS), *draw(st.lists(_MARKDOWN_PARTS, max_size=5))]:
            if block:
                # A line that begins with a tag may begin a block of HTML.
                may_break = first != "## " and not part.source.startswith("<")
                text += draw(st.sampled_from([" ", line_break + following])) if may_break else " "
            block.append((part.shown, len(text) + part.start, len(text) + part.end))
            text += part.source
        # Without a comment between them, two lists or quotations would be one and a paragraph could go on in them.
        text += f"{line_break}{line_break}<!-- -->{line_break}{line_break}"
        blocks.append(block)
    return Source(text, blocks)


def _assert_shows(document: Document, source: Source) -> None:
    assert_valid(document)
    assert [document.text_of(block.span) for block in document.blocks] == [
        " ".join(shown for shown, _, _ in block if shown) for block in source.blocks
    ]
    for block, expected in zip(document.blocks, source.blocks, strict=True):
        position = document.clean_range(block.span)[0]
        for shown, start, end in expected:
            if not shown:
                continue
            span = document.locate(position, position + len(shown))
            assert span == (start, end)
            assert document.clean_range(span) == (position, position + len(shown))
            if end - start == len(shown):
                for at in range(len(shown)):
                    assert document.locate(position + at, position + at + 1) == (start + at, start + at + 1)
            position += len(shown) + 1


@given(_html_sources())
def test_html_that_shows_what_is_known(source: Source) -> None:
    _assert_shows(HtmlReader().read(source.text, language="en"), source)


@given(_markdown_sources())
def test_markdown_that_shows_what_is_known(source: Source) -> None:
    _assert_shows(MarkdownReader().read(source.text, language="en"), source)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_plain_text_is_its_own_source(source: str) -> None:
    document = PlainReader().read(source, language="en")
    assert document.text == source
    for sentence in document.sentences:
        assert source[slice(*sentence.span)] == sentence.text


# -- sources made to be slow


@pytest.mark.parametrize("reader", [HtmlReader(), MarkdownReader()], ids=lambda reader: reader.name)
@pytest.mark.parametrize(
    "fragment",
    [
        "<a ",
        '<a b="',
        "<a b='>'",
        "<!--",
        "<![CDATA[",
        "<title>",
        "<b>",
        "<b></i>",
        "<p></b>",
        "<div>",
        "<tr><td>a",
        "&a",
        "[a](",
    ],
)
def test_hostile_sources_are_read_to_the_end(reader: Reader, fragment: str) -> None:
    document = reader.read(fragment * 20_000 + "</p>\n\n<p>The end.", language="en")
    assert document.text.rstrip("<p>").endswith(("The end.", '"'))
