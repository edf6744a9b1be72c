"""One run of `newslint check`: whose settings hold for which file, what failed, what was found."""

import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Literal

import click

from newslint import config as configuration
from newslint import plugins
from newslint.config import Config
from newslint.errors import ConfigError
from newslint.linter import Linter
from newslint.model import Severity
from newslint.plugins import Plugins
from newslint.policy import globs
from newslint.report import Report

FailOn = Literal["error", "warning", "info", "never"]

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

    def over(self, config: Config) -> Config:
        """The configuration with the flags laid over it."""
        return replace(
            config,
            select=self.select or config.select,
            extend_select=config.extend_select + self.extend_select,
            ignore=config.ignore + self.ignore,
            min_confidence=config.min_confidence if self.min_confidence is None else self.min_confidence,
            fail_on=self.fail_on or config.fail_on,
            language=self.language or config.language,
        )


class Session:
    """Finds the linter for each file, tells every problem once, and keeps count for summary and exit status."""

    def __init__(self, flags: Flags) -> None:
        self.flags = flags
        self.failed = False
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self.findings: Counter[str] = Counter()
        self._reaches_limit = False
        self._told: set[str] = set()
        self._linters: dict[Path | None, Linter | None] = {}  # by config file
        self._configs: dict[Path, Config | None] = {}  # by folder
        self._plugins: dict[tuple[str, ...], Plugins] = {}
        self._shown_at = monotonic()

    # -- settings

    def linter(self, path: Path) -> Linter | None:
        """The linter with the settings that hold for a file; None where they cannot be used, which is told once."""
        config = self._config(path.absolute().parent)
        if config is None:
            return None
        if config.origin not in self._linters:
            try:
                self._linters[config.origin] = Linter(self.flags.over(config), plugins=self.plugins(config))
            except ConfigError as error:
                self.fail(str(error))
                self._linters[config.origin] = None
        return self._linters[config.origin]

    def linters(self) -> list[Linter]:
        """Every linter used so far."""
        return [linter for linter in self._linters.values() if linter is not None]

    def is_excluded(self, path: Path) -> bool:
        """Whether the configuration that holds for a file excludes it."""
        config = self._config(path.absolute().parent)
        if config is None or config.root is None or not config.exclude:
            return False
        real = path.resolve()
        return real.is_relative_to(config.root) and globs(config.exclude).match_file(real.relative_to(config.root))

    def known_plugins(self) -> Plugins:
        """The plugins under the settings of the current folder: they decide which formats there are."""
        config = self._config(Path.cwd())
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
        if local not in self._plugins:
            paths = [(config.root or Path()) / name for name in local]
            self._plugins[local] = plugins.load(installed=not self.flags.no_plugins, local=paths)
            for error in self._plugins[local].errors:
                self.fail(str(error))
        return self._plugins[local]

    def _config(self, folder: Path) -> Config | None:
        if self.flags.isolated:
            return Config()
        if self.flags.config_path:
            folder = self.flags.config_path
        if folder not in self._configs:
            try:
                self._configs[folder] = (
                    configuration.load(folder) or Config() if self.flags.config_path else configuration.discover(folder)
                )
            except ConfigError as error:
                self.fail(str(error))
                self._configs[folder] = None
        return self._configs[folder]

    # -- problems and counts

    def fail(self, problem: str) -> None:
        """Tell a problem of the tool, its settings or its input, once; the exit status will be 2."""
        self.failed = True
        if problem not in self._told:
            self._told.add(problem)
            click.echo(f"newslint: error: {problem}", err=True)

    def count(self, report: Report, linter: Linter) -> None:
        """Take a report into summary and exit status."""
        self.documents += 1
        for error in report.errors:
            self.fail(str(error))
        for finding in report.findings:
            self.severities[finding.severity] += 1
            self.findings[finding.rule] += 1
            self._reaches_limit |= _RANK[finding.severity] >= _RANK[linter.config.fail_on]

    def show_progress(self) -> None:
        """Now and then, on a terminal that shows no findings: how many documents are done."""
        if sys.stderr.isatty() and not sys.stdout.isatty() and monotonic() - self._shown_at > _PROGRESS_SECONDS:
            self._shown_at = monotonic()
            click.echo(f"\r{self.documents} documents, {sum(self.severities.values())} findings ", nl=False, err=True)

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
