"""The built-in rules: an ordinary plugin that sees only newslint's public names."""

from collections.abc import Iterator
from importlib import import_module

from newslint import Rule, hookimpl

FAMILIES = ("structure", "quotes", "boilerplate", "claims", "readability", "language")


@hookimpl
def newslint_rules() -> Iterator[type[Rule]]:
    """The rules of every family, in the order of FAMILIES."""
    for family in FAMILIES:
        yield from import_module(f"{__name__}.{family}").RULES
