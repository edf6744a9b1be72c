"""What a reader is."""

import re
from abc import ABC, abstractmethod
from typing import ClassVar

from newslint.document import Document
from newslint.readers.decode import Encoding, encoding_of

_SURROGATE = re.compile("[\ud800-\udfff]")


class Reader(ABC):
    """Turns a decoded source into a Document. Plugins subclass it to bring formats of their own.

    name: what `--format` takes. suffixes: of the files it reads, lower case, with the dot.
    """

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]] = ()

    def encoding(self, data: bytes) -> Encoding:
        """How a file is written, so that a changed text can be written the same way. Raises ReadError."""
        return encoding_of(data)

    def decode(self, data: bytes) -> str:
        """The source in the bytes of a file; undecodable ones become lone surrogates. Raises ReadError."""
        return self.encoding(data).decode(data)

    @abstractmethod
    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        """The document of a source. Never raises on malformed markup: reads what a browser would show."""


def readable(source: str) -> str:
    """The source with U+FFFD for lone surrogates, which no library outside Python takes; positions stay the same."""
    return source if source.isascii() else _SURROGATE.sub("\ufffd", source)
