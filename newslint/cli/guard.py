"""Reporters of plugins may break; then the message names them."""

from collections.abc import Callable

from newslint.cli.problems import describe
from newslint.errors import PluginError
from newslint.report import Report
from newslint.reporters import Reporter, ReporterOptions


class GuardedReporter:
    """A reporter that raises nothing but PluginError and writes nothing but text."""

    def __init__(self, reporter: type[Reporter], options: ReporterOptions) -> None:
        self._name = reporter.name
        try:
            self._reporter = reporter(options)
        except (Exception, SystemExit) as error:
            raise self._failed(error) from error

    def begin(self) -> str:
        return self._text(self._reporter.begin)

    def report(self, report: Report) -> str:
        return self._text(lambda: self._reporter.report(report))

    def end(self) -> str:
        return self._text(self._reporter.end)

    def _text(self, write: Callable[[], object]) -> str:
        try:
            text = write()
        except (Exception, SystemExit) as error:
            raise self._failed(error) from error
        if not isinstance(text, str):
            raise PluginError(f"the reporter {self._name!r} gave {type(text).__name__}, which is no text")
        return text

    def _failed(self, error: BaseException) -> PluginError:
        return PluginError(f"the reporter {self._name!r} failed: {describe(error)}")
