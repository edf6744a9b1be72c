"""The configuration: [tool.newslint] in pyproject.toml, or newslint.toml. Unknown keys are errors with a suggestion."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, get_type_hints

from newslint.errors import ConfigError
from newslint.model import Severity
from newslint.suggest import did_you_mean

_T = TypeVar("_T")

OptionTables = Mapping[str, Mapping[str, object]]

FILE_NAMES = ("newslint.toml", "pyproject.toml")


@dataclass(frozen=True)
class Override:
    """Other settings for some files.

    files: globs as in .gitignore, relative to the folder of the config file. Later overrides win over earlier ones.
    """

    files: tuple[str, ...]
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: OptionTables = field(default_factory=dict)
    language: str | None = None


@dataclass(frozen=True)
class IgnoredFinding:
    """One finding to leave out: how plain text, which has no comments, says so."""

    path: str
    fingerprint: str
    reason: str = ""


@dataclass(frozen=True)
class Config:
    """What to check and how severe it is. Every field is a key of the config file, written with hyphens.

    select, extend_select, ignore: rule ids, families (their default rules), "default" (the default rules of every
    family) or "all" (opt-in rules too). severity: rule id or family -> severity. rules: rule id -> option -> value.
    fail_on: findings from this severity on make the exit status 1. min_confidence: leave out findings below it.
    exclude: globs of files to pass over. ignored: single findings to leave out. local_plugins: Python files with
    rules of this repository, run only when the caller allows it. language: of every document, instead of detecting.
    root: the folder that globs are relative to. origin: the file it came from.
    """

    select: tuple[str, ...] = ("default",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: OptionTables = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    ignored: tuple[IgnoredFinding, ...] = ()
    exclude: tuple[str, ...] = ()
    local_plugins: tuple[str, ...] = ()
    language: str | None = None
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    min_confidence: float = 0.0
    root: Path | None = None
    origin: Path | None = None

    def __post_init__(self) -> None:
        for name in ("select", "extend_select", "ignore", "exclude", "local_plugins"):
            if isinstance(getattr(self, name), str):  # would be taken for a sequence of letters
                raise ConfigError(f"{name} must be a list of strings, not {getattr(self, name)!r}")
            object.__setattr__(self, name, tuple(getattr(self, name)))
        if not 0 <= self.min_confidence <= 1:
            raise ConfigError(f"min-confidence must lie between 0 and 1, not {self.min_confidence}")


def load(path: Path) -> Config | None:
    """The configuration of a file; None for a pyproject.toml without a [tool.newslint] table.

    Raises ConfigError naming file, line and key for anything that cannot be used; all problems at once.
    """
    import tomllib  # 10 ms, and only needed where there is a configuration

    try:
        text = path.read_text(encoding="utf-8")
        data: object = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if path.name == "pyproject.toml":
        tool = data.get("tool") if isinstance(data, dict) else None
        if not (isinstance(tool, dict) and "newslint" in tool):
            return None
        data = tool["newslint"]
    if not isinstance(data, dict):
        raise ConfigError(f"{path}: [tool.newslint] must be a table")
    problems: list[str] = []
    config = _config(data, path, problems)
    if config is None or problems:
        raise ConfigError("\n".join(f"{path}{_line(text, problem)}: {problem}" for problem in problems))
    return config


def discover(folder: Path) -> Config:
    """The configuration that holds in a folder: the nearest one upward, else the defaults."""
    for parent in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = parent / name
            if path.is_file() and (config := load(path)) is not None:
                return config
    return Config()


def _config(data: Mapping[str, object], path: Path, problems: list[str]) -> Config | None:
    data = dict(data)
    overrides = _tables(data.pop("overrides", []), Override, "overrides", problems)
    ignored = _tables(data.pop("ignored", []), IgnoredFinding, "ignored", problems)
    make = partial(Config, overrides=overrides, ignored=ignored, root=path.parent.resolve(), origin=path)
    try:
        return build(Config, data, "", problems, make=make, internal=("root", "origin"))
    except ConfigError as error:
        problems.append(str(error))
        return None


def _tables(value: object, cls: type[_T], where: str, problems: list[str]) -> tuple[_T, ...]:
    if not (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
        problems.append(f"{where}: must be an array of tables: [[{where}]]")
        return ()
    built = (build(cls, item, f"{where}[{number}].", problems) for number, item in enumerate(value))
    return tuple(item for item in built if item is not None)


def build(
    cls: type[_T],
    data: Mapping[str, object],
    where: str,
    problems: list[str],
    *,
    make: Callable[..., _T] | None = None,
    internal: tuple[str, ...] = (),
) -> _T | None:
    """A dataclass from a table with hyphenated keys; None, and an entry in `problems` for each, if it has any.

    where: what to write before a key in a message. make: what to call instead of the class.
    """
    import msgspec  # 25 ms, and only needed where there is a configuration

    hints: dict[str, Any] = get_type_hints(cls)
    names = {item.name.replace("_", "-"): item for item in fields(cls) if item.name not in internal}  # type: ignore[arg-type]
    values: dict[str, object] = {}
    before = len(problems)
    for key, value in data.items():
        item = names.get(key)
        if item is None:
            problems.append(f"{where}{key}: unknown key{did_you_mean(key, names)}")
            continue
        try:
            if item.name == "rules":
                values["rules"] = _option_tables(value, f"{where}rules.")
            else:
                values[item.name] = msgspec.convert(value, hints[item.name])
        except (msgspec.ValidationError, ConfigError) as error:
            problems.append(f"{where}{key}: {error}")
    if len(problems) > before:
        return None
    try:
        return (make or cls)(**values)
    except TypeError as error:
        problems.append(f"{where.rstrip('.')}: {_missing(error)}")
    except ValueError as error:
        problems.append(f"{where.rstrip('.')}: {error}")
    return None


def _missing(error: TypeError) -> str:
    keys = re.findall(r"'(\w+)'", str(error))
    return f"needs {', '.join(key.replace('_', '-') for key in keys)}" if keys else str(error)


def _option_tables(value: object, where: str) -> dict[str, Mapping[str, object]]:
    """[rules.family.name] tables by rule id."""
    tables: dict[str, Mapping[str, object]] = {}
    if not isinstance(value, dict):
        raise ConfigError("must be a table")
    for family, rules in value.items():
        if not isinstance(rules, dict):
            raise ConfigError(f"options stand in a table [{where}{family}.NAME]")
        for name, options in rules.items():
            if not isinstance(options, dict):
                raise ConfigError(f"options stand in a table [{where}{family}.{name}]; {name!r} is none")
            tables[f"{family}.{name}"] = options
    return tables


def _line(text: str, problem: str) -> str:
    """ ":12" for the first line that sets the key a problem begins with; tomllib tells no places."""
    key = problem.partition(":")[0].rpartition(".")[2]
    if not key:
        return ""
    pattern = re.compile(
        rf"""^[ \t]*(?:["']?{re.escape(key)}["']?\s*=|\[+[^\]\n]*\b{re.escape(key)}["']?\s*\]+)""", re.MULTILINE
    )
    match = pattern.search(text)
    return f":{text.count(chr(10), 0, match.end()) + 1}" if match else ""
