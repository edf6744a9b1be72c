"""Documents in, reports out, with one guard round every rule."""

from newslint.document import Document
from newslint.readers.html import HtmlReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader

_READERS = {reader.name: reader for reader in (PlainReader(), MarkdownReader(), HtmlReader())}


def segment(text: str, format: str = "plain", language: str | None = None) -> Document:  # noqa: A002
    """The document of a text, without running any rule."""
    return _READERS[format].read(text, language=language)
