"""What a reporter is."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from newslint.report import Report


@dataclass(frozen=True)
class ReporterOptions:
    """How to write. color: ANSI colours. width: columns to use. fingerprints: show them, to put into a config."""

    color: bool = False
    width: int = 100
    fingerprints: bool = False


class Reporter(ABC):
    """Turns reports into text, one after the other, so that memory does not grow with the number of documents.

    name: what `--output-format` takes. Plugins subclass it to bring formats of their own.
    """

    name: ClassVar[str]

    def __init__(self, options: ReporterOptions) -> None:
        self.options = options

    def begin(self) -> str:
        """What stands before the first report."""
        return ""

    @abstractmethod
    def report(self, report: Report) -> str:
        """The text of one report; empty if there is nothing to say."""

    def end(self) -> str:
        """What stands after the last report."""
        return ""
