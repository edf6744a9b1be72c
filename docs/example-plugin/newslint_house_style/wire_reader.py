"""Copy from our wire: lines of headers, a line of dashes, then the article."""

from newslint import Document
from newslint.readers import Reader


class WireReader(Reader):
    """Reads `.wire` files; the headers are not part of the article."""

    name = "wire"
    suffixes = (".wire",)

    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        headers, dashes, _ = source.partition("\n---\n")
        # Blanks of the same length keep every position what it is in the file.
        blanked = " " * len(headers + dashes) + source[len(headers + dashes) :] if dashes else source
        return Document(source, blanked, self.name, path, language_told=language)
