"""How likely a word is a cue, given the words and marks beside it: a logistic regression over counted surroundings."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from newslint.analysis import attribution_words as words

WEIGHTS = Path(__file__).with_name("data") / "attribution_en.json"

# A candidate with at least this score is a cue: those that are right one time in three complete more sentences than
# they spoil.
FLOOR = -0.85

SIDES = ("before", "further_before", "behind", "further_behind")
CAPITALISED, NUMBER, OTHER = "Xx", "00", "xx"
ASIDE = "~"
_ENDS = frozenset(".,>!?")
_LONGEST_ASIDE = 6  # words before the cue
_OPENING = frozenset("“\"«„‘'")
_BEFORE_LETTERS = "“\"‘'([«"
# Marks at the end of a word, and what stands for them: quotation marks are all one.
_MARKS = {mark: mark for mark in ",.:;?!)"} | dict.fromkeys("”\"'’»]", "”")


class _Form(NamedTuple):
    """What is known of one form: its own weight, and those of what stands right beside it."""

    weight: int
    before: Mapping[str, int]
    behind: Mapping[str, int]
    behind_group: Mapping[str, int]


class CueModel:
    """Judges candidates. data: the weights file, whole numbers that count in its `unit`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._unit: float = data["unit"]
        self._floor = FLOOR / self._unit
        self._probabilities: dict[int, float] = {}
        self._before, self._further_before, self._behind, self._further_behind = (data["sides"][side] for side in SIDES)
        own, groups = data["forms"], data["groups"]
        nothing: dict[str, int] = {}
        joined: dict[tuple[str, ...], dict[str, int]] = {}
        self.forms: dict[str, _Form] = {}
        for form in own.keys() | set().union(*words.GROUPS.values()):
            of = tuple(group for group, members in words.GROUPS.items() if form in members)
            if of not in joined:
                joined[of] = _sums([data["behind_group"].get(group, nothing) for group in of])
            self.forms[form] = _Form(
                data["bias"] + own.get(form, 0) + sum(groups.get(group, 0) for group in of),
                data["before_form"].get(form, nothing),
                data["behind_form"].get(form, nothing),
                joined[of],
            )

    def confidence(self, raw: Sequence[str], plain: Sequence[str], at: int) -> float | None:
        """How likely the word at index `at` of a sentence is a cue, to two decimals; None if less than `FLOOR`.

        raw, plain: its words, as in `surroundings`.
        """
        score, before_form, behind_form, behind_group = self.forms[plain[at]]
        before, further_before, behind, further_behind = surroundings(raw, plain, at)
        if before not in self._before:
            before = shape(raw, at - 1)
        if behind not in self._behind:
            behind = shape(raw, at + 1)
        if further_before not in self._further_before:
            further_before = shape(raw, at - 2)
        if further_behind not in self._further_behind:
            further_behind = shape(raw, at + 2)
        score += (
            self._before.get(before, 0)
            + self._further_before.get(further_before, 0)
            + self._behind.get(behind, 0)
            + self._further_behind.get(further_behind, 0)
            + before_form.get(before, 0)
            + behind_form.get(behind, 0)
            + behind_group.get(behind, 0)
        )
        if score < self._floor:
            return None
        if score not in self._probabilities:
            self._probabilities[score] = round(1.0 / (1.0 + math.exp(-score * self._unit)), 2)
        return self._probabilities[score]


def surroundings(raw: Sequence[str], plain: Sequence[str], at: int) -> tuple[str, str, str, str]:
    """What stands beside the word at index `at` of a sentence. raw: its words with their marks, plain: without.

    That is (before, further before, behind, further behind): each a word, a mark, or "<" or ">" for an edge. A mark
    hides the word on its far side. Behind a word that ends an aside (", an auditor found.") stands ASIDE.
    """
    mark = _MARKS.get
    last = len(raw) - 1
    if at == last:
        behind = further_behind = ">"
    else:
        behind = mark(raw[at][-1]) or ("“" if raw[at + 1][0] in _OPENING else plain[at + 1])
        further_behind = mark(raw[at + 1][-1]) or (plain[at + 2] if at + 2 <= last else ">")
    if at == 0:
        before = further_before = "<"
    else:
        before = mark(raw[at - 1][-1]) or plain[at - 1]
        further_before = (mark(raw[at - 2][-1]) or plain[at - 2]) if at > 1 else "<"
    if behind in _ENDS and _follows_comma(raw, at):
        behind = ASIDE
    return before, further_before, behind, further_behind


def _follows_comma(raw: Sequence[str], at: int) -> bool:
    """Whether the last mark before a word is a comma or a quotation mark, with a subject between them."""
    for before in range(at - 1, max(-1, at - 1 - _LONGEST_ASIDE), -1):
        if mark := _MARKS.get(raw[before][-1]):
            return before < at - 1 and mark in ",”"
    return False


def shape(raw: Sequence[str], at: int) -> str:
    """What stands for a word that the model does not know."""
    if not 0 <= at < len(raw):
        return OTHER
    first = raw[at][0]
    if first in _BEFORE_LETTERS:
        first = raw[at].lstrip(_BEFORE_LETTERS)[:1]
    return CAPITALISED if first.isupper() else NUMBER if first.isdigit() else OTHER


@cache
def load() -> CueModel:
    """The model of English that ships with newslint."""
    return CueModel(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def _sums(tables: Sequence[Mapping[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for table in tables:
        for key, weight in table.items():
            sums[key] = sums.get(key, 0) + weight
    return sums
