"""The `structure` family: titles, headings and paragraphs that are missing, misplaced or unmarked."""

from newslint import Rule
from newslint_rules.structure.empty_section import EmptySection
from newslint_rules.structure.missing_title import MissingTitle
from newslint_rules.structure.repeated_heading import RepeatedHeading
from newslint_rules.structure.skipped_level import SkippedLevel
from newslint_rules.structure.summary_before_title import SummaryBeforeTitle
from newslint_rules.structure.unmarked_heading import UnmarkedHeading
from newslint_rules.structure.wall_of_text import WallOfText

RULES: tuple[type[Rule], ...] = (
    MissingTitle,
    SummaryBeforeTitle,
    UnmarkedHeading,
    SkippedLevel,
    EmptySection,
    RepeatedHeading,
    WallOfText,
)
