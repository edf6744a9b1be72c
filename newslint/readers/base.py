"""What a reader is."""

from abc import ABC, abstractmethod
from typing import ClassVar

from newslint.document import Document


class Reader(ABC):
    """Turns a decoded source into a Document. Plugins subclass it to bring formats of their own.

    name: what `--format` takes. suffixes: of the files it reads, lower case, with the dot.
    """

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]] = ()

    def decode(self, data: bytes) -> str:
        """The source in the bytes of a file: code points, with undecodable bytes as lone surrogates."""
        return data.decode("utf-8", "surrogateescape")

    @abstractmethod
    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        """The document of a source. Never raises on malformed markup: reads what a browser would show."""
