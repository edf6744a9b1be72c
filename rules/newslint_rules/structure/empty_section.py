"""Headings with nothing under them."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Block, Document, Example, Finding, Rule
from newslint_rules.structure._headings import article_blocks, headings, is_page


@dataclass(frozen=True)
class EmptySection(Rule):
    """A heading that is followed by a heading of the same or a higher level, or by nothing.

    Reports the heading. A heading followed by one of a lower level opens its subsections and is left alone, and so are
    the title and headings that are links. Needs markup: in plain text a short line with nothing under it is not known
    to be a heading. Whole HTML pages are left alone, for they are full of teasers that are headings alone.

    Why: the heading promises text, and the reader looks for what got lost.
    Instead: write the section, or take its heading out.
    """

    id = "structure.empty-section"
    bad = (
        Example("# Strike ends\n\n## [[Talks]]\n\n## Pay\n\nWages rise by 4 %.", format="markdown"),
        Example("# Strike ends\n\nTrains run again.\n\n## [[Background]]\n", format="markdown"),
        Example("<h1>Strike ends</h1><h3>[[Talks]]</h3><h2>Pay</h2><p>Wages rise by 4 %.</p>", format="html"),
    )
    good = (
        Example(
            "# Strike ends\n\n## Talks\n\nThey lasted all night.\n\n## Pay\n\nWages rise by 4 %.", format="markdown"
        ),
        Example("# Strike ends\n\n## Talks\n\n### The first night\n\nThey lasted until six.", format="markdown"),
        Example("# Strike ends\n\n## Demands\n\n- 6 % more pay\n- Free weekends", format="markdown"),
        Example("# Strike ends", format="markdown"),
        Example("<body><h1>Strike ends</h1><p>Trains run.</p><h3>Fares rise</h3></body>", format="html"),
        Example("<h1>Strike ends</h1><p>Trains run.</p><h3><a href='/a'>Fares rise</a></h3>", format="html"),
        "Strike ends\n\nTrains run again on all lines since Monday morning.\n\nBackground",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if is_page(document):
            return
        article = article_blocks(document)
        sections = {block.span for block in headings(document) if block.kind == "heading" and block.marked}
        followers: list[Block | None] = [*article[1:], None]
        for block, following in zip(article, followers, strict=False):
            if block.span not in sections:
                continue
            if following is None:
                yield self.finding(block.span, "nothing follows this heading: write its section or take it out")
            elif following.kind == "heading" and following.level <= block.level:
                yield self.finding(
                    block.span,
                    "no text between this heading and the next: write its section or take it out",
                    evidence=[(following.span, "the next heading")],
                )
