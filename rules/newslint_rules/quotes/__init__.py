"""The `quotes` family."""

from newslint import Rule
from newslint_rules.quotes.dangling_fragment import DanglingFragment
from newslint_rules.quotes.doubled import Doubled
from newslint_rules.quotes.mismatched_pair import MismatchedPair
from newslint_rules.quotes.missing_speaker import MissingSpeaker
from newslint_rules.quotes.mixed_style import MixedStyle
from newslint_rules.quotes.reversed_apostrophe import ReversedApostrophe
from newslint_rules.quotes.run_on_paragraphs import RunOnParagraphs
from newslint_rules.quotes.stray_space import StraySpace
from newslint_rules.quotes.unclosed import Unclosed
from newslint_rules.quotes.unopened import Unopened
from newslint_rules.quotes.wrong_direction import WrongDirection
from newslint_rules.quotes.wrong_nesting import WrongNesting

RULES: tuple[type[Rule], ...] = (
    Unclosed,
    Unopened,
    Doubled,
    MismatchedPair,
    WrongDirection,
    ReversedApostrophe,
    WrongNesting,
    StraySpace,
    MixedStyle,
    DanglingFragment,
    RunOnParagraphs,
    MissingSpeaker,
)
