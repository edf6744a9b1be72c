"""How likely a word is a cue, given the words and marks beside it: a logistic regression over counted surroundings."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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
# Marks at the end of a word, and what stands for them: quotation marks are all one.
_MARKS = {mark: mark for mark in ",.:;?!)"} | dict.fromkeys("”\"'’»]", "”")


@dataclass(frozen=True)
class _Form:
    """What is known of one form: its own weight, and those of what stands right beside it."""

    weight: float
    before: Mapping[str, float]
    behind: Mapping[str, float]
    behind_group: Mapping[str, float]


class CueModel:
    """Scores of candidates. data: the weights file, whole numbers that count in its `unit`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        unit: float = data["unit"]

        def scaled(table: Mapping[str, int]) -> dict[str, float]:
            return {key: weight * unit for key, weight in table.items()}

        self._before, self._further_before, self._behind, self._further_behind = (
            scaled(data["sides"][side]) for side in SIDES
        )
        own = scaled(data["forms"])
        groups = scaled(data["groups"])
        behind_group = {group: scaled(table) for group, table in data["behind_group"].items()}
        nothing: dict[str, float] = {}
        joined: dict[tuple[str, ...], dict[str, float]] = {}
        self.forms: dict[str, _Form] = {}
        for form in own.keys() | set().union(*words.GROUPS.values()):
            of = tuple(group for group, members in words.GROUPS.items() if form in members)
            if of not in joined:
                joined[of] = _sums([behind_group.get(group, nothing) for group in of])
            self.forms[form] = _Form(
                data["bias"] * unit + own.get(form, 0.0) + sum(groups.get(group, 0.0) for group in of),
                scaled(data["before_form"].get(form, nothing)),
                scaled(data["behind_form"].get(form, nothing)),
                joined[of],
            )

    def score(self, raw: Sequence[str], plain: Sequence[str], at: int) -> float:
        """The log-odds that the word at index `at` of a sentence is a cue. raw, plain: its words, as `surroundings`."""
        form = self.forms[plain[at]]
        before, further_before, behind, further_behind = surroundings(raw, plain, at)
        before = before if before in self._before else shape(raw, at - 1)
        behind = behind if behind in self._behind else shape(raw, at + 1)
        if further_before not in self._further_before:
            further_before = shape(raw, at - 2)
        if further_behind not in self._further_behind:
            further_behind = shape(raw, at + 2)
        return (
            form.weight
            + self._before.get(before, 0.0)
            + self._further_before.get(further_before, 0.0)
            + self._behind.get(behind, 0.0)
            + self._further_behind.get(further_behind, 0.0)
            + form.before.get(before, 0.0)
            + form.behind.get(behind, 0.0)
            + form.behind_group.get(behind, 0.0)
        )


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
    first = raw[at].lstrip("“\"‘'([«")[:1]
    return CAPITALISED if first.isupper() else NUMBER if first.isdigit() else OTHER


def probability(score: float) -> float:
    """From log-odds."""
    return 1.0 / (1.0 + math.exp(-score))


@cache
def load() -> CueModel:
    """The model of English that ships with newslint."""
    return CueModel(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def _sums(tables: Sequence[Mapping[str, float]]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for table in tables:
        for key, weight in table.items():
            sums[key] = sums.get(key, 0.0) + weight
    return sums
