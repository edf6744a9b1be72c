"""A small linear model of background prose: masked words and pairs, a handful of measures, and the neighbouring lines.

A line is first scored by itself; then two passes look at the scores round it, for background seldom comes as a single
line. Scores are log-odds. All weights come from `background_block.json`.
"""

import json
import pkgutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import exp
from operator import mul
from typing import Any

from newslint import Document
from newslint_rules.boilerplate._background_subject import continues, introduction
from newslint_rules.boilerplate._background_words import NAME, SENTENCE, could_be_background, stems, tokens

WEIGHTS = "background_block.json"

FLOOR = -4.0  # the score of a line that is plainly no background; none is lower
_HOPELESS = -1.0  # what cannot rise above this is not worth counting the words of the article
_ENOUGH_WORDS = 200  # distinct content words that an article needs for "found nowhere else" to mean much
_DOUBT = 4
_ELIGIBLE = ("paragraph", "list_item")

STYLE_MEASURES = ("names", "length", "sentence_length", "near_the_top", "article_length")
CONTEXT_MEASURES = ("novelty", "novelty_in_short_article", "introduction")

Gram = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A block of an article. eligible: its kind can be background at all (a title cannot)."""

    text: str
    eligible: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is written: its `STYLE_MEASURES`, and its masked words and pairs of words."""

    measures: tuple[float, ...]
    grams: frozenset[Gram]


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
        return Style(measures, frozenset((*found, *pairwise(found))))

    def context(self, number: int) -> tuple[float, ...]:
        """The `CONTEXT_MEASURES` of a line."""
        weight, _, introduces = self.best_context(number)
        novelty = self.novelty(number) * weight
        shortness = max(0.0, 1 - len(self._line_counts) / _ENOUGH_WORDS)
        return novelty, novelty * shortness, introduces

    def best_context(self, number: int) -> tuple[float, float, float]:
        """What `context` cannot exceed, whatever the rest of the article says."""
        text = self.lines[number].text
        # Few words are often all new by chance: some known ones are added, so that they count for less.
        words = len(stems(text))
        weight = words / (words + _DOUBT)
        return weight, weight, float(introduction(text) is not None)

    def novelty(self, number: int) -> float:
        """The share of a line's content words that stand in no other line but its neighbours.

        The neighbours are left out, so that a block of several lines cannot vouch for itself.
        """
        own = self._stems[number]
        if not own:
            return 0.5
        before = self._stems[number - 1] if number else frozenset[str]()
        after = self._stems[number + 1] if number + 1 < len(self._stems) else frozenset[str]()
        counts = self._line_counts
        return sum([counts[stem] == 1 + (stem in before) + (stem in after) for stem in own]) / len(own)

    @cached_property
    def _stems(self) -> list[frozenset[str]]:
        return [stems(line.text) for line in self.lines]

    @cached_property
    def _line_counts(self) -> Counter[str]:
        """How many lines each content word stands in."""
        counts: Counter[str] = Counter()
        for words in self._stems:
            counts.update(words)
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

    def scores(self, article: Article) -> list[float]:
        """The score of each line."""
        return self.smoothed(article, [self.line_score(article, number) for number in range(len(article.lines))])

    def smoothed(self, article: Article, scores: list[float]) -> list[float]:
        """The scores after all passes."""
        for bias, *weights in self.passes:
            scores = [
                max(FLOOR, bias + _dot(weights, surroundings(article, scores, number))) if score > FLOOR else FLOOR
                for number, score in enumerate(scores)
            ]
        return scores

    def line_score(self, article: Article, number: int) -> float:
        """The score of a line by itself."""
        style = article.style(number)
        if style is None:
            return FLOOR
        score = self.bias + _dot(self.style, style.measures) + sum(filter(None, map(self.grams.get, style.grams)))
        # Most lines end here, so that most articles are spared the count of their words.
        if score + _dot(self._gains, article.best_context(number)) <= _HOPELESS:
            return FLOOR
        return max(FLOOR, score + _dot(self.context, article.context(number)))

    @cached_property
    def _gains(self) -> tuple[float, ...]:
        """What the context can add."""
        return tuple(max(0.0, weight) for weight in self.context)


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return float(sum(map(mul, weights, values)))
