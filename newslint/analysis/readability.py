"""Counts and readability scores."""

from collections.abc import Iterable

from newslint.model import Readability


def measure(sentences: Iterable[str], language: str | None) -> Readability:
    """Counts and scores of the sentences of a text."""
    raise NotImplementedError
