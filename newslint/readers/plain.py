"""Plain text: the source is the clean text."""

from newslint.document import Document
from newslint.readers.base import Reader, readable


class PlainReader(Reader):
    """Plain text; titles, headings and other blocks are inferred from the shape of the lines."""

    name = "plain"
    suffixes = (".txt", ".text")

    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        return Document(source, readable(source), self.name, path, language_told=language)
