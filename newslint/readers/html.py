"""HTML."""

from newslint.document import Document
from newslint.readers.base import Reader


class HtmlReader(Reader):
    """HTML."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        raise NotImplementedError
