"""Word lists of the rules of this family, which are looked up and not searched for."""

import pkgutil
from collections.abc import Mapping
from functools import cache


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of `<name>.toml` in this folder, by key; read at first use."""
    import tomllib  # most runs do without

    data = pkgutil.get_data(__package__, f"{name}.toml") or b""
    return {key: frozenset(words) for key, words in tomllib.loads(data.decode("utf-8")).items()}
