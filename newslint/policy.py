"""Which rules run on a document, and which of their findings are shown."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Config, Override
from newslint.document import Document
from newslint.errors import ConfigError
from newslint.model import Severity, Span
from newslint.options import build
from newslint.plugins import Plugins
from newslint.rule import Finding, Rule
from newslint.suggest import did_you_mean

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_DIRECTIVE = re.compile(r"\s*newslint-([a-z-]+):?(?:\s+(.*?))?\s*(?:(?:--|—).*)?\Z", re.DOTALL)
DIRECTIVES = ("ignore", "ignore-file", "disable", "enable")


@dataclass(frozen=True)
class RuleSet:
    """The rules for some files. severity: rule id -> the severity that the config gives it."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity]
    language: str | None


class _Silence(NamedTuple):
    """A stretch of the source where some rules are silent."""

    span: Span
    ids: frozenset[str]


class _Directive(NamedTuple):
    """What a comment tells newslint: one of DIRECTIVES, or something unknown, and the rules that it names."""

    name: str
    rules: tuple[str, ...]
    span: Span


class Policy:
    """A configuration resolved against the rules there are.

    Raises ConfigError, naming every unknown rule, family, option and bad value at once.
    """

    def __init__(self, config: Config, plugins: Plugins) -> None:
        self.config = config
        self._plugins = plugins
        self._names = Names(plugins)
        self._rule_sets: dict[tuple[int, ...], RuleSet] = {}
        self._ignored = {(_normal(item.path), item.fingerprint.lower()) for item in config.ignored}
        self._globs = [
            self._globs_of(override.files, f"overrides[{number}].files")
            for number, override in enumerate(config.overrides)
        ]
        self._globs_of(config.exclude, "exclude")
        # Most problems of overrides show here, not only when the first file comes that they are for.
        for override in config.overrides:
            self._rule_set((override,))
        self._rule_sets[()] = self._rule_set(())

    def rule_set(self, path: str | None) -> RuleSet:
        """The rules for a document with this path.

        Raises ConfigError if the overrides for it cannot be used together.
        """
        if not self._globs:
            return self._rule_sets[()]
        relative = self.relative(path)
        matching = tuple(
            number
            for number, spec in enumerate(self._globs)
            if relative is not None and spec is not None and spec.match_file(relative)
        )
        if matching not in self._rule_sets:
            self._rule_sets[matching] = self._rule_set(tuple(self.config.overrides[number] for number in matching))
        return self._rule_sets[matching]

    def relative(self, path: str | None) -> str | None:
        """A path as globs see it: relative to the folder of the config file, with forward slashes."""
        if path is None:
            return None
        if self.config.root is None:
            return _normal(path)
        full = absolute(path)
        return full.relative_to(self.config.root).as_posix() if full.is_relative_to(self.config.root) else None

    def apply(self, document: Document, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings to show and those that were silenced, both in source order."""
        shown: list[Finding] = []
        suppressed: list[Finding] = []
        silences = list(self._silences(document)) if document.comments else []
        relative = self.relative(document.path) if self._ignored else None
        for finding in sorted(findings, key=lambda finding: (finding.span, finding.rule)):
            if finding.confidence < self.config.min_confidence:
                continue
            is_ignored = relative is not None and (relative, finding.fingerprint) in self._ignored
            silent = is_ignored or any(_covers(silence, finding) for silence in silences)
            (suppressed if silent else shown).append(finding)
        return shown, suppressed

    def comment_problems(self, document: Document) -> Iterator[tuple[Span, str]]:
        """Directives in comments that newslint does not know, and names in them that it does not know."""
        for directive in _directives(document):
            if directive.name not in DIRECTIVES:
                hint = did_you_mean(directive.name, DIRECTIVES)
                yield directive.span, f"unknown directive newslint-{directive.name}{hint}"
                continue
            for name in directive.rules:
                if problem := self._names.problem(name):
                    yield directive.span, problem

    def _globs_of(self, patterns: tuple[str, ...], key: str) -> "GitIgnoreSpec | None":
        try:
            return globs(patterns) if patterns else None
        except ConfigError as error:
            raise self._error([f"{key}: {error}"]) from error

    def _error(self, problems: Iterable[str]) -> ConfigError:
        where = f"{self.config.origin}: " if self.config.origin else ""
        return ConfigError("\n".join(f"{where}{problem}" for problem in dict.fromkeys(problems)))

    # -- selecting

    def _rule_set(self, overrides: tuple[Override, ...]) -> RuleSet:
        """The rules under some overrides, each laid over what stands before it."""
        config, problems = self.config, list[str]()
        selected: set[str] = set()
        for name in config.select:
            selected |= self._names.resolve(name, "select", problems)
        severity: dict[str, Severity] = {}
        options: dict[str, dict[str, object]] = {}
        layers: tuple[Config | Override, ...] = (config, *overrides)
        for layer in layers:
            for name in layer.extend_select:
                selected |= self._names.resolve(name, "extend-select", problems)
            for name in layer.ignore:
                selected -= self._names.resolve(name, "ignore", problems, opt_in=True)
            severity |= self._severity(layer.severity, problems)
            for rule_id, table in layer.rules.items():
                for known in self._names.rule(rule_id, "rules", problems):
                    options.setdefault(known, {}).update(table)
        rules = [self._build(rule_id, options.get(rule_id, {}), problems) for rule_id in self._plugins.rules]
        if problems:
            raise self._error(problems)
        language = next((layer.language for layer in reversed(layers) if layer.language), None)
        return RuleSet(tuple(rule for rule in rules if rule and rule.id in selected), severity, language)

    def _severity(self, table: Mapping[str, Severity], problems: list[str]) -> dict[str, Severity]:
        """Severity by rule id: one for a rule wins over one for its family, and that over one for all."""
        by_breadth = sorted(table.items(), key=lambda item: ("." in item[0], item[0] in self._plugins.families))
        return {
            rule_id: level
            for name, level in by_breadth
            for rule_id in self._names.resolve(name, "severity", problems, opt_in=True)
        }

    def _build(self, rule_id: str, options: Mapping[str, object], problems: list[str]) -> Rule | None:
        rule_class = self._plugins.rules[rule_id]
        return build(rule_class, options, f"rules.{rule_id}.", problems) if options else rule_class()

    # -- silencing

    def _silences(self, document: Document) -> Iterator[_Silence]:
        """Where comments switch rules off."""
        disabled: dict[str, int] = {}  # rule id -> where it was switched off
        for directive in _directives(document):
            ids = self._ids(directive.rules or ("all",))
            match directive.name:
                case "ignore-file":
                    yield _Silence(Span(0, len(document.source)), ids)
                case "ignore":
                    if (block := _block_meant(document, directive.span)) is not None:
                        yield _Silence(block, ids)
                case "disable":
                    for rule_id in ids - disabled.keys():
                        disabled[rule_id] = directive.span.end
                case "enable":
                    for rule_id in ids & disabled.keys():
                        yield _Silence(Span(disabled.pop(rule_id), directive.span.start), frozenset({rule_id}))
        for rule_id, start in disabled.items():
            yield _Silence(Span(start, len(document.source)), frozenset({rule_id}))

    def _ids(self, names: Iterable[str]) -> frozenset[str]:
        problems: list[str] = []  # told by comment_problems
        return frozenset(rule_id for name in names for rule_id in self._names.resolve(name, "", problems, opt_in=True))


def _directives(document: Document) -> Iterator[_Directive]:
    for comment in document.comments:
        if match := _DIRECTIVE.match(comment.text):
            yield _Directive(match[1], tuple(re.findall(r"[^\s,]+", match[2] or "")), comment.span)


def _block_meant(document: Document, comment: Span) -> Span | None:
    """The block that a comment stands in or before: in it also where nothing but blanks lie between its text and it."""
    for block in document.blocks:
        if block.span.end > comment.end:
            return block.span
        if not document.source[block.span.end : comment.start].strip(" \t"):
            return block.span
    return None


class Names:
    """What a name in a config or a comment may mean."""

    def __init__(self, plugins: Plugins) -> None:
        self._rules = plugins.rules
        self._families = plugins.families
        self._aliases = {alias: rule.id for rule in plugins.rules.values() for alias in rule.aliases}

    def resolve(self, name: str, key: str, problems: list[str], *, opt_in: bool = False) -> frozenset[str]:
        """The rule ids that a name stands for; with opt_in, families include the rules that are off by default."""
        if name == "all":
            return frozenset(self._rules)
        if name == "default" or name in self._families:
            return frozenset(
                rule.id
                for rule in self._rules.values()
                if name in ("default", rule.family()) and (opt_in or not rule.opt_in)
            )
        return frozenset(self.rule(name, key, problems))

    def rule(self, name: str, key: str, problems: list[str]) -> tuple[str, ...]:
        """The id of one rule, also by an alias; empty, and a problem, if there is none."""
        if problem := self.problem(name):
            problems.append(f"{key}: {problem}")
            return ()
        return (self._aliases.get(name, name),)

    def problem(self, name: str) -> str | None:
        known = (*self._rules, *self._aliases, *self._families, "all", "default")
        if name in known:
            return None
        return f"unknown rule or family {name!r}{did_you_mean(name, known)}"


@cache
def globs(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    """Globs with the meaning that they have in a .gitignore file. Raises ConfigError for one that has none."""
    from pathspec import GitIgnoreSpec  # 35 ms, only where a config has globs

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise ConfigError(f"{', '.join(patterns)}: {error}") from error


def absolute(path: str | Path) -> Path:
    """A path from the root, without "..". Links are not followed: a link has the settings of where it stands."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolves "..", which Path.absolute does not


def _normal(path: str) -> str:
    """A relative path as people may write it: with backslashes, "./" or "..", always the same."""
    return os.path.normpath(path.replace("\\", "/")).replace(os.sep, "/")


def _covers(silence: _Silence, finding: Finding) -> bool:
    return silence.span.start <= finding.span.start < silence.span.end and finding.rule in silence.ids
