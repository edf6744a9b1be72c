import pytest

from newslint.document import Document
from newslint.readers.markdown import MarkdownReader


def read(source: str) -> Document:
    return MarkdownReader().read(source, language="en")


def shown(source: str) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    document = read(source)
    return [(block.kind, document.text_of(block.span)) for block in document.blocks]


def texts(source: str) -> list[str]:
    return [text for _, text in shown(source)]


def test_an_article() -> None:
    assert shown(
        """# Council votes to *close* pool

The pool in Elm Road will close,
the council said "with regret".

Costs
-----

> We had
> no choice.

- Repairs: £2m
  in all

  and more
- Staff
  1. Guards

| Year | Number |
|------|-------:|
| 2023 | 41,000 |

***

```sh
echo "$x"
```

[^1]: As of **May**.
"""
    ) == [
        ("title", "Council votes to close pool"),
        ("paragraph", 'The pool in Elm Road will close, the council said "with regret".'),
        ("heading", "Costs"),
        ("blockquote", "We had no choice."),
        ("list_item", "Repairs: £2m in all"),
        ("list_item", "and more"),
        ("list_item", "Staff"),
        ("list_item", "Guards"),
        ("table", "Year\tNumber"),
        ("table", "2023\t41,000"),
        ("code", "xxxx xxxx"),
        ("paragraph", "As of May."),
    ]


def test_levels_of_headings() -> None:
    document = read("## News\n\n# Title {#top}\n\n# Second\n\nThird\n=====\n\n#### Deep ####\n")
    assert [(block.kind, block.level, document.text_of(block.span)) for block in document.blocks] == [
        ("heading", 2, "News"),
        ("title", 1, "Title"),
        ("heading", 1, "Second"),
        ("heading", 1, "Third"),
        ("heading", 4, "Deep"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("a\rb", "a b"),
        ("a  \nb", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("a  b", "a b"),
        ("a &amp; &#8220;b&rdquo; &nosuch; &amp", "a & “b” &nosuch; &amp"),
        (r"a \*b\* \\", r"a *b* \ ".strip()),
        ("**a *b* c** ~~d~~", "a b c d"),
        ("a [b *c*](http://x 'd') <http://y.z> e", "a b c http://y.z e"),
        ("a [b][r]\n\n[r]: http://x", "a b"),
        ("a[^1] b\n\n", "a[^1] b"),
        ("a <b>b</b> <!-- c --> d<br>e", "a b d\ne"),
        ("a <span hidden>b</span> c", "a c"),
        ('Type `say "hi"` and ``a ` b`` now', "Type xxx xxxx and x x x now"),
        ("a ![b](c.png) d", "a d"),
        ("é𝄞 a\u0301 **ж** b", "é𝄞 a\u0301 ж b"),
        ("a\x00b", "a\x00b"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("\"a\" -- 'b'...", "\"a\" -- 'b'..."),
    ],
)
def test_inline_markup(source: str, text: str) -> None:
    assert texts(source) == [text]


def test_footnote_marks_are_no_text() -> None:
    assert texts("The pool[^a] closed.\n\n[^a]: In Elm Road.") == ["The pool closed.", "In Elm Road."]


def test_task_lists_and_alerts() -> None:
    assert shown("- [ ] Call the mayor\n\n> [!NOTE]\n> Embargoed.") == [
        ("list_item", "Call the mayor"),
        ("blockquote", "Embargoed."),
    ]


def test_an_image_alone_gives_a_caption() -> None:
    assert shown("![The *pool*\nin 1998](p.jpg)\n\n[![Badge](b.svg)](http://x)") == [
        ("caption", "The pool in 1998"),
        ("caption", "Badge"),
    ]


def test_an_image_before_text_gives_none() -> None:
    assert shown("![The pool](p.jpg) It closed.") == [("paragraph", "It closed.")]
    assert shown("![The pool](p.jpg) It closed. </div>") == [("paragraph", "It closed.")]


def test_code_keeps_its_place_and_length() -> None:
    document = read("Run `make it` now.\n\n    if (a) {\n      b;\n    }\n")
    assert [document.source[slice(*block.span)] for block in document.blocks] == [
        "Run `make it` now.",
        "if (a) {\n      b;\n    }",
    ]
    assert document.source[slice(*document.locate(4, 11))] == "make it"


def test_html_blocks_are_read_as_html() -> None:
    document = read(
        "<aside>\n<p>Sign up &amp; <i>save</i></p>\n\nMore **text**\n\n</aside>\n\n"
        "<div hidden>\n\nDraft\n\n</div>\n\nEnd\n"
    )
    assert [(block.region, document.text_of(block.span)) for block in document.blocks] == [
        ("aside", "Sign up & save"),
        ("aside", "More text"),
        ("", "End"),
    ]


def test_html_inside_block_quotes_and_lists() -> None:
    document = read("> <div>\n> one\n> two <!-- a\n> b -->\n> </div>\n\n- <p>three\n  four</p>\n")
    assert document.text == "one two\n\nthree four"
    assert [document.source[slice(*comment.span)] for comment in document.comments] == ["<!-- a\n> b -->"]


def test_html_left_open_in_a_paragraph_ends_with_it() -> None:
    assert texts("a <span hidden> b <script> c\n\nd") == ["a", "d"]


def test_comments_and_links() -> None:
    document = read("<!-- newslint-disable -->\n\nSee [the *report*](x), <!-- b --> <http://y.z> and ![no](z).")
    assert [comment.text for comment in document.comments] == [" newslint-disable ", " b "]
    assert [document.text_of(link) for link in document.links] == ["the report", "http://y.z"]


@pytest.mark.parametrize(
    ("front", "title", "language"),
    [
        ('---\ntitle: "Pool: closed"\nlang: en-GB\n---\n', "Pool: closed", "en"),
        ("---\r\nlayout: post\r\ntitle: Pool closed # draft\r\nlanguage: 'de'\r\n---\r\n", "Pool closed", "de"),
        ('+++\ntitle = "Pool closed"\n+++\n', "Pool closed", None),
        ("\ufeff---\n# note\nTitle: Pool closed\n...\n", "Pool closed", None),
        ("---\ntitle: >-\n  Pool\nlang: english\n---\n", None, None),
        ("---\ntitle:\nlang: ''\n---\n", None, None),
    ],
)
def test_front_matter(front: str, title: str | None, language: str | None) -> None:
    document = MarkdownReader().read(front + "Text.\n")
    blocks = [(block.kind, document.text[block.start : block.end]) for block in document.outline or ()]
    assert blocks == ([("title", title)] if title else []) + [("paragraph", "Text.")]
    assert document.language_told == language
    assert MarkdownReader().read(front, language="nl").language_told == "nl"


def test_a_heading_wins_over_the_title_of_the_front_matter() -> None:
    assert shown("---\ntitle: Short\n---\n\n# The long title\n") == [("title", "The long title")]


@pytest.mark.parametrize("source", ["---\nIt rained.\n\n---\nIt snowed.\n", "---\ntitle: It rained\n"])
def test_a_line_is_no_front_matter(source: str) -> None:
    assert "It rained" in " ".join(texts(source))
