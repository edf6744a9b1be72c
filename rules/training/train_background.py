"""Makes the weights of `boilerplate.background-block`.

    pip install scikit-learn
    cd rules && python -m training.train_background DATA             writes the weights file
    cd rules && python -m training.train_background DATA --evaluate  prints accuracy on articles held out

DATA is the folder of the annotated sets, with boilerplate/B_insert.jsonl, claims/wikiweasel_train.jsonl and
news/news.jsonl in it.

A logistic regression scores a line by itself; two more smooth the scores over its neighbours, trained on scores that
the first gave to articles it had not seen. Words and pairs of words count only if five documents have them: articles,
or the texts that background was taken from. Names and numbers are masked before, so none is among them.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import newslint_rules.boilerplate
import numpy as np
from newslint_rules.boilerplate._background_model import (
    CONTEXT_MEASURES,
    FLOOR,
    STYLE_MEASURES,
    WEIGHTS,
    Gram,
    Model,
    probability,
    surroundings,
)
from newslint_rules.boilerplate._background_subject import runs
from newslint_rules.boilerplate._background_words import CLASSES
from newslint_rules.boilerplate.background_block import BackgroundBlock
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from training import background_corpus as corpus
from training.background_corpus import Sample

UNIT = 0.001
FEWEST_DOCUMENTS = 5
GRAMS = 3000
MEASURE_SCALE = 0.3  # of the standardised measures beside the words: how little they are held back
STRENGTH = 0.1  # inverse of the regularisation of the first regression
INNER_FOLDS = 4
OUTER_FOLDS = 5
MEASURES = (*STYLE_MEASURES, *CONTEXT_MEASURES)

_PART = r"(?:[a-z]+(?:['-][a-z]+)*|[NY0^$£€%&,.;:()\"–—!?-]|[$£€]?0[%]?)"
_PLAIN = re.compile(rf"{_PART}(?: {_PART})?")

Extra = Callable[[Sequence[Sample]], Sequence[Sample]]
Array = Any  # numpy and scikit-learn are no dependencies of the project: their types are not checked


@dataclass(frozen=True)
class Row:
    """A line to train on. document: the article, or the text that its background was taken from."""

    text: str
    is_background: bool
    document: str
    measures: tuple[float, ...]
    grams: frozenset[Gram]


def rows_of(samples: Sequence[Sample]) -> list[Row]:
    """Every line that the model would look at; of made-up articles only those in and next to what was inserted."""
    rows = []
    for sample in samples:
        for number, origin in enumerate(sample.origins):
            if sample.made and not any(sample.origins[max(0, number - 1) : number + 2]):
                continue
            style = sample.article.style(number)
            if style is not None:
                measures = (*style.measures, *sample.article.context(number))
                document = origin.key if origin else sample.group
                text, grams = sample.article.lines[number].text, frozenset(style.grams)
                rows.append(Row(text, bool(origin), document, measures, grams))
    return rows


def fit_lines(rows: Sequence[Row]) -> Model:
    """The model of single lines, without passes."""
    measures = np.array([row.measures for row in rows])
    mean, deviation = measures.mean(0), measures.std(0) + 1e-6
    scaled = csr_matrix((measures - mean) / deviation * MEASURE_SCALE)
    labels = np.array([row.is_background for row in rows])
    repeats = Counter(row.text for row in rows if row.is_background)
    weights = np.array([repeats[row.text] ** -0.5 if row.is_background else 1.0 for row in rows])
    classes = _columns(
        [[name for name, words in CLASSES.items() for word in words if word in row.grams] for row in rows],
        sorted(CLASSES),
    )

    def fit(grams: Sequence[Gram]) -> tuple[Array, float, Array]:
        present = _columns([row.grams for row in rows], grams)
        table = hstack([present, scaled, classes]).tocsr()
        fitted = LogisticRegression(C=STRENGTH, solver="liblinear").fit(table, labels, sample_weight=weights)
        return fitted.coef_[0], float(fitted.intercept_[0]), np.asarray(present.mean(0)).ravel()

    grams = _frequent(rows)
    coefficients, _, share = fit(grams)
    importance = np.abs(coefficients[: len(grams)]) * np.sqrt(share)
    grams = [grams[at] for at in sorted(np.argsort(-importance, kind="stable")[:GRAMS])]
    coefficients, bias, _ = fit(grams)
    of_grams = dict(zip(grams, coefficients.tolist(), strict=False))
    of_measures = coefficients[len(grams) : len(grams) + len(MEASURES)] * MEASURE_SCALE / deviation
    for name, weight in zip(sorted(CLASSES), coefficients[len(grams) + len(MEASURES) :].tolist(), strict=True):
        for word in CLASSES[name]:
            of_grams[word] = of_grams.get(word, 0.0) + weight
    style, context = np.split(of_measures, [len(STYLE_MEASURES)])
    return Model(bias - float(of_measures @ mean), tuple(style.tolist()), tuple(context.tolist()), of_grams, ())


def fit(samples: Sequence[Sample]) -> Model:
    """The whole model: lines first, then the passes over scores of articles that were left out in turn."""
    folds = [_fold(sample.group, INNER_FOLDS) for sample in samples]
    scores: list[list[float]] = [[] for _ in samples]
    for left_out in range(INNER_FOLDS):
        model = fit_lines(rows_of([s for s, fold in zip(samples, folds, strict=True) if fold != left_out]))
        for at, sample in enumerate(samples):
            if folds[at] == left_out:
                scores[at] = model.scores(sample.article)
    model = fit_lines(rows_of(samples))
    for _ in range(2):
        weights = _fit_pass(samples, scores)
        one_pass = replace(model, passes=(weights,))
        scores = [one_pass.smoothed(sample.article, line) for sample, line in zip(samples, scores, strict=True)]
        model = replace(model, passes=(*model.passes, weights))
    return model


def _fit_pass(samples: Sequence[Sample], scores: Sequence[Sequence[float]]) -> tuple[float, ...]:
    table, labels = [], []
    for sample, of_article in zip(samples, scores, strict=True):
        for number, score in enumerate(of_article):
            if score > FLOOR:
                table.append(surroundings(sample.article, of_article, number))
                labels.append(bool(sample.origins[number]))
    fitted = LogisticRegression().fit(np.array(table), labels)
    return (float(fitted.intercept_[0]), *fitted.coef_[0].tolist())


def _columns(present: Sequence[Sequence[Any] | frozenset[Any]], names: Sequence[Any]) -> Array:
    """A sparse table of counts: a row for each collection, a column for each name."""
    number = {name: at for at, name in enumerate(names)}
    indices, ends = [], [0]
    for collection in present:
        indices += sorted(number[name] for name in collection if name in number)
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(present), len(names)))


def _frequent(rows: Sequence[Row]) -> list[Gram]:
    """Words and pairs of enough documents, made of plain words, marks and masks alone: no addresses, no debris."""
    documents = defaultdict(set)
    for row in rows:
        for gram in row.grams:
            if _PLAIN.fullmatch(_key(gram)):
                documents[gram].add(row.document)
    return sorted((gram for gram, found in documents.items() if len(found) >= FEWEST_DOCUMENTS), key=_key)


def _key(gram: Gram) -> str:
    return gram if isinstance(gram, str) else " ".join(gram)


def _fold(group: str, folds: int) -> int:
    return crc32(group.encode()) % folds


def weights_file(model: Model) -> str:
    """The model in the form of its weights file, one word or pair a line."""

    def whole(weight: float) -> int:
        return round(weight / UNIT)

    grams = {_key(gram): whole(weight) for gram, weight in model.grams.items() if whole(weight)}
    measures = dict(zip(MEASURES, map(whole, (*model.style, *model.context)), strict=True))
    data = {
        "about": "Weights of boilerplate.background-block, made by rules/training/train_background.py",
        "sources": corpus.SOURCES,
        "unit": UNIT,
        "bias": whole(model.bias),
        "measures": measures,
        "passes": [list(map(whole, weights)) for weights in model.passes],
        "grams": dict(sorted(grams.items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=0) + "\n"


# -- accuracy


def evaluate(name: str, samples: Sequence[Sample], scores: Sequence[Sequence[float]]) -> None:
    """Print precision, recall and F1 of lines, and findings per 1,000 clean articles, at several confidences."""
    print(name)
    rule = BackgroundBlock()
    for floor in (0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        hits = false = missed = findings = 0
        for sample, of_article in zip(samples, scores, strict=True):
            confidences = [probability(score) for score in of_article]
            texts = [line.text for line in sample.article.lines]
            reaching = runs(texts, confidences, rule.extension_confidence)
            found = [run for run in reaching if max(confidences[number] for number in run) >= floor]
            flagged = {number for run in found for number in run}
            inserted = {number for number, origin in enumerate(sample.origins) if origin}
            if not inserted:
                findings += len(found)
                continue
            hits += len(flagged & inserted)
            false += len(flagged - inserted)
            missed += len(inserted - flagged)
        clean = sum(sample.is_clean for sample in samples) or 1
        precision, recall = hits / ((hits + false) or 1), hits / ((hits + missed) or 1)
        f1, false_rate = 2 * hits / ((2 * hits + false + missed) or 1), 1000 * findings / clean
        print(
            f"  {floor:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  false/1,000 {false_rate:.0f}", flush=True
        )


def held_out(name: str, rounds: Sequence[tuple[Sequence[Sample], Sequence[Sample]]], extra: Extra) -> None:
    """Train on the first samples of each round and score the second."""
    tested: list[Sample] = []
    scores: list[list[float]] = []
    for training, testing in rounds:
        model = fit([*training, *extra(training)])
        tested += testing
        scores += [model.scores(sample.article) for sample in testing]
    evaluate(name, tested, scores)


def evaluate_all(samples: Sequence[Sample], extra: Extra) -> None:
    """Articles and entities held out; then one source of articles; then one style of background."""

    def divide(is_test: Callable[[Sample], bool]) -> tuple[list[Sample], list[Sample]]:
        return [s for s in samples if not is_test(s)], [s for s in samples if is_test(s)]

    folds = [divide(lambda s, fold=fold: _fold(s.group, OUTER_FOLDS) == fold) for fold in range(OUTER_FOLDS)]  # type: ignore[misc]
    held_out("articles and entities held out", folds, extra)
    for source in sorted({sample.source for sample in samples}):
        held_out(f"articles of {source} held out", [divide(lambda s, source=source: s.source == source)], extra)  # type: ignore[misc]
    for style in sorted({style for sample in samples for style in _styles(sample)}):
        round_ = divide(lambda s, style=style: style in _styles(s) or (s.is_clean and _fold(s.group, 3) == 0))  # type: ignore[misc]
        held_out(f"background of {style} held out", [round_], extra)


def _styles(sample: Sample) -> set[str]:
    return {origin.style for origin in sample.origins if origin}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the annotated sets")
    parser.add_argument("--evaluate", action="store_true", help="print accuracy instead of writing weights")
    options = parser.parse_args()
    samples, paragraphs_of = [], {}
    for record in chain(corpus.annotated(options.data), corpus.other_news(options.data)):
        samples.append(corpus.sample(record.group, record.source, record.paragraphs))
        paragraphs_of[record.group] = record.paragraphs
    own, encyclopedia = corpus.own_styles(), corpus.encyclopedia(options.data, Random(0))

    def extra(training: Sequence[Sample]) -> list[Sample]:
        random = Random(1)
        made = []
        for sample in training:
            if sample.is_clean and len(paragraphs_of[sample.group]) > 2:
                passage = random.choice(random.choice((own, own, encyclopedia)))
                paragraphs = corpus.insert(paragraphs_of[sample.group], passage, random)
                made.append(corpus.sample(sample.group, sample.source, paragraphs, made=True))
        return made

    if options.evaluate:
        evaluate_all(samples, extra)
        return
    target = Path(newslint_rules.boilerplate.__file__).with_name(WEIGHTS)
    target.write_text(weights_file(fit([*samples, *extra(samples)])), encoding="utf-8")


if __name__ == "__main__":
    main()
