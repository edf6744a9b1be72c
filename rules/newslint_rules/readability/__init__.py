"""The `readability` family: words, sentences, leads, paragraphs and articles that are hard to read."""

from newslint import Rule
from newslint_rules.readability.high_grade import HighGrade
from newslint_rules.readability.long_lead import LongLead
from newslint_rules.readability.long_paragraph import LongParagraph
from newslint_rules.readability.long_sentence import LongSentence
from newslint_rules.readability.nominalisation import Nominalisation
from newslint_rules.readability.passive_voice import PassiveVoice
from newslint_rules.readability.undefined_acronym import UndefinedAcronym

RULES: tuple[type[Rule], ...] = (
    LongSentence,
    LongLead,
    LongParagraph,
    HighGrade,
    UndefinedAcronym,
    PassiveVoice,
    Nominalisation,
)
