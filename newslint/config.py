"""The configuration: [tool.newslint] in pyproject.toml, or newslint.toml. Unknown keys are errors with a suggestion."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from newslint.analysis.language import canonical
from newslint.errors import ConfigError
from newslint.model import Severity
from newslint.options import build

_T = TypeVar("_T")

OptionTables = Mapping[str, Mapping[str, Any]]
FailOn = Literal["error", "warning", "info", "never"]

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

    def __post_init__(self) -> None:
        _check(self, "files", "extend_select", "ignore")


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
    fail_on: FailOn = "warning"
    min_confidence: float = 0.0
    root: Path | None = None
    origin: Path | None = None

    def __post_init__(self) -> None:
        _check(self, "select", "extend_select", "ignore", "exclude", "local_plugins")
        if self.fail_on not in get_args(FailOn):
            raise ConfigError(f"fail-on must be one of {', '.join(get_args(FailOn))}, not {self.fail_on!r}")
        if not (isinstance(self.min_confidence, int | float) and 0 <= self.min_confidence <= 1):
            raise ConfigError(f"min-confidence must be a number between 0 and 1, not {self.min_confidence!r}")
        if self.root is not None:
            object.__setattr__(self, "root", self.root.absolute())
        for kind, cls in (("overrides", Override), ("ignored", IgnoredFinding)):
            if not all(isinstance(item, cls) for item in getattr(self, kind)):
                raise ConfigError(f"{kind} must hold {cls.__name__} values")


def _check(settings: Config | Override, *lists: str) -> None:
    """Hold a configuration made in Python to what a file is held to; mends what means the same."""
    for name in lists:
        value = getattr(settings, name)
        if isinstance(value, str) or not all(isinstance(item, str) for item in value or ()):
            raise ConfigError(f"{name} must be a list of strings, not {value!r}")
        object.__setattr__(settings, name, tuple(value or ()))
    for name, level in settings.severity.items():
        if level not in get_args(Severity):
            raise ConfigError(f"severity: {name} must be one of {', '.join(get_args(Severity))}, not {level!r}")
    if settings.language is not None:
        try:
            object.__setattr__(settings, "language", canonical(settings.language))
        except ValueError as error:
            raise ConfigError(f"language: {error}") from error


def load(path: Path) -> Config | None:
    """The configuration of a file; None for a pyproject.toml without a [tool.newslint] table.

    Raises ConfigError naming file and key, and where it can the line, for anything that cannot be used; all
    problems of the file at once.
    """
    import tomllib  # 10 ms, and only needed where there is a configuration

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data: object = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8, as TOML must be: byte {error.start} cannot be read") from error
    except tomllib.TOMLDecodeError as error:
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
            if _is_file(path) and (config := load(path)) is not None:
                return config
    return Config()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be looked into cannot hold anybody's settings
        return False


def _config(data: Mapping[str, object], path: Path, problems: list[str]) -> Config | None:
    table = _with_flat_tables(data, "", problems)
    overrides = _array(table.pop("overrides", []), Override, "overrides", problems)
    ignored = _array(table.pop("ignored", []), IgnoredFinding, "ignored", problems)
    make = partial(Config, overrides=overrides, ignored=ignored, root=path.parent, origin=path)
    try:
        return build(Config, table, "", problems, make=make, internal=("root", "origin"))
    except ConfigError as error:
        problems.append(str(error))
        return None


def _array(value: object, cls: type[_T], where: str, problems: list[str]) -> tuple[_T, ...]:
    if not (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
        problems.append(f"{where}: must be an array of tables: [[{where}]]")
        return ()
    built = []
    for number, item in enumerate(value):
        place = f"{where}[{number}]."
        try:
            built.append(build(cls, _with_flat_tables(item, place, problems), place, problems))
        except ConfigError as error:
            problems.append(f"{place}{error}")
    return tuple(item for item in built if item is not None)


def _with_flat_tables(data: Mapping[str, object], where: str, problems: list[str]) -> dict[str, object]:
    """A table in which `rules` and `severity` go by rule ids: TOML makes two tables of "quotes.unclosed"."""
    flat = dict(data)
    flatten: dict[str, Callable[[object, str], object]] = {"rules": _options_by_rule, "severity": _severity_by_name}
    for key in flatten.keys() & flat.keys():
        try:
            flat[key] = flatten[key](flat[key], f"{where}{key}")
        except ConfigError as error:
            problems.append(str(error))
            del flat[key]
    return flat


def _options_by_rule(value: object, where: str) -> dict[str, Mapping[str, object]]:
    """[rules.family.name] and [rules."family.name"] tables by rule id."""
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: must be a table")
    tables: dict[str, Mapping[str, object]] = {}
    for family, rules in value.items():
        named = {family: rules} if "." in family else rules
        if not isinstance(named, dict):
            raise ConfigError(f"{where}: options stand in a table [{where}.{family}.NAME]")
        for name, options in named.items():
            rule = name if "." in family else f"{family}.{name}"
            if not isinstance(options, dict):
                raise ConfigError(f"{where}: options stand in a table [{where}.{rule}]; {name!r} is none")
            tables[rule] = options
    return tables


def _severity_by_name(value: object, where: str) -> dict[str, object]:
    """Levels by rule id or family, however the ids were written."""
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: must be a table")
    levels: dict[str, object] = {}
    for name, level in value.items():
        levels |= {f"{name}.{rule}": one for rule, one in level.items()} if isinstance(level, dict) else {name: level}
    for name, level in levels.items():
        if level not in get_args(Severity):
            raise ConfigError(f"{where}: {name} must be one of {', '.join(get_args(Severity))}, not {level!r}")
    return levels


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
