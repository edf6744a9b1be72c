"""Markdown."""

from newslint.document import Document
from newslint.readers.base import Reader


class MarkdownReader(Reader):
    """Markdown."""

    name = "markdown"
    suffixes = (".md", ".markdown")

    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        raise NotImplementedError
