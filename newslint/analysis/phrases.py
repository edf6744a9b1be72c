"""Finding thousands of phrases in one pass over a text."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import ahocorasick_rs

_SURROGATE = re.compile("[\ud800-\udfff]")


class Hit(NamedTuple):
    """A phrase at `start:end` of the text searched. label: the list it came from."""

    start: int
    end: int
    phrase: str
    label: str


PhraseLists = Mapping[str, Sequence[str]]


class PhraseMatcher:
    """The phrases of all owners (rules) in one automaton; whole words, case and apostrophe style ignored.

    lists: owner -> label -> phrases. Search time does not depend on how many phrases there are.
    """

    def __init__(self, lists: Mapping[str, PhraseLists]) -> None:
        owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for owner, labels in lists.items():
            for label, phrases in labels.items():
                for phrase in phrases:
                    owners[_fold(phrase)].append((owner, label))
        self._owners = dict(owners)
        self._phrases = list(self._owners)
        self._automaton = ahocorasick_rs.AhoCorasick(self._phrases) if self._phrases else None

    def find(self, text: str) -> dict[str, list[Hit]]:
        """Every whole-word hit per owner, in the order of the text."""
        found: dict[str, list[Hit]] = defaultdict(list)
        if self._automaton is None:
            return found
        folded = _fold(text)
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        whole = [hit for hit in hits if _is_whole_word(folded, hit[1], hit[2])]
        for number, start, end in sorted(whole, key=_by_place):
            phrase = self._phrases[number]
            for owner, label in self._owners[phrase]:
                found[owner].append(Hit(start, end, phrase, label))
        return found


def _by_place(hit: tuple[int, int, int]) -> tuple[int, int]:
    return hit[1], -hit[2]


def _fold(text: str) -> str:
    """Lower case with straight apostrophes, of exactly the same length."""
    folded = text.lower()
    if len(folded) != len(text):  # a few letters, such as İ, become two
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    # The automaton is built in Rust, whose strings cannot hold lone surrogates.
    if not folded.isascii():
        folded = folded.replace("’", "'").replace("‘", "'")
        try:
            folded.encode()  # in a tenth of the time that it takes to look for surrogates
        except UnicodeEncodeError:
            folded = _SURROGATE.sub("\ufffd", folded)
    return folded


def _is_whole_word(text: str, start: int, end: int) -> bool:
    # The ends are looked at first: most hits that are no words are the beginnings of longer ones, or stand inside them.
    if text[end : end + 1].isalnum() and text[end - 1].isalnum():
        return False
    return not (start and text[start - 1].isalnum() and text[start].isalnum())
