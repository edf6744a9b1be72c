"""One run of `newslint check`: whose settings hold for which file, what failed, what was found."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from time import monotonic

import click

from newslint import config as configuration
from newslint import plugins
from newslint.analysis.template_index import TemplateIndex
from newslint.cli.problems import tell
from newslint.config import Config, FailOn, Override
from newslint.errors import ConfigError
from newslint.linter import Linter
from newslint.model import Severity
from newslint.plugins import Plugins
from newslint.policy import Names, absolute, globs
from newslint.report import Report

_RANK: dict[FailOn, int] = {"info": 0, "warning": 1, "error": 2, "never": 3}
_PROGRESS_SECONDS = 0.2


@dataclass(frozen=True)
class Flags:
    """What the command line says, over what a configuration says."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float | None = None
    fail_on: FailOn | None = None
    language: str | None = None
    config_path: Path | None = None
    isolated: bool = False
    no_plugins: bool = False
    allow_local_plugins: bool = False
    template_index: Path | None = None

    def over(self, config: Config) -> Config:
        """The configuration with the flags laid over it, also over its overrides."""
        overrides = config.overrides
        if self.select:
            overrides = tuple(replace(override, extend_select=()) for override in overrides)
        if self.extend_select or self.ignore or self.language:
            last = Override(files=("*",), extend_select=self.extend_select, ignore=self.ignore, language=self.language)
            overrides = (*overrides, last)
        return replace(
            config,
            select=self.select or config.select,
            # Also in the base: no override holds for files outside the folder of the configuration.
            extend_select=(() if self.select else config.extend_select) + self.extend_select,
            ignore=config.ignore + self.ignore,
            overrides=overrides,
            min_confidence=config.min_confidence if self.min_confidence is None else self.min_confidence,
            fail_on=self.fail_on or config.fail_on,
            language=self.language or config.language,
        )

    def problems(self, known: Plugins) -> Iterator[str]:
        """The names given that no rule or family has."""
        names = Names(known)
        for flag in ("select", "extend_select", "ignore"):
            for name in getattr(self, flag):
                if problem := names.problem(name):
                    yield f"--{flag.replace('_', '-')}: {problem}"
                elif flag != "ignore" and self.template_index is None and _needs_index(known, name):
                    yield f"--{flag.replace('_', '-')}: {name} needs --template-index; `newslint index build` makes one"


class Session:
    """Finds the linter for each file, tells every problem once, and keeps count for summary and exit status.

    folder: where the first input lies; its settings decide which formats there are. quiet: show no progress.
    """

    def __init__(self, flags: Flags, folder: Path = Path(), *, quiet: bool = False) -> None:
        self.flags = flags
        self.failed = False
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self.findings: Counter[str] = Counter()
        self._folder = absolute(folder)
        self._quiet = quiet
        self._reaches_limit = False
        self._told: set[str] = set()
        self._linters: dict[Path | None, Linter | None] = {}  # by config file
        self._configs: dict[Path, Config | None] = {}  # by folder
        self._plugins: dict[tuple[Path, ...], Plugins] = {}  # by local plugins
        self._shown_at = monotonic()
        self._progress = ""

    # -- settings

    def linter(self, path: Path) -> Linter | None:
        """The linter with the settings that hold for a file; None where they cannot be used, which is told once."""
        config = self._config(absolute(path).parent)
        if config is None:
            return None
        if config.origin not in self._linters:
            self._linters[config.origin] = self._new_linter(config)
        return self._linters[config.origin]

    def _new_linter(self, config: Config) -> Linter | None:
        known = self.plugins(config)
        if problems := list(self.flags.problems(known)):
            for problem in problems:
                self.fail(problem)
            return None
        try:
            return Linter(self.flags.over(config), plugins=known, template_index=self.template_index)
        except ConfigError as error:
            self.fail(str(error))
            return None

    @cached_property
    def template_index(self) -> TemplateIndex | None:
        """The index that the flags name. Raises ReadError."""
        if self.flags.template_index is None:
            return None
        from newslint.corpus.index_file import load_template_index

        return load_template_index(self.flags.template_index)

    def linters(self) -> list[Linter]:
        """Every linter used so far."""
        return [linter for linter in self._linters.values() if linter is not None]

    def is_excluded(self, path: Path) -> bool:
        """Whether the configuration that holds for a file excludes it, by the name that it has there."""
        full = absolute(path)
        config = self._config(full.parent)
        if config is None or config.root is None or not config.exclude or not full.is_relative_to(config.root):
            return False
        try:
            return globs(config.exclude).match_file(full.relative_to(config.root))
        except ConfigError:
            return False  # told with whatever else is wrong when the linter is made

    def known_plugins(self) -> Plugins:
        """The plugins under the settings of the first input: they decide which formats there are."""
        config = self._config(self._folder)
        return self.plugins(config if config is not None else Config())

    def suffixes(self) -> frozenset[str]:
        """Suffixes of the files in a folder that some reader reads."""
        return frozenset(suffix for reader in self.known_plugins().readers.values() for suffix in reader.suffixes)

    def plugins(self, config: Config) -> Plugins:
        """The plugins that a configuration may use; what is wrong with them is told once."""
        local = () if self.flags.no_plugins else config.local_plugins
        if local and not self.flags.allow_local_plugins:
            self.fail(
                f"{config.origin}: local-plugins names {', '.join(local)}, code of this repository. Give "
                "--allow-local-plugins to run it, if you trust it, or --no-plugins to go without"
            )
            local = ()
        paths = tuple(((config.root or Path()) / name).resolve() for name in local)
        if paths not in self._plugins:
            self._plugins[paths] = plugins.load(installed=not self.flags.no_plugins, local=paths)
            for error in self._plugins[paths].errors:
                self.fail(str(error))
        return self._plugins[paths]

    def _config(self, folder: Path) -> Config | None:
        if self.flags.isolated:
            return Config()
        place = self.flags.config_path or folder
        if place not in self._configs:
            try:
                self._configs[place] = _load(place) if self.flags.config_path else configuration.discover(place)
            except ConfigError as error:
                self.fail(str(error))
                self._configs[place] = None
        return self._configs[place]

    # -- problems and counts

    def fail(self, problem: str) -> None:
        """Tell a problem of the tool, its settings or its input, once; the exit status will be 2."""
        self.failed = True
        if problem not in self._told:
            self._told.add(problem)
            self.clear_progress()
            tell(problem)

    def count(self, report: Report, linter: Linter) -> None:
        """Take a report into summary and exit status."""
        self.documents += 1
        for error in report.errors:
            self.fail(str(error))
        for finding in report.findings:
            self.severities[finding.severity] += 1
            self.findings[finding.rule] += 1
            self._reaches_limit |= _RANK[finding.severity] >= _RANK[linter.config.fail_on]

    def show_progress(self, counts: str = "") -> None:
        """Now and then, on a terminal that shows no findings: how many documents are done, or what `counts` says."""
        if self._quiet or sys.stderr is None or not sys.stderr.isatty() or sys.stdout.isatty():
            return
        if monotonic() - self._shown_at > _PROGRESS_SECONDS:
            self._shown_at = monotonic()
            self._progress = counts or f"{self.documents} documents, {sum(self.severities.values())} findings"
            click.echo(f"\r{self._progress}", nl=False, err=True)

    def clear_progress(self) -> None:
        """Blank the line of progress, if it stands there, for something else to be written."""
        if self._progress:
            click.echo(f"\r{' ' * len(self._progress)}\r", nl=False, err=True)
            self._progress = ""

    def summary(self) -> str:
        """How much was found, in one line."""
        documents = f"{self.documents} document{'' if self.documents == 1 else 's'}"
        total = sum(self.severities.values())
        if not total:
            return f"Nothing found in {documents}."
        parts = ", ".join(
            f"{number} {severity}{'' if number == 1 or severity == 'info' else 's'}"
            for severity in ("error", "warning", "info")
            if (number := self.severities[severity])
        )
        return f"{total} finding{'' if total == 1 else 's'} in {documents}: {parts}."

    def exit_status(self, *, exit_zero: bool) -> int:
        """2 if anything failed, else 1 if a finding reaches the limit of its file's configuration, else 0."""
        if self.failed:
            return 2
        return int(self._reaches_limit and not exit_zero)


def _needs_index(known: Plugins, name: str) -> bool:
    rule = known.rules.get(name)
    return rule is not None and rule.needs_template_index


def _load(path: Path) -> Config:
    config = configuration.load(path)
    if config is None:
        raise ConfigError(f"{path}: has no table [tool.newslint]")
    return config
