"""The `boilerplate` family: text that does not belong to the story."""

from newslint import Rule
from newslint_rules.boilerplate.background_block import BackgroundBlock
from newslint_rules.boilerplate.repeated_paragraph import RepeatedParagraph
from newslint_rules.boilerplate.service_line import ServiceLine
from newslint_rules.boilerplate.template import Template

RULES: tuple[type[Rule], ...] = (
    BackgroundBlock,
    RepeatedParagraph,
    ServiceLine,
    Template,
)
