"""Options of rules as people and programs read them."""

import json
from collections.abc import Mapping, Set


def plain(value: object) -> object:
    """A value as JSON knows it: sets and tuples are lists, sets in order."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Set):
        return sorted((plain(item) for item in value), key=lambda item: (str(type(item)), item))
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value)


def setting(key: str, value: object) -> str:
    """A line of TOML that sets a key; a comment where the value is None, which TOML cannot say."""
    return f"# {key}: not set" if value is None else f"{key} = {toml(value)}"


def toml(value: object) -> str:
    """A value in TOML."""
    value = plain(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, float):
        return repr(value)  # also of inf and nan, as TOML writes them
    # Strings, integers and booleans read the same in JSON, but for a character that only TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
