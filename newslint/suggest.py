"""A better name for one that is not known."""

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ "; did you mean 'x'?", or nothing where no known name is near."""
    from difflib import get_close_matches  # only errors need it

    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""
