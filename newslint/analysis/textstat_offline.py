"""textstat's own scores, for comparison, without the network.

textstat downloads the pronouncing dictionary through nltk when it first meets an English syllable, and fails where
there is no network. Here it takes the syllables of `newslint.analysis.syllables` instead. Nothing that lints imports
this module: textstat costs more than the rest of newslint together.

Differences to `newslint.analysis.readability` are textstat's: it counts sentences at every full stop ("U.S.", "2.4"),
joins words over dashes, counts marks of punctuation as characters (ARI), and has .058 for Coleman-Liau's .0588.
A word that the dictionary lacks has its syllables by our rule here, by hyphenation in textstat as it comes.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

import pyphen

from newslint.analysis import syllables

_DICTIONARY_MODULE = "textstat.backend.utils._get_cmudict"
_SYLLABLE_MODULE = "textstat.backend.counts._count_syllables"
_CACHING_PACKAGES = ("counts", "metrics", "selections", "transformations", "validations")

_SCORES = (
    "lexicon_count",
    "sentence_count",
    "syllable_count",
    "polysyllabcount",
    "long_word_count",
    "char_count",
    "letter_count",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "lix",
    "rix",
    "reading_time",
)
# These need a list of easy words, which textstat has for two languages.
_WORD_LIST_LANGUAGES = frozenset({"en", "es"})
_WORD_LIST_SCORES = ("difficult_words", "gunning_fog", "dale_chall_readability_score", "linsear_write_formula")


def textstat_scores(text: str, language: str | None) -> Mapping[str, float]:
    """textstat's counts and scores of a text, by its names for them; no language counts as English.

    Empty in a language that textstat has no hyphenation patterns for: it would raise KeyError.
    """
    root = (language or "en").partition("-")[0].partition("_")[0]
    if pyphen.language_fallback(root) is None:
        return {}
    names = _SCORES + _WORD_LIST_SCORES if root in _WORD_LIST_LANGUAGES else _SCORES
    with _own_syllables() as textstat:
        scorer = textstat.textstat.__class__()
        scorer.set_lang("en_US" if root == "en" else root)
        return {name: float(getattr(scorer, name)(text)) for name in names}


@contextmanager
def _own_syllables() -> Iterator[Any]:
    """textstat with our table in the place of its dictionary, and with empty caches before and after.

    The caches are keyed by whole texts, and may hold values of a host program's own dictionary.
    """
    textstat = _import_textstat()
    module: Any = import_module(_SYLLABLE_MODULE)
    original = module.get_cmudict
    module.get_cmudict = _pronunciations
    _clear_caches(textstat)
    try:
        yield textstat
    finally:
        module.get_cmudict = original
        _clear_caches(textstat)


def _import_textstat() -> Any:
    """Import textstat without nltk, which only its dictionary module imports: ours stands in for that one.

    If the program has imported textstat before, its own import stays as it is.
    """
    if "textstat" in sys.modules:
        return sys.modules["textstat"]
    stand_in: Any = ModuleType(_DICTIONARY_MODULE)
    stand_in.get_cmudict = _pronunciations
    sys.modules[_DICTIONARY_MODULE] = stand_in
    return import_module("textstat")


def _clear_caches(textstat: Any) -> None:
    for package in _CACHING_PACKAGES:
        for function in vars(getattr(textstat.backend, package)).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()


class _Pronunciations:
    """Looks like the pronouncing dictionary: word -> pronunciations -> sounds, of which those with a digit count."""

    def __init__(self, count: syllables.Counter) -> None:
        self._count = count

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["1"] * self._count(word)]


def _pronunciations(language: str) -> _Pronunciations | None:
    """None sends textstat to its hyphenation patterns, as for every language but English."""
    return _Pronunciations(syllables.counter("en")) if language.partition("_")[0] == "en" else None
