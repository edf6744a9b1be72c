"""Makes newslint/analysis/data/attribution_en.json: how much each word, and what stands beside it, speaks for a cue.

    pip install scikit-learn
    cd rules && python -m training.train_attribution DATA             writes the weights file
    cd rules && python -m training.train_attribution DATA --evaluate  prints accuracy on articles held out

DATA is the folder of the annotated sets, with claims/polnear_docs_train.jsonl in it: news articles in which the
source, the cue and the content of each attribution were marked by hand.

A logistic regression over the forms in the word lists, over those that often were cues in enough articles, and over
the words beside them. No feature counts that fewer than ten articles have; words that mostly stand with a capital are
names and are masked.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import newslint
from newslint.analysis import attribution_words as words
from newslint.analysis.attribution_cues import Words
from newslint.analysis.attribution_model import FLOOR, SIDES, WEIGHTS, shape, surroundings

SOURCES = ["PolNeAR 1.0.0, training articles (Newell, Margolin and Ruths, LREC 2018; no licence stated)"]
UNIT = 0.02
FEWEST_DOCUMENTS = 10
FEWEST_CUES = 5  # articles in which a form that is in no word list must have been a cue
LOWEST_SHARE = 0.25  # of the places of such a form that are cues
STRENGTH = 0.3  # inverse of the regularisation
FOLDS = 4
_PLAIN = re.compile(r"[a-z]+(?:['-][a-z]+)*")
# Stand in many cues ("has said in a speech that") and report nothing.
_EMPTY = frozenset(
    """
    a about after again all also always an and any are as at be been before being but by did do does during during
    even evening ever every for from had has have he her his how i if in into it it's its just last made make morning
    more most my never new no not now of on once only or other our out over people recent she should since so some
    speech still than that the their them then there these they this those though through to too under until up upon
    very was we week were what when where whether which while who whom why will with would year yet you your
    afternoon against campaign could day first friday me may might month monday night one saturday sunday thursday time
    tuesday us wednesday years him an
    according avoided cast devoted fired footage harsh laid laying passed quick upset
    """.split()
)

Feature = tuple[str, ...]
Array = Any  # numpy and scikit-learn are no dependencies of the project: their types are not checked


@dataclass(frozen=True)
class Article:
    """sentences: the words of each. is_cue, is_quoted: of each sentence, which words a cue or a quotation covers."""

    name: str
    sentences: list[Words]
    is_cue: list[list[bool]]
    is_quoted: list[list[bool]]


@dataclass(frozen=True)
class Candidate:
    """A word that may be a cue. article: where it stands. features: what its sentence shows of it."""

    article: str
    form: str
    features: list[Feature]
    is_cue: bool


def read(path: Path) -> Iterator[Article]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        document = newslint.segment(text, language="en")
        cues = _cover(len(text), [span for item in record["meta"]["attributions"] for span in item["cue"]])
        quoted = _cover(len(text), [item.span for item in document.quotations if item.open and item.close])
        sentences = [Words(text, *sentence.span) for sentence in document.sentences]
        starts = [[sentence.inside(at, at)[0] for at in range(len(sentence.raw))] for sentence in sentences]
        yield Article(
            record["id"],
            sentences,
            [[cues[min(start, len(text) - 1)] for start in of_sentence] for of_sentence in starts],
            [[quoted[min(start, len(text) - 1)] for start in of_sentence] for of_sentence in starts],
        )


def _cover(length: int, spans: Sequence[Sequence[int]]) -> list[bool]:
    covered = [False] * length
    for start, end in spans:
        covered[start:end] = [True] * (end - start)
    return covered


class Vocabulary:
    """What is common enough to count: forms that may be cues, and neighbours of them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        places: Counter[str] = Counter()
        lower: Counter[str] = Counter()
        cues: Counter[str] = Counter()
        cue_articles = defaultdict(set)
        for article in articles:
            for sentence, is_cue in zip(article.sentences, article.is_cue, strict=True):
                for at, word in enumerate(sentence.plain):
                    places[word] += 1
                    lower[word] += shape(sentence.raw, at) == "xx"
                    if is_cue[at]:
                        cues[word] += 1
                        cue_articles[word].add(article.name)
        self._common = {word for word in places if 2 * lower[word] > places[word] and _PLAIN.fullmatch(word)}
        learnt = {
            word
            for word in self._common - _EMPTY
            if len(cue_articles[word]) >= FEWEST_CUES
            and cues[word] >= LOWEST_SHARE * places[word]
            and not word.endswith("ly")
        }
        self.forms = learnt | set().union(*words.GROUPS.values())
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for article in articles:
            for sentence, at in self.places(article):
                for side, word in zip(SIDES, surroundings(sentence.raw, sentence.plain, at), strict=True):
                    if word in self._common or (word and not word[0].isalnum() and len(word) == 1):
                        found[side, word].add(article.name)
        self.neighbours = {key for key, names in found.items() if len(names) >= FEWEST_DOCUMENTS}

    def places(self, article: Article) -> Iterator[tuple[Words, int]]:
        """The candidates of an article: each the sentence and the index of its word."""
        for sentence, is_quoted in zip(article.sentences, article.is_quoted, strict=True):
            for at, word in enumerate(sentence.plain):
                if word in self.forms and not is_quoted[at]:
                    yield sentence, at

    def features(self, sentence: Words, at: int) -> list[Feature]:
        form = sentence.plain[at]
        nearby = surroundings(sentence.raw, sentence.plain, at)
        known = [
            word if (side, word) in self.neighbours else shape(sentence.raw, at + step)
            for side, word, step in zip(SIDES, nearby, (-1, -2, 1, 2), strict=True)
        ]
        before, _, behind, _ = known
        groups = [group for group, members in words.GROUPS.items() if form in members]
        return [
            ("forms", form),
            *(("sides", side, word) for side, word in zip(SIDES, known, strict=True)),
            ("before_form", form, before),
            ("behind_form", form, behind),
            *(("groups", group) for group in groups),
            *(("behind_group", group, behind) for group in groups),
        ]

    def candidates(self, article: Article) -> Iterator[Candidate]:
        labels = {id(sentence): is_cue for sentence, is_cue in zip(article.sentences, article.is_cue, strict=True)}
        for sentence, at in self.places(article):
            is_cue = bool(labels[id(sentence)][at])
            yield Candidate(article.name, sentence.plain[at], self.features(sentence, at), is_cue)


@dataclass(frozen=True)
class Fitted:
    """weights: an array as long as `features`."""

    features: list[Feature]
    weights: Array
    bias: float

    def scores(self, candidates: Sequence[Candidate]) -> Array:
        return _table(candidates, self.features) @ self.weights + self.bias


def fit(candidates: Sequence[Candidate]) -> Fitted:
    articles = defaultdict(set)
    for candidate in candidates:
        for feature in candidate.features:
            articles[feature].add(candidate.article)
    features = sorted(feature for feature, names in articles.items() if len(names) >= FEWEST_DOCUMENTS)
    labels = np.array([candidate.is_cue for candidate in candidates])
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear").fit(_table(candidates, features), labels)
    return Fitted(features, fitted.coef_[0], float(fitted.intercept_[0]))


def _table(candidates: Sequence[Candidate], features: Sequence[Feature]) -> Array:
    number = {feature: at for at, feature in enumerate(features)}
    indices: list[int] = []
    ends = [0]
    for candidate in candidates:
        indices += [number[feature] for feature in candidate.features if feature in number]
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(candidates), len(features)))


def weights_file(fitted: Fitted) -> str:
    """The model in the form of its weights file."""
    data: dict[str, Any] = {
        "about": "How likely a word is a reporting cue; made by rules/training/train_attribution.py",
        "sources": SOURCES,
        "unit": UNIT,
        "bias": round(fitted.bias / UNIT),
        "forms": {},
        "groups": {},
        "sides": {side: {} for side in SIDES},
        "before_form": {},
        "behind_form": {},
        "behind_group": {},
    }
    for feature, weight in zip(fitted.features, fitted.weights.tolist(), strict=True):
        *path, name = feature
        table = data
        for key in path:
            table = table.setdefault(key, {})
        if round(weight / UNIT) or path[0] == "sides":  # a neighbour without weight is still known
            table[name] = round(weight / UNIT)
    for key in ("before_form", "behind_form", "behind_group"):
        data[key] = {name: table for name, table in data[key].items() if table}
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def evaluate(articles: Sequence[Article]) -> None:
    """Print precision, recall and F1 of cue words at several floors, on articles that each fold was not trained on."""
    vocabulary = Vocabulary(articles)
    candidates = [item for article in articles for item in vocabulary.candidates(article)]
    folds = np.array([crc32(item.article.encode()) % FOLDS for item in candidates])
    labels = np.array([item.is_cue for item in candidates])
    scores = np.zeros(len(candidates))
    for fold in range(FOLDS):
        fitted = fit([item for item, own in zip(candidates, folds, strict=True) if own != fold])
        left_out = folds == fold
        scores[left_out] = fitted.scores([item for item, out in zip(candidates, left_out, strict=True) if out])
    for floor in (-1.2, FLOOR, -0.6, -0.3, 0.0, 0.5):
        found = scores >= floor
        precision, recall = labels[found].mean(), found[labels].mean()
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {floor:5.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the annotated sets")
    parser.add_argument("--evaluate", action="store_true", help="print accuracy instead of writing weights")
    options = parser.parse_args()
    articles = list(read(options.data / "claims" / "polnear_docs_train.jsonl"))
    if options.evaluate:
        evaluate(articles)
        return
    vocabulary = Vocabulary(articles)
    fitted = fit([item for article in articles for item in vocabulary.candidates(article)])
    WEIGHTS.write_text(weights_file(fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
