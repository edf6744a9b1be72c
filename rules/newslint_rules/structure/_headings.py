"""What the rules about headings share."""

import re
from collections.abc import Iterator

from newslint import Block, Document

# A page's header often holds the title of its article; what stands in these is not the article's.
_APART = frozenset(("nav", "aside", "footer", "form"))
_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)


def is_page(document: Document) -> bool:
    """Whether a document is a whole HTML page, as served, and not the article alone."""
    return document.format == "html" and _PAGE.search(document.source) is not None


def article_blocks(document: Document) -> list[Block]:
    """The blocks of the article, without those of menus, sidebars, forms and footers."""
    return [block for block in document.blocks if block.region not in _APART]


def headings(document: Document) -> Iterator[Block]:
    """The title and headings of the article, in order. A heading that is a link announces another article: left out."""
    linked = {document.clean_range(link) for link in document.links}
    for block in article_blocks(document):
        if block.kind in ("title", "heading") and (block.level == 1 or document.clean_range(block.span) not in linked):
            yield block
