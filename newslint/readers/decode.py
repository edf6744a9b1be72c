"""From the bytes of a file to code points, without a guess: what a guess gets wrong shifts every quotation mark."""

import codecs
from typing import NamedTuple

from newslint.errors import ReadError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BINARY_SNIFF = 8192  # bytes, as git looks at


class Encoding(NamedTuple):
    """How a file is written: a codec of Python, and the byte order mark before the text, which is no part of it."""

    codec: str
    mark: bytes = b""

    def decode(self, data: bytes) -> str:
        """The text of a file in this encoding; of UTF-8, undecodable bytes become lone surrogates.

        Raises ReadError where bytes are left over, as in half a code unit of UTF-16.
        """
        try:
            return data[len(self.mark) :].decode(self.codec, self._errors)
        except UnicodeError as error:
            raise ReadError(f"not valid {self.codec}, though it begins with its byte order mark: {error}") from error

    def encode(self, text: str) -> bytes:
        """The bytes that `decode` reads as this text. Raises UnicodeEncodeError for what the codec cannot write."""
        return self.mark + text.encode(self.codec, self._errors)

    @property
    def _errors(self) -> str:
        return "surrogateescape" if self.codec == "utf-8" else "surrogatepass" if self.mark else "strict"


def encoding_of(data: bytes, declared: str | None = None) -> Encoding:
    """How a file is written: as its byte order mark says, else UTF-8 if it is valid, else as declared, else UTF-8.

    declared: the codec that the file names, as HTML does. It counts only where the bytes are valid in it and not
    in UTF-8: pages are often re-encoded with their declaration left as it was. Raises ReadError for binary files.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Encoding(codec, mark)
    if b"\0" in data[:_BINARY_SNIFF]:
        raise ReadError("a binary file: there are NUL bytes at its beginning")
    if declared and not _is_valid(data, "utf-8") and _is_valid(data, declared):
        return Encoding(declared)
    return Encoding("utf-8")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file, line breaks as they are. Arguments and errors are those of `encoding_of`."""
    return encoding_of(data, declared).decode(data)


def _is_valid(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (LookupError, ValueError):
        return False
    return True
