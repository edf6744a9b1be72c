"""HTML."""

import codecs
import re

from newslint.document import Document
from newslint.readers.base import Reader, readable
from newslint.readers.decode import Encoding, encoding_of

_SNIFFED = 1024  # bytes, as the HTML standard has it
_DECLARATION = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
# What these names mean on the web (https://encoding.spec.whatwg.org/#names-and-labels), by the name of Python's codec.
_ON_THE_WEB = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Of a page whose declaration can be read byte by byte they cannot be true, or they run escapes of Python.
_NOT_ON_THE_WEB = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined")


class HtmlReader(Reader):
    """HTML as a browser shows it.

    White space collapses and character references are resolved; the marks that browsers draw round `<q>` are curly.
    Scripts, controls and hidden elements are left out; code is masked with "x". A table row is one block, its cells
    apart by tabs. The first h1 outside nav, aside and footer is the title.
    """

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def encoding(self, data: bytes) -> Encoding:
        return encoding_of(data, declared_encoding(data))

    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        # Plain text, the commonest input, should not pay for loading a reader of markup.
        from newslint.readers.builder import TextBuilder
        from newslint.readers.page import Page

        builder = TextBuilder()
        page = Page(builder)
        page.feed(readable(source).removeprefix("\ufeff"), source.startswith("\ufeff"))
        page.end_block()
        page.close_to(0)
        return builder.document(source, self.name, path, told=language, declared=page.language)


def declared_encoding(data: bytes) -> str | None:
    """The Python codec that `<meta charset>` or the XML declaration names; None if there is none that could be true."""
    match = _DECLARATION.search(data[:_SNIFFED])
    if not match:
        return None
    try:
        codec = codecs.lookup((match[1] or match[2]).decode("ascii", "replace")).name
    except LookupError:
        return None
    return None if codec.startswith(_NOT_ON_THE_WEB) else _ON_THE_WEB.get(codec, codec)
