"""Documents without a title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule
from newslint_rules.structure._headings import article_blocks, headings, is_page

_FRONT_MATTER = re.compile(r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_FRONT_MATTER_TITLE = re.compile(r"^[\"']?(?:title|headline)[\"']?[ \t]*[:=]", re.IGNORECASE | re.MULTILINE)
# Longer front matter than this would be a document of its own.
_FRONT_MATTER_LENGTH = 20_000


@dataclass(frozen=True)
class MissingTitle(Rule):
    """A Markdown article or an HTML page that has no title.

    Reports the first block. A title is a heading of level 1, or in Markdown a `title` in the front matter. Plain text
    and pieces of HTML are left alone: their titles often live in a database.

    Why: without a title nobody can list, link or find the article.
    Instead: begin with a heading of level 1, or name the title in the front matter.
    """

    id = "structure.missing-title"
    bad = (
        Example("[[The ferry sailed at noon. It was late.]]", format="markdown"),
        Example("## [[Delays]]\n\nThe ferry sailed at noon. It was late.", format="markdown"),
        Example("<html><body><p>[[The ferry sailed at noon.]]</p></body></html>", format="html"),
    )
    good = (
        Example("# Ferry sails late\n\nThe ferry sailed at noon.", format="markdown"),
        Example("---\ntitle: Ferry sails late\n---\n\nThe ferry sailed at noon.", format="markdown"),
        Example("The ferry sailed at noon, and late.\n\n# Ferry sails late\n\nIt was full.", format="markdown"),
        Example("<html><body><h1>Ferry sails late</h1><p>It was full.</p></body></html>", format="html"),
        Example("<p>The ferry sailed at noon.</p><p>It was full.</p>", format="html"),
        Example("", format="markdown"),
        "The ferry sailed at noon. It was late.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        article = article_blocks(document)
        if not article or not _wants_title(document) or any(block.level == 1 for block in headings(document)):
            return
        yield self.finding(article[0].span, "the document has no title: begin with a heading of level 1")


def _wants_title(document: Document) -> bool:
    if document.format == "html":
        return is_page(document)
    return document.format == "markdown" and not _has_title_in_front_matter(document.source)


def _has_title_in_front_matter(source: str) -> bool:
    opening = _FRONT_MATTER.match(source)
    if opening is None:
        return False
    end = source.find("\n" + opening["fence"], opening.end() - 1, _FRONT_MATTER_LENGTH)
    return _FRONT_MATTER_TITLE.search(source, opening.end(), max(end, opening.end())) is not None
