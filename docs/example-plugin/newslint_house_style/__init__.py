"""The house style of an imaginary newspaper, as a newslint plugin."""

from newslint import Rule, hookimpl
from newslint.readers import Reader
from newslint.reporters import Reporter
from newslint_house_style.csv_reporter import CsvReporter
from newslint_house_style.old_place_name import OldPlaceName
from newslint_house_style.wire_reader import WireReader


@hookimpl
def newslint_rules() -> list[type[Rule]]:
    """Rules, by class. Their ids begin with a family of our own."""
    return [OldPlaceName]


@hookimpl
def newslint_readers() -> list[Reader]:
    """Readers, ready made."""
    return [WireReader()]


@hookimpl
def newslint_reporters() -> list[type[Reporter]]:
    """Reporters, by class: each run makes its own."""
    return [CsvReporter]
