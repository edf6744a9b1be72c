"""The `claims` family: what is claimed, and by whom."""

from newslint import Rule
from newslint_rules.claims.anonymous_source import AnonymousSource
from newslint_rules.claims.peacock import Peacock
from newslint_rules.claims.unattributed_statistic import UnattributedStatistic
from newslint_rules.claims.unsourced_block import UnsourcedBlock
from newslint_rules.claims.unsupported_accusation import UnsupportedAccusation
from newslint_rules.claims.unsupported_cause import UnsupportedCause
from newslint_rules.claims.unsupported_comparison import UnsupportedComparison
from newslint_rules.claims.unsupported_superlative import UnsupportedSuperlative
from newslint_rules.claims.vague_quantity import VagueQuantity
from newslint_rules.claims.vague_time import VagueTime
from newslint_rules.claims.weasel_source import WeaselSource

RULES: tuple[type[Rule], ...] = (
    WeaselSource,
    AnonymousSource,
    UnsourcedBlock,
    UnattributedStatistic,
    UnsupportedSuperlative,
    UnsupportedComparison,
    UnsupportedCause,
    UnsupportedAccusation,
    Peacock,
    VagueQuantity,
    VagueTime,
)
