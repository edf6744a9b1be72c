"""Which marks quote in which language, and which words wear an apostrophe at their edge.

Pairs after the Unicode CLDR delimiters and the press's own usage; the primary pair comes first. Straight marks are
part of every convention, because half of the press types nothing else.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from newslint.analysis import lazy

Kind = Literal["double", "single", "guillemet"]

_STRAIGHT = ('""', "''")

# How glyphs are read that a convention does not know: a foreign quotation inside the text.
_FOREIGN = ("“”", "‘’", "«»", "‹›", "„“", "„”", "‚‘", "‚’", "「」", "『』", "‟”", "‛’")

# Marks of one family cannot stand inside one another; marks of different families can.
FAMILY: Mapping[str, str] = {
    glyph: family
    for family, glyphs in {
        "double": '"“”„‟',
        "single": "'‘’‚‛´`",
        "guillemet": "«»",
        "single-guillemet": "‹›",
        "corner": "「」",
        "white-corner": "『』",
    }.items()
    for glyph in glyphs
}
GLYPHS = "\"“”„‟'‘’‚‛«»‹›「」『』"
APOSTROPHES = "'’"
ACCENTS = "´`"  # typed for an apostrophe: don´t
SINGLES = frozenset("'‘’‚‛´`")
GUILLEMETS = "«»‹›"
MINOR = SINGLES | frozenset("‹›")
KIND: Mapping[str, Kind] = {
    glyph: "guillemet" if family.endswith("guillemet") else "single" if family == "single" else "double"
    for glyph, family in FAMILY.items()
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# English words come up in the quotations of every language.
_ENGLISH_LEADING = _words(
    "ya tis twas twere til till em cause cos cuz coz bout n nuff round neath tween fraid nother ere"
    " stead ave im er ouse ome ello eart orrible undred appy appen t s k d ll re ve"
    " ali abd ain ayn eid id umar uthman isa alawi abbas"
)
_ENGLISH_TRAILING = _words("o ol an th mo lil po fo yo wi wit mos jes goin doin nothin somethin")


def _speaks(verbs: str) -> re.Pattern[str]:
    """A comma, up to five words of a name and a verb of saying; nothing that a speaker tells of talks of their own."""
    verb = "|".join(verbs.split())
    return lazy.pattern(rf"[,!?]\s(?:(?!(?:I|we|you)\b)[\w.'’-]+\s){{0,5}}?(?:{verb})\b(?!\s(?:to\s)?(?:me|us|you)\b)")


@dataclass(frozen=True)
class Convention:
    """How one language quotes.

    pairs: opening and closing glyph, two characters each. spaced: French puts (no-break) spaces inside guillemets.
    leading: words that begin with an apostrophe ('tis), in lower case. trailing: words that end with one (goin').
    possessive: last letters after which an apostrophe alone makes a possessive or plural.
    nests_same: a quotation may stand in another of the same marks, as in Russian names («Фонд «Имя»»).
    suffixes: endings are glued to the closing mark (“yenilgi”den).
    elides: an apostrophe may stand between any two letters (l’homme, Ankara’da).
    speaker: matches where reporters name the speaker of the words before (, said Marit Holm); None if unknown.
    """

    pairs: tuple[str, ...]
    spaced: bool = False
    leading: frozenset[str] = _ENGLISH_LEADING
    trailing: frozenset[str] = frozenset()
    possessive: str = ""
    elides: bool = False
    nests_same: bool = False
    suffixes: bool = False
    speaker: re.Pattern[str] | None = None

    @cached_property
    def closers(self) -> Mapping[str, str]:
        """Opening glyph -> the glyphs that close it, the usual one first."""
        table: dict[str, str] = {}
        for pair in self.pairs + _STRAIGHT:
            table[pair[0]] = table.get(pair[0], "") + pair[1]
        known = frozenset(table)
        ends = frozenset("".join(table.values()))
        for pair in _FOREIGN:
            if pair[0] not in known | ends:
                table[pair[0]] = table.get(pair[0], "") + pair[1]
        return table

    @cached_property
    def closing(self) -> frozenset[str]:
        """Glyphs that may close; an opening glyph of this convention does so only as the partner of a foreign one."""
        own_openers = {pair[0] for pair in self.pairs} - {pair[1] for pair in self.pairs}
        return frozenset(pair[1] for pair in self.pairs + _STRAIGHT + _FOREIGN) - own_openers

    @cached_property
    def openers(self) -> Mapping[str, str]:
        """Closing glyph -> the glyph that usually opens what it closes."""
        table: dict[str, str] = {}
        for opener, closers in self.closers.items():
            for closer in closers:
                table.setdefault(closer, opener)
        return table

    def quotes_with(self, glyph: str) -> bool:
        """Whether the glyph belongs to one of the pairs of this convention."""
        return any(glyph in pair for pair in self.pairs)

    def misfits(self, opening: Mapping[str, int], closing: Mapping[str, int]) -> int:
        """How many marks seen at the beginning of words never open here, and at the end of words never close.

        A guillemet with a space inside counts as the glyph and a space.
        """
        odd_openings = sum(count for glyph, count in opening.items() if glyph not in self._own_openers)
        return odd_openings + sum(count for glyph, count in closing.items() if glyph not in self._own_closers)

    @cached_property
    def _own_openers(self) -> frozenset[str]:
        return self._with_spaced(pair[0] for pair in self.pairs + _STRAIGHT)

    @cached_property
    def _own_closers(self) -> frozenset[str]:
        return self._with_spaced(pair[1] for pair in self.pairs + _STRAIGHT)

    def _with_spaced(self, glyphs: Iterable[str]) -> frozenset[str]:
        found = frozenset(glyphs)
        return found | {f"{glyph} " for glyph in found if self.spaced and glyph in GUILLEMETS}


_ENGLISH_SPEAKER = _speaks(
    "said says told tells added adds asked asks replied explained explains wrote writes insisted argued argues warned"
    " warns noted notes recalled recalls continued stated claimed admitted commented concluded declared observed"
    " remarked joked charged according"
)


def _english(*pairs: str) -> Convention:
    return Convention(pairs, trailing=_ENGLISH_TRAILING, possessive="sxz", speaker=_ENGLISH_SPEAKER)


_GERMAN_LEADING = _words("n ne nen nem ner s ran rein raus rüber was")


def _german(*pairs: str) -> Convention:
    return Convention(pairs, leading=_ENGLISH_LEADING | _GERMAN_LEADING, possessive="sxzß")


_ITALIAN_TRAILING = _words("po mo va da di fa sta be ca de ne to a co")
_FRENCH = Convention(("«»", "“”", "‹›", "‘’"), spaced=True, leading=_ENGLISH_LEADING | _words("tit tite"), elides=True)
_SPANISH = Convention(("«»", "“”", "‘’"))
_CATALAN = Convention(_SPANISH.pairs, leading=_ENGLISH_LEADING | _words("ls l n ns m s t hi ho"), elides=True)
_POLISH = Convention(("„”", "«»", "‚’"))
_CZECH = Convention(("„“", "‚‘", "»«", "›‹"))
_RUSSIAN = Convention(("«»", "„“"), elides=True, nests_same=True)
_SWEDISH = Convention(("””", "’’", "»»", "»«"))
_CHINESE = Convention(("“”", "‘’", "「」", "『』"))

CONVENTIONS: Mapping[str, Convention] = {
    "en": _english("“”", "‘’"),
    "en-GB": _english("‘’", "“”"),
    "de": _german("„“", "‚‘", "»«", "›‹", "«»", "‹›"),
    "de-CH": _german("«»", "‹›", "„“"),
    "fr": _FRENCH,
    "fr-CH": Convention(("«»", "‹›", "“”"), spaced=True, elides=True),
    "es": _SPANISH,
    "ca": _CATALAN,
    "gl": _SPANISH,
    "it": Convention(("«»", "“”", "‘’"), trailing=_ITALIAN_TRAILING, elides=True),
    "pt": Convention(("“”", "«»", "‘’")),
    "pt-PT": Convention(("«»", "“”", "‘’")),
    "pl": _POLISH,
    "ro": Convention(("„”", "«»"), leading=_ENGLISH_LEADING | _words("l n s mneata nainte napoi")),
    "hu": Convention(("„”", "»«", "’’")),
    "ru": _RUSSIAN,
    "uk": _RUSSIAN,
    "sv": _SWEDISH,
    "fi": _SWEDISH,
    "da": Convention(("“”", "»«", "‘’", "›‹", "„“", "””")),
    "nb": Convention(("«»", "‘’", "“”")),
    "no": Convention(("«»", "‘’", "“”")),
    "nl": Convention(("“”", "‘’", "„”", "‚’"), leading=_ENGLISH_LEADING | _words("n s t k m r ns"), possessive="sxz"),
    "cs": _CZECH,
    "sk": _CZECH,
    "sl": _CZECH,
    "hr": Convention(("„“", "„”", "‚‘", "»«")),
    "el": Convention(("«»", "“”", "‘’")),
    "tr": Convention(("“”", "‘’", "«»"), elides=True, suffixes=True),
    "ja": Convention(("「」", "『』", "“”", "‘’")),
    "zh": _CHINESE,
    "zh-Hans": _CHINESE,
    "zh-Hant": Convention(("「」", "『』", "“”", "‘’")),
}


# By the marks of the text, letters that tell apart the languages that would use them: for texts too short to detect.
_TELLTALE_LETTERS = {
    "„": {"cs": "ěřůčšžťďľ", "de": "äöüß", "hu": "őű", "pl": "ąęłńśźż", "ro": "ășțî"},
    "»": {"fr": "èêçœ", "es": "ñ¿", "de": "äöüß", "nb": "åø"},
    "": {"ru": "аеинорст"},
}


def guess_by_letters(text: str) -> str | None:
    """The likeliest of the languages that quote with low marks, with guillemets or in Cyrillic; None if none is."""
    counts = {
        language: sum(text.count(letter) for letter in letters)
        for mark, languages in _TELLTALE_LETTERS.items()
        if mark in text
        for language, letters in languages.items()
    }
    likeliest = max(counts, key=counts.__getitem__)
    return likeliest if counts[likeliest] else None


def convention_for(language: str | None, opening: Mapping[str, int], closing: Mapping[str, int]) -> Convention:
    """The convention that a text follows: that of its language, unless its own marks speak for another.

    language: a language tag ("de", "de-CH") or None. opening, closing: how often each glyph of one direction stands
    at the beginning or at the end of a word. The marks overrule the language when more than half of them contradict
    it and none contradicts the other convention: many a German site quotes as the English do.
    """
    told = _of_language(language)
    misfits = told.misfits(opening, closing)
    tolerated = (sum(opening.values()) + sum(closing.values())) // 2 if language else 0
    if misfits <= tolerated:
        return told
    best = min((told, *CONVENTIONS.values()), key=lambda item: item.misfits(opening, closing))
    return best if best.misfits(opening, closing) == 0 or not language else told


def _of_language(language: str | None) -> Convention:
    if language is None:
        return CONVENTIONS["en"]
    primary = language.partition("-")[0]
    return CONVENTIONS.get(language) or CONVENTIONS.get(primary) or CONVENTIONS["en"]
