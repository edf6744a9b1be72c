"""The `readability` family: sentences, leads, paragraphs and articles that are hard to read."""

from newslint import Rule
from newslint_rules.readability.high_grade import HighGrade
from newslint_rules.readability.long_lead import LongLead
from newslint_rules.readability.long_paragraph import LongParagraph
from newslint_rules.readability.long_sentence import LongSentence

RULES: tuple[type[Rule], ...] = (LongSentence, LongLead, LongParagraph, HighGrade)
