"""How reports are written: one module for each output format."""

from newslint.reporters.base import Reporter, ReporterOptions
from newslint.reporters.json import JsonLinesReporter, JsonReporter
from newslint.reporters.text import ConciseReporter, TextReporter

BUILT_IN: tuple[type[Reporter], ...] = (TextReporter, ConciseReporter, JsonReporter, JsonLinesReporter)

__all__ = ["BUILT_IN", "Reporter", "ReporterOptions"]
