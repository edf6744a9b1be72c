import pytest

from newslint.document import Document
from newslint.readers.html import HtmlReader


def read(source: str) -> Document:
    return HtmlReader().read(source, language="en")


def shown(source: str) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    document = read(source)
    return [(block.kind, document.text_of(block.span)) for block in document.blocks]


def texts(source: str) -> list[str]:
    return [text for _, text in shown(source)]


def test_an_article() -> None:
    assert shown(
        """<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Council | The Herald</title>
        <style>p > a { color: red }</style><script>if (a < b) document.write("<p>Hello</p>")</script></head>
        <body><article>
        <h1>Council votes to <em>close</em> pool</h1>
        <p class="article-byline">By Ada Marsh</p>
        <p>Published <time datetime="2024-05-03">3 May 2024, 10:15</time></p>
        <p>The pool in Elm Road will close, the council said &ldquo;with regret&rdquo;.</p>
        <h2>Costs</h2>
        <blockquote><p>We had no choice.</p></blockquote>
        <ul><li>Repairs: &pound;2m</li><li>Staff</li></ul>
        <figure><img src=p.jpg alt="The pool"><figcaption>The pool in 1998</figcaption></figure>
        <table><caption>Visitors</caption><tr><th>Year<th>Number<tr><td>2023<td>41,000</table>
        </article></body></html>"""
    ) == [
        ("title", "Council votes to close pool"),
        ("byline", "By Ada Marsh"),
        ("dateline", "Published 3 May 2024, 10:15"),
        ("paragraph", "The pool in Elm Road will close, the council said “with regret”."),
        ("heading", "Costs"),
        ("blockquote", "We had no choice."),
        ("list_item", "Repairs: £2m"),
        ("list_item", "Staff"),
        ("caption", "The pool in 1998"),
        ("caption", "Visitors"),
        ("table", "Year\tNumber"),
        ("table", "2023\t41,000"),
    ]


def test_levels_of_headings() -> None:
    document = read("<h2>News</h2><h1>Title</h1><h1>Second</h1><h3>Deep</h2><p>Text")
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 2),
        ("title", 1),
        ("heading", 1),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_the_name_of_the_site_is_no_title() -> None:
    assert shown("<nav><h1>The Herald</h1></nav><h1>Pool closes</h1>") == [
        ("heading", "The Herald"),
        ("title", "Pool closes"),
    ]


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("&amp;", "&"),
        ("&ldquo;", "“"),
        ("&#8220;", "“"),
        ("&#x201C;", "“"),
        ("&#X201c", "“"),
        ("&#147;", "“"),
        ("&copy", "©"),
        ("&nbsp;", "\u00a0"),
        ("&NotEqualTilde;", "≂̸"),
        ("&#0;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&#x110000;", "\ufffd"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("&#0000000000000000065;", "A"),
        ("&nosuch;", "&nosuch;"),
        ("&;", "&;"),
        ("&#;", "&#;"),
        ("&ampersand", "&ersand"),
        ("&notit;", "¬it;"),
        ("AT&T", "AT&T"),
        ("&", "&"),
    ],
)
def test_character_references(reference: str, text: str) -> None:
    document = read(f"<p>x {reference} y</p>")
    assert document.text == f"x {text} y"
    span = document.locate(2, 2 + len(text))
    assert document.source[span.start : span.end] == reference


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a\r\n\t b <i> c</i></p>", ["a b c"]),
        ("<p>  <b> a </b>  </p>", ["a"]),
        ("<p>a&#32;&#10; b</p>", ["a b"]),
        ("<p>a&nbsp; b</p>", ["a\u00a0 b"]),
        ("<p>a<!-- -->b</p>", ["ab"]),
        ("<p>a <br> b</p>", ["a\nb"]),
        ("<p>a<br/><br>b<br></p>", ["a", "b"]),
        ("<div>a<p>b<p>c</div>d", ["a", "b", "c", "d"]),
        ("<td>a<td>b", ["a", "b"]),
        ("<li>a<ul><li>b</ul>c<li>d", ["a", "b", "c", "d"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["a", "b", "c"]),
        ("a<hr>b", ["a", "b"]),
        ("<span>a</span><span>b</span>", ["ab"]),
    ],
)
def test_white_space_and_blocks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>a{}</style>",
        "<noscript>x</noscript>",
        "<template><p>x</template>",
        "<svg><title>x</title><text>x</text></svg>",
        "<iframe>x</iframe>",
        "<select><option>x<option>y</select>",
        "<textarea><p>x</textarea>",
        "<button><span>x</span></button>",
        "<title>x</title>",
        "<span hidden>x<span>y</span>z</span>",
        "<span style='color: red; Display : None'>x</span>",
        "<SCRIPT>x</SCRIPT >",
        "<video/>",
        "<?php echo 1 ?>",
        "<!ELEMENT br EMPTY>",
        "</nosuch>",
        "</>",
    ],
)
def test_what_no_browser_shows(hidden: str) -> None:
    assert texts(f"<div>a{hidden}b</div><p>c</p>") == ["ab", "c"]


def test_what_only_assistive_technology_skips_is_still_shown() -> None:
    assert texts("<p>a<span aria-hidden=true>b</span></p>") == ["ab"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a <b>b <i>c</b> d</i> e</p>f", ["a b c d e", "f"]),
        ("<b><p>a</b> b</p>c", ["a b", "c"]),
        ("<p>1 < 2 and <3 but > 0</p>", ["1 < 2 and <3 but > 0"]),
        ("<p>a<", ["a<"]),
        ("<p>a<b", ["a<b"]),
        ('<p>a<b class="x', ['a<b class="x']),
        ("<p>a<!-- b", ["a<!-- b"]),
        ("<p>a<!-- b <i>c</i>", ["ac"]),
        ("<p>a<![CDATA[b & <c>]]>d</p>", ["ab & <c>d"]),
        ("<p>a<![CDATA[b", ["a<![CDATA[b"]),
        ("<p>a<![x]>b", ["ab"]),
        ("<p>a<!>b<!-->c<!--->d", ["abcd"]),
        ("<p>a<textarea>b", ["ab"]),
        ("<p>a<script>b", ["a"]),
        ("<p>a</p></div></p></body>b", ["a", "b"]),
        ("<a title=\"x>y\" href='z>'>a</a>b", ["ab"]),
        ("<a title=it's>a</a>b's", ["ab's"]),
        ('<p title="oops>a</p><p>b</p>', ["a", "b"]),
        ("<table><tr><td><div>a</td></div><td>b</table>c", ["a", "b", "c"]),
        ("<p>a\x00b</p>", ["a\x00b"]),
    ],
)
def test_malformed_markup_loses_no_text(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_comments_are_kept_with_their_place() -> None:
    document = read("<p>a <!-- newslint-disable quotes -->b</p><script><!-- no --></script><svg><!--c--></svg>")
    assert [(comment.text, document.source[slice(*comment.span)]) for comment in document.comments] == [
        (" newslint-disable quotes ", "<!-- newslint-disable quotes -->"),
        ("c", "<!--c-->"),
    ]


def test_links_are_what_is_written_in_them() -> None:
    document = read('<p>See <a href="#"> <b>the report</b> </a>, <a name=x>no</a>.<a href=a>One</a><a href=b>Two</a>')
    assert [document.text_of(link) for link in document.links] == ["the report", "One", "Two"]


def test_a_link_round_several_blocks_is_one_for_each() -> None:
    document = read("<a href=x><h3>Head</h3><p>Text</p></a>")
    assert [document.text_of(link) for link in document.links] == ["Head", "Text"]


def test_regions() -> None:
    document = read(
        "<header><nav>a</nav>b</header><div role=navigation>c</div><main>d<aside>e<figure>f</figure></aside></main>"
        "<form>g<article>h</article></form><footer>i</footer>"
    )
    assert [block.region for block in document.blocks] == [
        "nav",
        "header",
        "nav",
        "",
        "aside",
        "figure",
        "form",
        "",
        "footer",
    ]


def test_rows_of_tables_and_tables_that_lay_out_a_page() -> None:
    assert shown("<table><tr><td>Mon<td><td>4 &deg;C</tr><tr><td><p>Tue</p><td><p>6</p></table>") == [
        ("table", "Mon\t4 °C"),
        ("table", "Tue"),
        ("table", "6"),
    ]
    assert shown("<table><tr><td>Home<td><p>One.<p>Two.<p>Three.</table><table><tr><td>All of it.</table>") == [
        ("paragraph", "Home"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("paragraph", "Three."),
        ("paragraph", "All of it."),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<p>By <a rel='author nofollow' href=/ada>Ada Marsh</a>, Leeds</p>",
        "<div class='c-Byline__wrap'>By Ada Marsh, Leeds</div>",
        "<p>By <span itemprop=author>Ada Marsh</span>, Leeds</p>",
        "<address>By Ada Marsh, Leeds</address>",
    ],
)
def test_bylines(source: str) -> None:
    assert shown(source) == [("byline", "By Ada Marsh, Leeds")]


def test_a_page_or_portrait_with_the_author_in_its_class_is_no_byline() -> None:
    portrait = "Ada Marsh writes about rivers. " * 6
    assert shown(f"<body class=has-byline><p>It rained.</p><p rel=author>{portrait}</p><p>It was cold.</p>") == [
        ("paragraph", "It rained."),
        ("paragraph", portrait.strip()),
        ("paragraph", "It was cold."),
    ]


def test_a_time_in_a_sentence_makes_no_dateline() -> None:
    assert shown("<p>The vote is at <time>10:15</time> on Friday.</p>")[0][0] == "paragraph"


def test_code_is_masked() -> None:
    assert shown("<p>Type <code>say \"hi\" &amp; go</code> now.</p><pre>\n a &lt;\n  'b'</pre>") == [
        ("paragraph", "Type xxx xxxx x xx now."),
        ("code", "x x\n  xxx"),
    ]


def test_browsers_draw_marks_round_q() -> None:
    document = read("<p>She said: <q>I read <q>Dune</q> twice</q>.</p>")
    assert document.text == "She said: “I read ‘Dune’ twice”."
    start = document.text.index("‘")
    assert document.source[slice(*document.locate(start, start + 1))] == "<q>"


@pytest.mark.parametrize(
    ("attributes", "language"),
    [("lang=de", "de"), ('xml:lang="fr-CA"', "fr"), ("LANG='pt_BR'", "pt"), ("lang=''", None), ("lang=und", None)],
)
def test_the_language_that_the_page_names(attributes: str, language: str | None) -> None:
    source = f"<html {attributes}><p>Text"
    assert HtmlReader().read(source).language_declared == language
    assert HtmlReader().read(source, language="en").language == "en"
