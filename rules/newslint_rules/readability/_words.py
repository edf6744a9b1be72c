"""What the rules of this family share: word lists that are looked up and not searched for, and a limit on words."""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from newslint import Document

# Where words may part; without one more of these there cannot be one more word.
_SPACES = [char for char in map(chr, range(0x3001)) if char.isspace()]
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
