"""The front matter of a Markdown file: the lines of it that say something about the article.

A small reading of `key: value` (YAML) and `key = value` (TOML): what a value of one line needs, and no more.
"""

import re
from typing import NamedTuple

from newslint.model import Span

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ENTRY = re.compile(r"(\w[\w-]*)[ \t]*[:=][ \t]*")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]|\Z)")


class FrontMatter(NamedTuple):
    """end: where the article begins. title: where the value of `title` stands. language: an ISO 639-1 code."""

    end: int
    title: Span | None = None
    language: str | None = None


def read(source: str) -> FrontMatter:
    """The front matter at the beginning of a source; its end is the beginning of the article if there is none.

    Three dashes also draw a line, so that the next line must be a key or a comment, and a line must close the block.
    """
    start = int(source.startswith("\ufeff"))
    opening = _LINE.match(source, start)
    assert opening  # it also matches nothing
    closing = _FENCES.get(opening[1].rstrip())
    if closing is None:
        return FrontMatter(start)
    title = language = None
    for number, line in enumerate(_LINE.finditer(source, opening.end())):
        if line[1].rstrip() in closing:
            return FrontMatter(line.end(), title, language)
        entry = _ENTRY.match(line[1])
        if number == 0 and not (entry or line[1].startswith("#")):
            break
        if entry and entry[1].lower() in ("title", "lang", "language"):
            value = _value(line[1], entry.end())
            text = line[1][slice(*value)]
            if entry[1].lower() == "title":
                title = Span(line.start() + value.start, line.start() + value.end) if text else None
            elif match := _LANGUAGE.match(text):
                language = match[1].lower()
    return FrontMatter(start)


def _value(line: str, start: int) -> Span:
    """Where the value that begins here stands in its line, without quotation marks; empty if it goes on below."""
    quote = line[start : start + 1]
    if quote in ("'", '"') and (end := line.rfind(quote)) > start:
        return Span(start + 1, end)
    if quote in ("|", ">", "'", '"', "[", "{", ""):
        return Span(start, start)
    end = line.find(" #", start)
    return Span(start, start + len(line[start : end if end >= 0 else None].rstrip()))
