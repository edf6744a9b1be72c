"""The `claims` family: what is claimed, and by whom."""

from newslint import Rule
from newslint_rules.claims.anonymous_source import AnonymousSource
from newslint_rules.claims.weasel_source import WeaselSource

RULES: tuple[type[Rule], ...] = (WeaselSource, AnonymousSource)
