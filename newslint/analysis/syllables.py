"""Syllables of words: for English a rule and a table of its exceptions, for other languages hyphenation points.

The table holds the words of the CMU Pronouncing Dictionary for which the rule is wrong, so the two together give
that dictionary's count (first pronunciation) for all of its words. See data/README.md for its source and licence.
"""

import pkgutil
import re
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

# Words seen in one process: enough for most tokens of a corpus, little enough to forget about (about 4 MB).
_MEMO_SIZE = 32_768
# A "word" without vowels is read letter by letter ("bbc"), unless it is too long to be an abbreviation.
_LONGEST_ABBREVIATION = 5

_VOWELS = re.compile("[aeiouy]+")
# Neighbouring vowels of two syllables, and syllables without a vowel.
_EXTRA = re.compile(
    r"(?<![ctsgxl])i[ao]|(?<=l)ia|(?<!l)lio|iu|(?<=[dlnr])iou"  # me-di-a, sta-di-um, se-ri-ous; not na-tion
    r"|(?<!g)eo(?!u)|^geo|(?<![qg])ua"  # vid-e-o, ac-tu-al; not pi-geon
    r"|(?<=[^e])y[ao]|(?<=[ao])ye[rt]|[iyaeou]ing|auer|eie"  # roy-al, play-er, see-ing
    r"|ie(?:t|nce)|(?<=[^aeiou])[iy]e(?:r|st)$|[ct]iat"  # qui-et, eas-i-er, ini-ti-ate
    r"|ism(?!a)|^rea(?=ct|pp|ss|ff|dj|lig)|ea$|^mc(?!h)"  # real-is-m, re-act, are-a, Mc-Coy
)
# Vowels that are written and not spoken.
_SILENT = re.compile(
    r"[aeiouy][^aeiouy]+e(?:ly|less|ness|ment|ful|men|man)"  # safe-ly, state-ment
    r"|[^aeiouy]e(?:town|wood|land|field|ford|burg|ville)"  # Lake-land
    r"|^(?:home|fore|some|there|where)(?=[^aeiourlns])"  # home-work
    r"|ically|[gq]ues?$"  # bas-ic-ally, league
    r"|(?<=.)(?<![aeiouy])(?<![bcdfgkpstz]l)(?:e|(?<![td])ed|(?<![szxcg])(?<![cs]h)es)$"  # save, saved; not table
)
_SHORT_FORMS = frozenset({"d", "m", "t", "re", "ve", "ll"})
_SIBILANT_END = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")
_LETTERS = re.compile("[a-z]+")

Counter = Callable[[str], int]


def counter(language: str | None) -> Counter:
    """A function that counts the syllables of one lower-case word of a language (None counts as English).

    It gives 0 for an empty string, 1 for a number, and the sum of the parts for "well-known".
    """
    if language is None or language == "en":
        return _english
    return _hyphenated(language) or _by_vowels


def by_rule(word: str) -> int:
    """Syllables of an English word of the letters a to z, from its spelling alone: right for 94 % of words."""
    groups = len(_VOWELS.findall(word))
    if not groups:
        return len(word) if len(word) <= _LONGEST_ABBREVIATION else 1
    return max(1, groups + len(_EXTRA.findall(word)) - len(_SILENT.findall(word)))


@cache
def exceptions() -> Mapping[str, int]:
    """English words for which `by_rule` is wrong, and their syllables; read from the package at first use."""
    packed = pkgutil.get_data("newslint.analysis", "data/syllables_en.zlib")
    assert packed is not None  # only loaders that hold no data give None
    table: dict[str, int] = {}
    for line in zlib.decompress(packed).decode("ascii").splitlines():
        count, *words = line.split(" ")
        table.update(dict.fromkeys(words, int(count)))
    return table


@lru_cache(maxsize=_MEMO_SIZE)
def _english(word: str) -> int:
    if word.isascii() and word.isalpha():
        return exceptions().get(word) or by_rule(word)
    word = _without_accents(word).replace("’", "'")
    stem, apostrophe, ending = word.partition("'")
    if apostrophe and stem.isalpha() and ending.isalpha():
        return exceptions().get(word) or _english(stem) + _of_ending(stem, ending)
    return sum(map(_english, _LETTERS.findall(word))) or int(any(map(str.isalnum, word)))


def _of_ending(stem: str, ending: str) -> int:
    """The syllables that "'s" and the like add: "boss's" has two, "minister's" as many as "minister"."""
    if ending == "s":
        return int(_SIBILANT_END.search(stem) is not None)
    return 0 if ending in _SHORT_FORMS else _english(ending)


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@cache
def _hyphenated(language: str) -> Counter | None:
    """A counter from the hyphenation patterns of a language, or None if there are none."""
    import pyphen

    name = pyphen.language_fallback(language)
    if name is None:
        return None
    patterns = pyphen.Pyphen(lang=name)

    @lru_cache(maxsize=_MEMO_SIZE)
    def count(word: str) -> int:
        return len(patterns.positions(word)) + 1 if word else 0

    return count


def _by_vowels(word: str) -> int:
    return len(_VOWELS.findall(_without_accents(word))) or int(any(map(str.isalnum, word)))
