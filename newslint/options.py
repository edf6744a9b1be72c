"""From TOML tables to typed values: dataclasses whose fields are the keys, with every problem told at once."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from newslint.suggest import did_you_mean

_T = TypeVar("_T")


def build(
    cls: type[_T],
    table: Mapping[str, object],
    where: str,
    problems: list[str],
    *,
    make: Callable[..., _T] | None = None,
    internal: tuple[str, ...] = (),
) -> _T | None:
    """A dataclass from a table with hyphenated keys; None, and an entry in `problems` for each, if it has any.

    where: what to write before a key in a message. make: what to call instead of the class. internal: fields that
    are no keys.
    """
    import msgspec  # 25 ms, and only needed where there is a configuration

    hints: dict[str, Any] = get_type_hints(cls)
    known = {
        item.name.replace("_", "-"): item
        for item in fields(cls)  # type: ignore[arg-type]
        if item.init and item.name not in internal
    }
    values: dict[str, object] = {}
    before = len(problems)
    for key, value in table.items():
        if key not in known:
            problems.append(f"{where}{key}: unknown key{did_you_mean(key, known)}")
            continue
        name = known[key].name
        try:
            values[name] = msgspec.convert(value, hints[name])
        except msgspec.ValidationError as error:
            problems.append(f"{where}{key}: {_expectation(hints[name], value) or error}")
    missing = [
        key
        for key, item in known.items()
        if item.default is MISSING and item.default_factory is MISSING and item.name not in values and key not in table
    ]
    if missing:
        problems.append(f"{where.rstrip('.')}: needs {', '.join(missing)}")
    if len(problems) > before:
        return None
    try:
        return (make or cls)(**values)
    except ValueError as error:
        problems.append(f"{where.rstrip('.')}: {error}")
    except Exception as error:  # a class of somebody else's may raise anything
        problems.append(f"{where.rstrip('.')}: {type(error).__name__}: {error}")
    return None


def _expectation(hint: object, value: object) -> str | None:
    """What a choice allows; for everything else msgspec says it well."""
    if get_origin(hint) is not Literal:
        return None
    return f"must be one of {', '.join(map(str, get_args(hint)))}, not {value!r}"
