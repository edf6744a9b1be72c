"""Acronyms that nobody spells out."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newslint import Block, Document, Example, Finding, Rule
from newslint_rules.readability._words import word_lists

_LANGUAGES = frozenset({"en", None})
_APART = frozenset({"nav", "aside", "footer", "form"})

_CAPITALS = re.compile(r"[A-Z][A-Z]+")  # a pattern that begins with a look-behind takes ten times as long to search
# Those that stand alone: no part of a code, an address, a compound or a longer word.
_ALONE = re.compile(r"(?<![\w.&@#$=/+-])([A-Z]{2,6})(?:s|[’']s)?(?![\w&@$=/+]|-[A-Z\d]|\.\w|[’']\w)")
# Roman numerals, and the call signs of American stations.
_NO_ACRONYM = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})|XL|L?X{0,3}|[KW][A-Z]{3}")
_IN_BRACKETS = re.compile(r"[(\[][\"“'‘]?([A-Z]{2,6})s?[\"”'’]?[)\]]")
_BEFORE_BRACKETS = re.compile(r"([A-Z]{2,6})s? [(\[][\"“'‘]?(?:the )?([A-Za-z])")

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ’']*")
_SMALL = frozenset("a an and at by de des du for in la of on or the to with".split())
_NAME_ONLY = 2  # letters: somewhere, by chance, are two words in lower case with these initials

# How a neighbour shows that these are no unknown acronym; they look at what stands before and after.
_SHOUTED_BEFORE = re.compile(r"[A-Z]{2}[^\w.]{1,2}$|\b[A-Z]{1,2}\. $")
_SHOUTED_AFTER = re.compile(r"[^\w.]{1,2}[A-Z]{2,}\b|!")
_LABEL_AFTER = re.compile(r"\s*(?:[(:—–|,]|-[-\s]|$)")
_LAST_WORD = re.compile(r"\b([a-z]+)(?:[’']s|s[’'])?,? (?:the )?[“\"'‘]?$")
_CALLED_BEFORE = re.compile(
    r"\b(?:call(?:ed|s)|known as|dubbed|named|acronym|short for|shortened to) (?:the )?[“\"'‘]?$"
)
_EXPLAINED_AFTER = re.compile(r",? (?:the|an?|or|short for|which stands for|stands for) ")
_NAME_BEFORE = re.compile(r"[a-z,] [A-Z][a-z]+ $")
_NAME_AFTER = re.compile(r" (?:[A-Z][a-z]|\d|(?:de|van|von) [A-Z])")
_WORDS_AFTER = re.compile(r" ([a-z]+)(?: ([a-z]+))?")
_LONGEST_CONTEXT = 40


@dataclass(frozen=True)
class UndefinedAcronym(Rule):
    """An acronym that the article never spells out.

    Reports the first use of two to six capitals in running text, where neither the full name stands in the article nor
    the words around say what it is ("the doctors' union, the BMA"). Acronyms that a reader of news knows (EU, NATO,
    BBC), units, currencies, Roman numerals, initials of persons, codes and shouted words are left alone.

    Why: who does not know it stops reading, or reads on without knowing who acts.
    Instead: give the full name at the first mention, or say what it is: "the doctors' union, the BMA".

    Options:
        known: further acronyms that your readers know.
    """

    id = "readability.undefined-acronym"
    severity = "info"
    bad = (
        "The ruling is a blow to the [[NLRB]], which had sided with the drivers.",
        "Talks with the [[ZVK]] broke down on Monday. The ZVK wants four percent.",
        "Farmers say [[BVD]] has cost them a third of their cattle.",
    )
    good = (
        "The National Labor Relations Board was to meet on Monday. The NLRB had sided with the drivers.",
        "The North Sea Fishing Council (NSFC) met in Bergen. Most of its members left before the NSFC voted.",
        "The NSFC (North Sea Fishing Council) met in Bergen.",
        "The doctors' union, the KLV, has called a strike.",
        "The NQF pressure group supports the strike.",
        "The KLV, a union of doctors, has called a strike. Its members say the KLV has no choice.",
        "The US and the EU told NATO that the BBC had it right, a GP said on TV.",
        "LONDON (AP) — The A380 that JK Rowling took flew at 900 KM an hour in World War II.",
        "“I did NOT sign it,” he said. “WE WANT OUT,” the crowd sang.",
        "It is sold as CX-5, R&D is done in Graz, and the address is WWW.XQT.example.",
        Example("# ZVK rejects offer\n\nThe union says no.\n", format="markdown"),
        Example("Talks with the ZVK broke down on Monday.", options={"known": ("ZVK",)}),
        Example("Der ZVK hat am Montag abgelehnt, und die Gespräche sind damit beendet.", language="de"),
    )

    known: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(acronym.isupper() for acronym in self.known):
            raise ValueError("known must be a list of acronyms in capitals")

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language not in _LANGUAGES:
            return
        uses = [use for use in _uses(document) if use[2][1] not in self.known]
        seen = {match[1] for _, text, match in uses if _is_told(text, match)}
        untold = {match[1] for _, _, match in uses} - seen
        if not untold:  # what follows costs more than most articles are worth
            return
        seen |= _in_brackets(document.text)
        seen |= _spelt_out(document.text, untold - seen)
        for block, _, match in uses:
            if match[1] not in seen:
                seen.add(match[1])
                yield self.finding(
                    document.within(block, *match.span(1)),
                    f"“{match[1]}” is not spelt out: give its full name, or say what it is",
                    confidence=0.6,
                )


def _uses(document: Document) -> Iterator[tuple[Block, str, re.Match[str]]]:
    """Capitals in running text that could be an acronym."""
    known = _known()
    for block in document.running_blocks:
        if block.region not in _APART:
            text = document.text_of(block.span)
            for capitals in _CAPITALS.finditer(text):
                if capitals[0] in known:
                    continue
                match = _ALONE.match(text, capitals.start())
                if match and not _NO_ACRONYM.fullmatch(match[1]) and not _is_shouted(text, match):
                    yield block, text, match


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Capitals among capitals, alone in a paragraph, or opening it as a label or a place ("ROME —")."""
    before = text[max(0, match.start() - _LONGEST_CONTEXT) : match.start()]
    if not before and _LABEL_AFTER.match(text, match.end()):
        return True
    return bool(_SHOUTED_BEFORE.search(before) or _SHOUTED_AFTER.match(text, match.end()))


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether the words around say what it is, or make it a name or a person's initials."""
    before = text[max(0, match.start() - _LONGEST_CONTEXT) : match.start()]
    neighbours = [_LAST_WORD.search(before), _WORDS_AFTER.match(text, match.end())]
    words = {word for found in neighbours if found for word in found.groups("")}
    return bool(
        not words.isdisjoint(word_lists("known_acronyms")["kinds"])
        or _CALLED_BEFORE.search(before)
        or _EXPLAINED_AFTER.match(text, match.end())
        or _NAME_BEFORE.search(before)
        or _NAME_AFTER.match(text, match.end())
    )


@cache
def _known() -> frozenset[str]:
    """Capitals that are never reported."""
    return frozenset().union(*(words for key, words in word_lists("known_acronyms").items() if key != "kinds"))


def _in_brackets(text: str) -> set[str]:
    """Acronyms that stand in brackets, after their full name or before it."""
    after = {acronym for acronym, first in _BEFORE_BRACKETS.findall(text) if acronym[0] == first.upper()}
    return after.union(_IN_BRACKETS.findall(text))


def _spelt_out(text: str, acronyms: Collection[str]) -> set[str]:
    """Those of the acronyms whose words stand somewhere in the text, or which are words of it in lower case."""
    if not acronyms:
        return set()
    words = _WORD.findall(text.replace("-", " "))
    large = [word for word in words if word not in _SMALL]
    initials = [_initials(words), _initials(large)]
    distinct = set(words)
    return {
        acronym
        for acronym in acronyms
        if acronym.lower() in distinct
        or (_is_name(acronym, large) if len(acronym) == _NAME_ONLY else any(acronym in some for some in initials))
    }


def _is_name(acronym: str, words: Sequence[str]) -> bool:
    return any(one[0] == acronym[0] and two[0] == acronym[1] for one, two in pairwise(words))


def _initials(words: Iterable[str]) -> str:
    return "".join([word[0] for word in words]).upper()
