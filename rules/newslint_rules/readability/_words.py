"""What the rules of this family share: word lists that are looked up and not searched for, and a limit on words."""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from newslint import Document

# Where words may part; without one more of these there cannot be one more word.
_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_SEPARATORS = (*_SPACES, "—", "–", "…", "/", "--", "...")


def most_words(document: Document) -> Callable[[str], int]:
    """A cheap upper bound of the words of a passage of the document: nearly all are short, and need no exact count."""
    separators = [separator for separator in _SEPARATORS if separator in document.text]
    return lambda passage: 1 + sum(map(passage.count, separators))


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of `<name>.toml` in this folder, by key; read at first use."""
    import tomllib  # most runs do without

    data = pkgutil.get_data(__package__, f"{name}.toml") or b""
    return {key: frozenset(words) for key, words in tomllib.loads(data.decode("utf-8")).items()}
