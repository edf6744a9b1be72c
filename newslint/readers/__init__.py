"""From bytes to a Document: plain text, Markdown and HTML, each with exact offsets into its source."""

from collections.abc import Iterable
from pathlib import PurePath

from newslint.readers.base import Reader
from newslint.readers.html import HtmlReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader

BUILT_IN: tuple[Reader, ...] = (PlainReader(), MarkdownReader(), HtmlReader())

__all__ = ["BUILT_IN", "Reader", "for_path"]


def for_path(path: str, readers: Iterable[Reader] = BUILT_IN) -> Reader | None:
    """The first reader that claims the suffix of a path, in whatever case; None if none does."""
    suffix = PurePath(path).suffix.lower()
    return next((reader for reader in readers if suffix in reader.suffixes), None)
