"""A small linear model of background prose: masked words and pairs, a handful of measures, and the neighbouring lines.

A line is first scored by itself; then two passes look at the scores round it, for background seldom comes as a single
line. Scores are log-odds. All weights come from `background_block.json`.
"""

import json
import pkgutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from math import exp, inf, log
from operator import mul
from typing import Any, NamedTuple

from newslint import Document
from newslint_rules.boilerplate._background_subject import continues, introduction
from newslint_rules.boilerplate._background_words import (
    COMMON_STEMS,
    NAME,
    SENTENCE,
    all_stems,
    could_be_background,
    stems,
    tokens,
)

WEIGHTS = "background_block.json"

FLOOR = -4.0  # the score of a line that is plainly no background; none is lower
_HOPELESS = -1.0  # a line that cannot rise above this by itself gets the floor
_ENOUGH_WORDS = 200  # distinct content words that an article needs for "found nowhere else" to mean much
_DOUBT = 4
_ELIGIBLE = ("paragraph", "list_item")

STYLE_MEASURES = ("names", "length", "sentence_length", "near_the_top", "article_length")
CONTEXT_MEASURES = ("novelty", "novelty_in_short_article", "introduction")

Gram = str | tuple[str, str]


class Line(NamedTuple):
    """A block of an article. eligible: its kind can be background at all (a title cannot)."""

    text: str
    eligible: bool = True


class Style(NamedTuple):
    """How a line is written: its `STYLE_MEASURES`, and its masked words."""

    measures: tuple[float, ...]
    tokens: Sequence[str]

    @property
    def grams(self) -> Iterator[Gram]:
        """The masked words and the pairs of them; each as often as it occurs."""
        return chain(self.tokens, pairwise(self.tokens))


def lines_of(document: Document) -> list[Line]:
    """The blocks of a document, in its order."""
    return [Line(document.text_of(block.span), block.kind in _ELIGIBLE) for block in document.blocks]


class Article:
    """The lines of an article as the model sees them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    def style(self, number: int) -> Style | None:
        """How a line is written; None if it cannot be background, as the first of all cannot."""
        line = self.lines[number]
        if not number or not line.eligible or not could_be_background(line.text):
            return None
        found = tokens(line.text)
        sentences = found.count(SENTENCE)
        measures = (
            found.count(NAME) / len(found),
            min(1.5, len(found) / 60),
            min(1.5, len(found) / sentences / 30),
            float(number == 1),
            min(2.0, len(self.lines) / 20),
        )
        return Style(measures, found)

    def context(self, number: int) -> tuple[float, ...]:
        """The `CONTEXT_MEASURES` of a line."""
        weight, _, introduces = self.best_context(number)
        novelty = self.novelty(number) * weight
        shortness = max(0.0, 1 - len(self._line_counts) / _ENOUGH_WORDS)
        return novelty, novelty * shortness, introduces

    def best_context(self, number: int) -> tuple[float, float, float]:
        """What `context` cannot exceed, whatever the rest of the article says."""
        return self._best_context(number, len(stems(self.lines[number].text)))

    def most_context(self, number: int) -> tuple[float, float, float]:
        """What `best_context` cannot exceed: content words have four letters and more, and something between them."""
        return self._best_context(number, (len(self.lines[number].text) + 1) // 5)

    def _best_context(self, number: int, words: int) -> tuple[float, float, float]:
        # Few words are often all new by chance: some known ones are added, so that they count for less.
        weight = words / (words + _DOUBT)
        return weight, weight, float(introduction(self.lines[number].text) is not None)

    def novelty(self, number: int) -> float:
        """The share of a line's content words that stand in no other line but its neighbours.

        The neighbours are left out, so that a block of several lines cannot vouch for itself.
        """
        own = self._stems[number] - COMMON_STEMS
        if not own:
            return 0.5
        before = self._stems[number - 1] if number else frozenset[str]()
        after = self._stems[number + 1] if number + 1 < len(self._stems) else frozenset[str]()
        counts = self._line_counts
        return sum([counts[stem] == 1 + (stem in before) + (stem in after) for stem in own]) / len(own)

    @cached_property
    def _stems(self) -> list[frozenset[str]]:
        return [all_stems(line.text) for line in self.lines]

    @cached_property
    def _line_counts(self) -> Counter[str]:
        """How many lines each content word stands in."""
        counts = Counter(chain.from_iterable(self._stems))
        for stem in COMMON_STEMS:
            counts.pop(stem, None)
        return counts


def surroundings(article: Article, scores: Sequence[float], number: int) -> tuple[float, ...]:
    """What is seen of a line in a pass.

    Its score, the higher and the lower of its neighbours', the higher of those two lines away, and the score of the
    line before if this one takes its subject from there.
    """
    before2, before, own, after, after2 = (
        scores[at] if 0 <= at < len(scores) else FLOOR for at in range(number - 2, number + 3)
    )
    carried = before if continues(article.lines[number].text) else FLOOR
    return own, max(before, after), min(before, after), max(before2, after2), carried


def probability(score: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + exp(-score))


def log_odds(probability: float) -> float:
    """The log-odds of a probability: what it takes for a score to stand for it."""
    if 0 < probability < 1:
        return log(probability / (1 - probability))
    return inf if probability else -inf


@dataclass(frozen=True)
class Model:
    """The weights. passes: of each smoothing pass the bias and the weights of the `surroundings`."""

    bias: float
    style: tuple[float, ...]
    context: tuple[float, ...]
    grams: Mapping[Gram, float]
    passes: tuple[tuple[float, ...], ...]

    @classmethod
    def shipped(cls) -> "Model":
        """The model whose weights stand beside this module."""
        data = pkgutil.get_data(__package__, WEIGHTS)
        if data is None:
            raise FileNotFoundError(WEIGHTS)
        return cls.from_weights(json.loads(data))

    @classmethod
    def from_weights(cls, data: Mapping[str, Any]) -> "Model":
        """A model from the content of a weights file, whose whole numbers count in its "unit"."""
        unit = data["unit"]
        grams: dict[Gram, float] = {}
        for key, weight in data["grams"].items():
            first, _, second = key.partition(" ")
            grams[(first, second) if second else first] = weight * unit
        return cls(
            bias=data["bias"] * unit,
            style=tuple(data["measures"][name] * unit for name in STYLE_MEASURES),
            context=tuple(data["measures"][name] * unit for name in CONTEXT_MEASURES),
            grams=grams,
            passes=tuple(tuple(weight * unit for weight in weights) for weights in data["passes"]),
        )

    def scores(self, article: Article, least: float = -inf) -> list[float]:
        """The score of each line; all are `FLOOR` if none of them can reach the least that is wanted."""
        numbers = range(len(article.lines))
        by_style = [self._style_score(article, number) for number in numbers]
        best = [self._best_score(article, number, by_style[number]) for number in numbers]
        # Most articles end here, and are spared the count of their words.
        if max(_smoothed(article, best, self._hopeful_passes), default=FLOOR) < least:
            return [FLOOR] * len(numbers)
        alone = [
            max(FLOOR, by_style[number] + _dot(self.context, article.context(number)))
            if best[number] > FLOOR
            else FLOOR
            for number in numbers
        ]
        return self.smoothed(article, alone)

    def smoothed(self, article: Article, scores: list[float]) -> list[float]:
        """The scores after all passes."""
        return _smoothed(article, scores, self.passes)

    def _style_score(self, article: Article, number: int) -> float:
        """What the words of a line are worth by themselves; minus infinity if it cannot be background."""
        style = article.style(number)
        if style is None:
            return -inf
        known = self._known.intersection(style.grams)
        return self.bias + _dot(self.style, style.measures) + sum(map(self.grams.__getitem__, known))

    def _best_score(self, article: Article, number: int, by_style: float) -> float:
        """What a line can score by itself, whatever the rest of the article says."""
        if by_style + _dot(self._gains, article.most_context(number)) <= _HOPELESS:
            return FLOOR
        best = by_style + _dot(self._gains, article.best_context(number))
        return best if best > _HOPELESS else FLOOR

    @cached_property
    def _known(self) -> frozenset[Gram]:
        return frozenset(self.grams)

    @cached_property
    def _gains(self) -> tuple[float, ...]:
        """What the context can add."""
        return tuple(max(0.0, weight) for weight in self.context)

    @cached_property
    def _hopeful_passes(self) -> tuple[tuple[float, ...], ...]:
        """Passes that never give less than those of the model, and never less for higher scores."""
        return tuple(
            (bias + FLOOR * sum(min(0.0, weight) for weight in weights), *(max(0.0, weight) for weight in weights))
            for bias, *weights in self.passes
        )


def _smoothed(article: Article, scores: list[float], passes: Sequence[Sequence[float]]) -> list[float]:
    for bias, *weights in passes:
        scores = [
            max(FLOOR, bias + _dot(weights, surroundings(article, scores, number))) if score > FLOOR else FLOOR
            for number, score in enumerate(scores)
        ]
    return scores


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return float(sum(map(mul, weights, values)))
