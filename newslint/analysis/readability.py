"""Counts and readability scores.

The formulas take `Counts`, so that they can be fed from any segmenter; `measure` makes the counts of a text in one
pass. Formulas built for English give comparable figures in other languages, not school years.
"""

import string
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newslint.analysis import syllables
from newslint.model import Readability

# Where words end although no space follows. Other marks inside a word ("well-known", "don't", "2.4") do not part it.
_SEPARATORS = ("—", "–", "--", "…", "...", "/")
_EDGE_MARKS = string.punctuation + "“”„‟‘’‚‛«»‹›¿¡"
_COMMON_MARKS = (", ", ". ")
_MANY_SYLLABLES = 3
_SHORT_WORD = 6
# No word is longer; what is (an address, a line of code) counts with its beginning only.
_LONGEST_WORD = 60
_PACKING = _LONGEST_WORD + 1
# Chunks whose measures are remembered: enough for most of a corpus, little enough to forget about (about 5 MB).
_MEMO_SIZE = 32_768


class Counts(NamedTuple):
    """What the formulas are made of; see `Readability` for the terms."""

    words: int
    sentences: int
    letters: int
    syllables: int
    polysyllables: int
    long_words: int


class FleschConstants(NamedTuple):
    """reading ease = base - sentence * words per sentence - word * syllables per word."""

    base: float
    sentence: float
    word: float


ENGLISH = FleschConstants(206.835, 1.015, 84.6)

# The values that textstat uses, where sources differ.
FLESCH = {
    "en": ENGLISH,  # Flesch 1948
    "de": FleschConstants(180.0, 1.0, 58.5),  # Amstad 1978
    "es": FleschConstants(206.84, 1.02, 60.0),  # Fernández Huerta 1959
    "fr": FleschConstants(207.0, 1.015, 73.6),  # Kandel and Moles 1958
    "hu": FleschConstants(206.835, 1.015, 58.5),
    "it": FleschConstants(217.0, 1.3, 60.0),  # Franchina and Vacca 1972
    "nl": FleschConstants(206.835, 0.93, 77.0),  # Douma 1960
    "ru": FleschConstants(206.835, 1.3, 60.1),  # Oborneva 2006
}


def words(text: str) -> list[str]:
    """What stands between spaces and dashes and has a letter or digit, without the marks around it."""
    return [chunk.strip(_EDGE_MARKS) for chunk in _chunks(text) if _size(chunk)]


def count_words(text: str) -> int:
    """How many `words` there are."""
    return sum([chunk.isalnum() or any(map(str.isalnum, chunk)) for chunk in _chunks(text)])


def measure(sentences: Iterable[str], language: str | None) -> Readability:
    """Counts and scores of the sentences of a text; a sentence without a word does not count."""
    return score(count(sentences, language), language)


def count(sentences: Iterable[str], language: str | None) -> Counts:
    """The counts of a text. The work is in its different words, and only in those that no text before had."""
    worded = [sentence for sentence in sentences if sentence[:1].isalnum() or any(map(str.isalnum, sentence))]
    text = f"{' '.join(worded).lower()} "
    for mark in _COMMON_MARKS:  # with and without them a word is the same chunk: one to remember
        text = text.replace(mark, " ")
    times = Counter(map(_measures(language).__getitem__, _chunks(text)))
    words = letters = spoken = polysyllables = long_words = 0
    for packed, number in times.items():
        voiced, size = divmod(packed, _PACKING)
        words += number if size else 0
        letters += number * size
        spoken += number * voiced
        polysyllables += number if voiced >= _MANY_SYLLABLES else 0
        long_words += number if size > _SHORT_WORD else 0
    return Counts(words, len(worded), letters, spoken, polysyllables, long_words)


def _chunks(text: str) -> list[str]:
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    return text.split()


class _Measures(dict[str, int]):
    """Size and syllables of each chunk, packed in one number: those are counted twice as fast as pairs."""

    def __init__(self, syllables_of: syllables.Counter) -> None:
        self._syllables_of = syllables_of

    def __missing__(self, chunk: str) -> int:
        if len(self) >= _MEMO_SIZE:
            self.clear()
        word = chunk.strip(_EDGE_MARKS)[:_LONGEST_WORD]
        self[chunk] = packed = self._syllables_of(word) * _PACKING + _size(word)
        return packed


@cache
def _measures(language: str | None) -> _Measures:
    return _Measures(syllables.counter(language))


def _size(text: str) -> int:
    """Letters and digits of a text."""
    return len(text) if text.isalnum() else sum(map(str.isalnum, text))


def score(counts: Counts, language: str | None) -> Readability:
    """All scores of one set of counts; all 0 where there is no word or no sentence."""
    if not (counts.words and counts.sentences):
        return Readability(*counts, *[0.0] * 8)
    return Readability(
        *counts,
        flesch_reading_ease=flesch_reading_ease(counts, language),
        flesch_kincaid_grade=flesch_kincaid_grade(counts),
        gunning_fog=gunning_fog(counts),
        smog_index=smog_index(counts),
        automated_readability_index=automated_readability_index(counts),
        coleman_liau_index=coleman_liau_index(counts),
        lix=lix(counts),
        rix=rix(counts),
    )


def flesch_reading_ease(counts: Counts, language: str | None = None) -> float:
    """Flesch, "A new readability yardstick", 1948; with a language's own constants where it has some."""
    constants = FLESCH.get(language or "en", ENGLISH)
    return (
        constants.base
        - constants.sentence * (counts.words / counts.sentences)
        - constants.word * (counts.syllables / counts.words)
    )


def flesch_kincaid_grade(counts: Counts) -> float:
    """Kincaid, Fishburne, Rogers and Chissom, Navy report 8-75, 1975."""
    return 0.39 * (counts.words / counts.sentences) + 11.8 * (counts.syllables / counts.words) - 15.59


def gunning_fog(counts: Counts) -> float:
    """Gunning, "The Technique of Clear Writing", 1952; every word of three syllables counts as a hard one.

    Gunning leaves out names, compounds and inflected forms, which takes a person to tell.
    """
    return 0.4 * (counts.words / counts.sentences + 100 * counts.polysyllables / counts.words)


def smog_index(counts: Counts) -> float:
    """McLaughlin, "SMOG grading: a new readability formula", 1969; meant for 30 sentences or more."""
    return float(1.043 * (30 * (counts.polysyllables / counts.sentences)) ** 0.5 + 3.1291)


def automated_readability_index(counts: Counts) -> float:
    """Smith and Senter, "Automated readability index", 1967."""
    return 4.71 * (counts.letters / counts.words) + 0.5 * (counts.words / counts.sentences) - 21.43


def coleman_liau_index(counts: Counts) -> float:
    """Coleman and Liau, "A computer readability formula designed for machine scoring", 1975."""
    return 5.88 * (counts.letters / counts.words) - 29.6 * (counts.sentences / counts.words) - 15.8


def lix(counts: Counts) -> float:
    """Björnsson, "Läsbarhet", 1968."""
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def rix(counts: Counts) -> float:
    """Anderson, "Lix and Rix: variations on a little-known readability index", 1983."""
    return counts.long_words / counts.sentences
