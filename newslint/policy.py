"""Which rules run on a document, and which of their findings are shown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Config, Override, build
from newslint.document import Document
from newslint.errors import ConfigError
from newslint.model import Severity, Span
from newslint.plugins import Plugins
from newslint.rule import Finding, Rule
from newslint.suggest import did_you_mean

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_DIRECTIVE = re.compile(r"\s*newslint-(ignore-file|ignore|disable|enable)\b:?\s*(.*?)\s*(?:--.*)?\Z", re.DOTALL)
_ANY_DIRECTIVE = re.compile(r"\s*newslint-([\w-]+)")
DIRECTIVES = ("ignore", "ignore-file", "disable", "enable")


@dataclass(frozen=True)
class RuleSet:
    """The rules for some files. severity: rule id -> the severity that the config gives it."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity]
    language: str | None


class _Silence(NamedTuple):
    """A stretch of the source where some rules are silent; ids None means all rules."""

    span: Span
    ids: frozenset[str] | None


class Policy:
    """A configuration resolved against the rules there are.

    Raises ConfigError, naming every unknown rule, family, option and bad value at once.
    """

    def __init__(self, config: Config, plugins: Plugins) -> None:
        self.config = config
        self._plugins = plugins
        self._names = _Names(plugins)
        self._rule_sets: dict[tuple[int, ...], RuleSet] = {}
        self._ignored = {(item.path, item.fingerprint) for item in config.ignored}
        self._globs = [globs(override.files) for override in config.overrides]
        # Every combination of overrides is made of parts that are checked here, so that no error comes late.
        for override in config.overrides:
            self._rule_set((override,))
        self._rule_sets[()] = self._rule_set(())

    def rule_set(self, path: str | None) -> RuleSet:
        """The rules for a document with this path."""
        relative = self.relative(path)
        matching = tuple(
            number for number, spec in enumerate(self._globs) if relative is not None and spec.match_file(relative)
        )
        if matching not in self._rule_sets:
            self._rule_sets[matching] = self._rule_set(tuple(self.config.overrides[number] for number in matching))
        return self._rule_sets[matching]

    def relative(self, path: str | None) -> str | None:
        """A path as globs see it: relative to the folder of the config file, with forward slashes."""
        if path is None:
            return None
        if self.config.root is None:
            return Path(path).as_posix()
        resolved = Path(path).resolve()
        return resolved.relative_to(self.config.root).as_posix() if resolved.is_relative_to(self.config.root) else None

    def apply(self, document: Document, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings to show and those that were silenced, both in source order."""
        shown: list[Finding] = []
        suppressed: list[Finding] = []
        silences = list(self._silences(document)) if document.comments else []
        relative = self.relative(document.path)
        for finding in sorted(findings, key=lambda finding: (finding.span, finding.rule)):
            if finding.confidence < self.config.min_confidence:
                continue
            silent = any(_covers(silence, finding) for silence in silences) or (
                bool(self._ignored) and (relative, finding.fingerprint) in self._ignored
            )
            (suppressed if silent else shown).append(finding)
        return shown, suppressed

    def comment_problems(self, document: Document) -> Iterator[tuple[Span, str]]:
        """Directives in comments that say nothing newslint knows."""
        for comment in document.comments:
            directive = _ANY_DIRECTIVE.match(comment.text)
            if directive is None:
                continue
            if directive[1] not in DIRECTIVES:
                yield comment.span, f"unknown directive newslint-{directive[1]}{did_you_mean(directive[1], DIRECTIVES)}"
                continue
            for name in _directive_names(comment.text):
                if problem := self._names.problem(name):
                    yield comment.span, problem

    # -- selecting

    def _rule_set(self, overrides: tuple[Override, ...]) -> RuleSet:
        config, problems = self.config, list[str]()
        selected: set[str] = set()
        severity: dict[str, Severity] = {}
        options: dict[str, dict[str, object]] = {}
        for name in (*config.select, *config.extend_select, *(n for o in overrides for n in o.extend_select)):
            selected |= self._names.resolve(name, "select", problems)
        for name in (*config.ignore, *(n for o in overrides for n in o.ignore)):
            selected -= self._names.resolve(name, "ignore", problems, opt_in=True)
        layers: tuple[Config | Override, ...] = (config, *overrides)
        for layer in layers:
            severity |= self._severity(layer.severity, problems)
            for rule_id, table in layer.rules.items():
                for known in self._names.rule(rule_id, "rules", problems):
                    options.setdefault(known, {}).update(table)
        rules = [self._build(rule_id, options.get(rule_id, {}), problems) for rule_id in self._plugins.rules]
        if problems:
            where = f"{config.origin}: " if config.origin else ""
            raise ConfigError("\n".join(f"{where}{problem}" for problem in dict.fromkeys(problems)))
        language = next((o.language for o in reversed(overrides) if o.language), config.language)
        return RuleSet(tuple(rule for rule in rules if rule and rule.id in selected), severity, language)

    def _severity(self, table: Mapping[str, Severity], problems: list[str]) -> dict[str, Severity]:
        """Severity by rule id; one given for a rule wins over one given for its family."""
        by_breadth = sorted(table.items(), key=lambda item: "." in item[0])
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
        """Where comments switch rules off. `ignore` holds for the block it stands in or before."""
        end_of_all = len(document.source)
        disabled: dict[str | None, int] = {}
        for comment in document.comments:
            directive = _DIRECTIVE.match(comment.text)
            if directive is None:
                continue
            names = _directive_names(comment.text)
            ids = self._ids(names) if names else None
            if directive[1] == "ignore-file":
                yield _Silence(Span(0, end_of_all), ids)
            elif directive[1] == "ignore":
                block = next((block for block in document.blocks if block.span.end > comment.span.end), None)
                if block is not None:
                    yield _Silence(Span(min(comment.span.start, block.span.start), block.span.end), ids)
            elif directive[1] == "disable":
                for name in ids if ids is not None else (None,):
                    disabled.setdefault(name, comment.span.end)
            else:
                for name in list(disabled) if ids is None else ids:
                    if (start := disabled.pop(name, None)) is not None:
                        yield _Silence(Span(start, comment.span.start), None if name is None else frozenset({name}))
        for name, start in disabled.items():
            yield _Silence(Span(start, end_of_all), None if name is None else frozenset({name}))

    def _ids(self, names: Iterable[str]) -> frozenset[str]:
        problems: list[str] = []
        return frozenset(rule_id for name in names for rule_id in self._names.resolve(name, "", problems, opt_in=True))


class _Names:
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


def globs(patterns: Iterable[str]) -> "GitIgnoreSpec":
    """Globs with the meaning that they have in a .gitignore file."""
    from pathspec import GitIgnoreSpec  # 35 ms, only where a config has globs

    return GitIgnoreSpec.from_lines(patterns)


def _directive_names(text: str) -> list[str]:
    directive = _DIRECTIVE.match(text)
    return re.split(r"[\s,]+", directive[2]) if directive and directive[2] else []


def _covers(silence: _Silence, finding: Finding) -> bool:
    starts_inside = silence.span.start <= finding.span.start < silence.span.end
    return starts_inside and (silence.ids is None or finding.rule in silence.ids)
