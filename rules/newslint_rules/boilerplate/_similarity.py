"""How alike two paragraphs are, whatever their case, punctuation and figures."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LANDMARKS = 6  # so many of its longest words tell where a text may stand already,
_FEWEST_SHARED = 3  # and it must share so many of them to be looked at
_LEAST_OF_WORDS = 0.5  # of the similarity wanted: figures and punctuation may make the rest differ
_LONG = 8  # characters of a word: the longest of a text are looked for among these, where there are enough
_WORDS_IN_SHINGLE = 4

_Part = TypeVar("_Part")
Shingles = set[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """The runs of four words of a text, in lower case, without punctuation, every number as "0"."""
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]
    return set(zip(*(words[start:] for start in range(_WORDS_IN_SHINGLE)), strict=False))


def similarity(first: set[_Part], second: set[_Part]) -> float:
    """The share of shingles (or words) that two texts have in common, of the one that has more; from 0 to 1."""
    return len(first & second) / max(len(first), len(second), 1)


class NearRepeats:
    """Texts seen so far, to find one that another nearly repeats.

    minimum: the `similarity` wanted. Only texts that share most of their longest words are compared, each with one
    other: cost is linear in the text, and next to nothing where no text repeats.
    """

    def __init__(self, minimum: float) -> None:
        self._minimum = minimum
        self._texts: list[tuple[str, Sequence[str]]] = []
        self._first_with: dict[str, int] = {}

    def find_or_add(self, text: str, words: Sequence[str]) -> str | None:
        """The earlier text that this one nearly repeats; None, and this one is remembered, if there is none.

        words: those of the text, parted by white space, in one case.
        """
        landmarks = _longest(words)
        known = [self._first_with[landmark] for landmark in landmarks if landmark in self._first_with]
        if len(known) >= _FEWEST_SHARED:
            earlier, words_of_earlier = self._texts[Counter(known).most_common(1)[0][0]]
            if self._may_repeat(words_of_earlier, words) and self._repeats(earlier, text):
                return earlier
        for landmark in landmarks:
            self._first_with.setdefault(landmark, len(self._texts))
        self._texts.append((text, words))
        return None

    def _may_repeat(self, earlier: Sequence[str], words: Sequence[str]) -> bool:
        """Rules out nearly all texts that only share landmarks: words as they stand are far cheaper to compare."""
        least = self._minimum * _LEAST_OF_WORDS
        shortest, longest = sorted((len(earlier), len(words)))
        return shortest >= least * longest and similarity(set(earlier), set(words)) >= least

    def _repeats(self, earlier: str, text: str) -> bool:
        return similarity(shingles(earlier), shingles(text)) >= self._minimum


def _longest(words: Sequence[str]) -> list[str]:
    """The landmarks. To pick the long words out first takes less time than to sort all."""
    long = dict.fromkeys([word for word in words if len(word) >= _LONG])
    return sorted(long if len(long) >= _LANDMARKS else dict.fromkeys(words), key=len)[-_LANDMARKS:]
