"""The Dale-Chall score of English text: how many of its words are not among the 3,000 that fourth graders know.

It stands apart from `Readability`, which rules ask of every document: telling names from other words needs the words
in their sentences, and the list has to be read. The list is Dale and Chall's of 1948, as textstat carries it: only its
file is read, without importing textstat.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from newslint.analysis import readability

_LANGUAGES = frozenset({"en", None})
# From this percentage of difficult words on, the adjusted score is taken.
_MANY_DIFFICULT = 5
_ADJUSTMENT = 3.6365
_MEMO_SIZE = 32_768
_NOT_LETTERS = "0123456789.,:;%$£€+-"

# Regular inflections are as easy as their word: ending, and what stands in its place in the list.
_INFLECTIONS = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""),
    ("ing", ""), ("ing", "e"), ("er", ""), ("r", ""), ("est", ""), ("st", ""), ("ly", ""),
)  # fmt: skip
_DOUBLING = frozenset({"ed", "ing", "er", "est"})


def measure(sentences: Iterable[str], language: str | None) -> float | None:
    """The score of the sentences of a text; 0 where there is no word, None in a language other than English."""
    if language not in _LANGUAGES:
        return None
    worded = [words for sentence in sentences if (words := readability.words(sentence))]
    difficult = sum(is_difficult(word) for words in worded for word in _without_names(words))
    return score(sum(map(len, worded)), len(worded), difficult)


def score(words: int, sentences: int, difficult: int) -> float:
    """Dale and Chall, "A formula for predicting readability", 1948, with the adjustment for difficult texts only.

    4.9 and below: fourth grade; 9 to 9.9: college.
    """
    if not (words and sentences):
        return 0.0
    percentage = 100 * difficult / words
    adjustment = _ADJUSTMENT if percentage > _MANY_DIFFICULT else 0.0
    return 0.1579 * percentage + 0.0496 * (words / sentences) + adjustment


def is_difficult(word: str) -> bool:
    """Whether neither the word nor what it is a regular form of is on the list. Numbers are easy."""
    return not all(map(_is_easy, word.lower().replace("’", "'").split("-")))


def _without_names(words: list[str]) -> Iterator[str]:
    """Names are easy, said Dale and Chall: words with a capital, unless it is that of the sentence."""
    return (word for index, word in enumerate(words) if not index or not word[0].isupper())


@lru_cache(maxsize=_MEMO_SIZE)
def _is_easy(word: str) -> bool:
    word = word.removesuffix("'s").strip(_NOT_LETTERS)
    easy = easy_words()
    return not word or word in easy or any(stem in easy for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    for ending, instead in _INFLECTIONS:
        if word.endswith(ending):
            stem = word.removesuffix(ending) + instead
            yield stem
            if ending in _DOUBLING and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]


@cache
def easy_words() -> frozenset[str]:
    """Dale and Chall's list, in lower case; read at first use."""
    spec = find_spec("textstat")  # importlib.resources would import the package, which takes seconds
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("the Dale-Chall score needs the list of easy words of the package textstat")
    return frozenset(Path(folders[0], "resources", "en", "easy_words.txt").read_text("utf-8").lower().split())
