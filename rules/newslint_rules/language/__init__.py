"""The `language` family: text in the wrong language, broken characters and characters nobody can see."""

from newslint import Rule
from newslint_rules.language.foreign_paragraph import ForeignParagraph
from newslint_rules.language.invisible_character import InvisibleCharacter
from newslint_rules.language.mojibake import Mojibake

RULES: tuple[type[Rule], ...] = (ForeignParagraph, Mojibake, InvisibleCharacter)
