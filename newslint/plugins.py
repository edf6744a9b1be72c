"""The only seam: hooks through which rules, readers and reporters come in, the built-in rules as well.

Hooks run once, at start-up; afterwards the engine calls what they gave directly.
"""

import importlib
import importlib.util
import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import cast, get_type_hints

import pluggy

from newslint.errors import PluginError
from newslint.readers import BUILT_IN as BUILT_IN_READERS
from newslint.readers import for_path
from newslint.readers.base import Reader
from newslint.reporters import BUILT_IN as BUILT_IN_REPORTERS
from newslint.reporters.base import Reporter
from newslint.rule import RULE_ID, Rule
from newslint.suggest import did_you_mean

DEFAULT_PLUGINS = ("newslint_rules",)
ENTRY_POINT_GROUP = "newslint"

# A plugin that calls sys.exit(), as a script without a guard does, must not end the run with its own status.
_ANY_FAILURE = (Exception, SystemExit)

hookspec = pluggy.HookspecMarker("newslint")
hookimpl = pluggy.HookimplMarker("newslint")


class Hooks:
    """What a plugin may implement; each hook is called once, without arguments."""

    @hookspec
    def newslint_rules(self) -> Iterable[type[Rule]]:
        """Rule classes. Their family must not be one of the built-in families."""
        raise NotImplementedError

    @hookspec
    def newslint_readers(self) -> Iterable[Reader]:
        """Readers for further formats."""
        raise NotImplementedError

    @hookspec
    def newslint_reporters(self) -> Iterable[type[Reporter]]:
        """Reporter classes for further output formats."""
        raise NotImplementedError


HOOK_NAMES = ("newslint_rules", "newslint_readers", "newslint_reporters")


@dataclass(frozen=True)
class Plugins:
    """Everything that plugins brought, and what was wrong with some of it.

    rules: rule id -> class, in the order of registration. owners: rule id -> name of its plugin.
    errors: what could not be used, each naming its plugin; everything else still works.
    recipe: the arguments of the `load` that made it, so that a worker process can load the same; None if made by hand.
    """

    rules: Mapping[str, type[Rule]]
    owners: Mapping[str, str]
    readers: Mapping[str, Reader]
    reporters: Mapping[str, type[Reporter]]
    errors: tuple[PluginError, ...] = ()
    recipe: tuple[bool, tuple[Path, ...]] | None = None
    families: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "families", tuple(dict.fromkeys(rule.family() for rule in self.rules.values())))

    def reader_for(self, path: str | None) -> Reader:
        """The reader for a path's suffix; plain text where no reader claims it."""
        reader = for_path(path, self.readers.values()) if path else None
        return reader or self.readers["plain"]


def load(*, installed: bool = True, local: Sequence[Path] = ()) -> Plugins:
    """Load the built-in rules, then installed plugins, then local plugin files.

    installed: take the entry points of the group "newslint". local: Python files to run as plugins; pass none
    that you do not trust. Nothing raises: what fails is in `errors`, and the rest is there.
    """
    loader = _Loader()
    for name in DEFAULT_PLUGINS:
        loader.add(name, partial(importlib.import_module, name))
    loader.take_rules()
    loader.reserve_families()
    if installed:
        for name, load_entry_point in _entry_points():
            loader.add(name, load_entry_point)
    for path in local:
        loader.add(str(path), partial(_run_file, path))
    loader.take_rules()
    loader.take_readers()
    loader.take_reporters()
    return Plugins(
        loader.rules,
        loader.owners,
        loader.readers,
        loader.reporters,
        tuple(loader.errors),
        (installed, tuple(local)),
    )


def _entry_points() -> Iterator[tuple[str, Callable[[], object]]]:
    if not any(map(_may_hold_plugins, sys.path)):
        return
    from importlib.metadata import entry_points  # 30 ms: more than linting ten articles

    for entry_point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda entry_point: entry_point.name):
        source = f" ({entry_point.dist.name} {entry_point.dist.version})" if entry_point.dist else ""
        yield f"{entry_point.name}{source}", entry_point.load


def _may_hold_plugins(folder: str) -> bool:
    """Whether a distribution in a folder of sys.path may have entry points for us: a look before a dear import."""
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208 - names are enough
    except NotADirectoryError:
        return True  # an archive: importlib.metadata knows how to look into it
    except OSError:
        return False
    return any(_names_our_group(folder, name) for name in names if name.endswith((".dist-info", ".egg-info")))


def _names_our_group(folder: str, name: str) -> bool:
    try:
        with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123 - for speed
            return f"[{ENTRY_POINT_GROUP}]".encode() in file.read()
    except OSError:
        return False


def _run_file(path: Path) -> ModuleType:
    name = "newslint_local_" + "".join(char if char.isalnum() else f"_{ord(char):x}_" for char in str(path.absolute()))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up there
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


class _Loader:
    """Registers plugins one by one, so that a broken one is named and stops no other."""

    def __init__(self) -> None:
        self.rules: dict[str, type[Rule]] = {}
        self.owners: dict[str, str] = {}
        self.readers: dict[str, Reader] = {reader.name: reader for reader in BUILT_IN_READERS}
        self.reporters: dict[str, type[Reporter]] = {reporter.name: reporter for reporter in BUILT_IN_REPORTERS}
        self.errors: list[PluginError] = []
        self._reserved: frozenset[str] = frozenset()
        self._taken: set[str] = set()
        self._manager = pluggy.PluginManager("newslint")
        self._manager.add_hookspecs(Hooks)

    def add(self, name: str, load_plugin: Callable[[], object]) -> None:
        try:
            plugin = load_plugin()
            self._manager.register(plugin, name=name)
        except _ANY_FAILURE as error:
            self._fail(name, "cannot be loaded", error)
            return
        self._check_hooks(name, plugin)

    def reserve_families(self) -> None:
        self._reserved = frozenset(rule.family() for rule in self.rules.values())

    def take_rules(self) -> None:
        for plugin, rule in self._call("newslint_rules"):
            if problem := self._rule_problem(rule):
                self._fail(plugin, f"gives the rule {_name(rule)}, which cannot be used: {problem}")
            else:
                rule_class = cast("type[Rule]", rule)
                self.rules[rule_class.id] = rule_class
                self.owners[rule_class.id] = plugin

    def take_readers(self) -> None:
        for plugin, reader in self._call("newslint_readers"):
            if not isinstance(reader, Reader):
                self._fail(plugin, f"gives {reader!r} as a reader, which is no newslint.readers.Reader")
            elif problem := _name_problem(reader, self.readers) or _suffix_problem(reader):
                self._fail(plugin, f"gives the reader {type(reader).__name__}, which cannot be used: {problem}")
            else:
                self.readers[reader.name] = reader

    def take_reporters(self) -> None:
        for plugin, reporter in self._call("newslint_reporters"):
            if not (inspect.isclass(reporter) and issubclass(reporter, Reporter)):
                self._fail(plugin, f"gives {reporter!r} as a reporter, which is no newslint.reporters.Reporter class")
            elif problem := _name_problem(reporter, self.reporters) or _abstract_problem(reporter):
                self._fail(plugin, f"gives the reporter {reporter.__name__}, which cannot be used: {problem}")
            else:
                self.reporters[reporter.name] = reporter

    def _call(self, hook: str) -> Iterator[tuple[str, object]]:
        """What each plugin not yet asked gives for a hook; one that raises keeps what it gave before."""
        # pluggy lists the plugin registered last first.
        for implementation in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            name = implementation.plugin_name
            if (key := f"{hook} {name}") in self._taken:
                continue
            self._taken.add(key)
            try:
                for item in implementation.function():
                    yield name, item
            except _ANY_FAILURE as error:
                self._fail(name, f"failed in {hook}()", error)

    def _rule_problem(self, rule: object) -> str | None:
        if not (inspect.isclass(rule) and issubclass(rule, Rule)):
            return "it is no subclass of newslint.Rule"
        rule_id = getattr(rule, "id", None)
        if not (isinstance(rule_id, str) and RULE_ID.match(rule_id)):
            return f"its id is {rule_id!r}, but must be family.name in lower case, words joined by hyphens"
        if rule_id in self.rules:
            return f"the id {rule_id} is already taken by {self.owners[rule_id]}"
        if rule.family() in self._reserved:
            return f"the family {rule.family()!r} is reserved for the built-in rules; choose a family of your own"
        if "__dataclass_fields__" not in rule.__dict__ and "__annotations__" in rule.__dict__:
            return "it has options but is not decorated with @dataclass(frozen=True)"
        return _abstract_problem(rule) or self._alias_problem(rule) or self._default_problem(rule)

    def _alias_problem(self, rule: type[Rule]) -> str | None:
        taken = self.rules.keys() | {alias for other in self.rules.values() for alias in other.aliases}
        if not isinstance(rule.aliases, tuple):
            return f"its aliases are {rule.aliases!r}, but must be a tuple of ids"
        for alias in rule.aliases:
            if not (isinstance(alias, str) and RULE_ID.match(alias)):
                return f"its alias {alias!r} is no id"
            if alias in taken or alias.partition(".")[0] in self._reserved:
                return f"its alias {alias} is the name of another rule, or of a built-in family"
        return None

    def _default_problem(self, rule: type[Rule]) -> str | None:
        """Whether it works with its defaults; of the built-in rules the tests know that, and start-up need not ask."""
        try:
            rule()
            if self._reserved:
                get_type_hints(rule)
                rule.phrase_lists()
        except _ANY_FAILURE as error:
            return f"it cannot be used with its default options and phrases: {_cause(error)}"
        return None

    def _check_hooks(self, name: str, plugin: object) -> None:
        for caller in self._manager.get_hookcallers(plugin) or ():
            if not caller.has_spec():
                self._fail(name, f"implements the unknown hook {caller.name!r}{did_you_mean(caller.name, HOOK_NAMES)}")
        for hook in HOOK_NAMES:
            function = getattr(plugin, hook, None)
            if inspect.isroutine(function) and not hasattr(function, "newslint_impl"):
                self._fail(name, f"defines {hook}() without @newslint.hookimpl, so it is never called")

    def _fail(self, plugin: str, what: str, error: BaseException | None = None) -> None:
        problem = PluginError(f"plugin {plugin} {what}" + (f": {_cause(error)}" if error else ""))
        problem.__cause__ = error
        self.errors.append(problem)


def _name_problem(item: Reader | type[Reporter], taken: Mapping[str, object]) -> str | None:
    name = getattr(item, "name", None)
    if not (isinstance(name, str) and name):
        return f"its name is {name!r}"
    return f"there is one of the name {name!r}" if name in taken else None


def _suffix_problem(reader: Reader) -> str | None:
    if isinstance(reader.suffixes, tuple) and all(isinstance(suffix, str) for suffix in reader.suffixes):
        return None
    return f"its suffixes are {reader.suffixes!r}, but must be a tuple of strings"


def _abstract_problem(cls: type) -> str | None:
    missing = ", ".join(sorted(getattr(cls, "__abstractmethods__", ())))
    return f"it does not define {missing}()" if missing else None


def _name(rule: object) -> str:
    return rule.__name__ if inspect.isclass(rule) else repr(rule)


def _cause(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
