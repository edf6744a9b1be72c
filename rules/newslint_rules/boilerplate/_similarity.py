"""How alike two paragraphs are, whatever their case, punctuation and figures."""

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LANDMARKS = 6  # so many of its longest words tell where a text may stand already,
_FEWEST_SHARED = 3  # and it must share so many of them to be looked at
_WORDS_IN_SHINGLE = 4

Shingles = set[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """The runs of four words of a text, in lower case, without punctuation, every number as "0"."""
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]
    return set(zip(*(words[start:] for start in range(_WORDS_IN_SHINGLE)), strict=False))


def similarity(first: Shingles, second: Shingles) -> float:
    """The share of shingles that two texts have in common, of the one that has more of them; from 0 to 1."""
    return len(first & second) / max(len(first), len(second), 1)


class NearRepeats:
    """Texts seen so far, to find one that another nearly repeats.

    minimum: the `similarity` wanted. Only texts that share most of their longest words are compared, each with one
    other: cost is linear in the text, and next to nothing where no text repeats.
    """

    def __init__(self, minimum: float) -> None:
        self._minimum = minimum
        self._texts: list[str] = []
        self._first_with: dict[str, int] = {}

    def find_or_add(self, text: str, words: Sequence[str]) -> str | None:
        """The earlier text that this one nearly repeats; None, and this one is remembered, if there is none.

        words: those of the text, parted by white space, in one case.
        """
        landmarks = sorted(dict.fromkeys(words), key=len)[-_LANDMARKS:]
        known = [self._first_with[landmark] for landmark in landmarks if landmark in self._first_with]
        if len(known) >= _FEWEST_SHARED:
            earlier = self._texts[Counter(known).most_common(1)[0][0]]
            if similarity(shingles(earlier), shingles(text)) >= self._minimum:
                return earlier
        for landmark in landmarks:
            self._first_with.setdefault(landmark, len(self._texts))
        self._texts.append(text)
        return None
