"""Words and phrases that report, found sentence by sentence."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from newslint.analysis import attribution_model as model
from newslint.analysis import attribution_words as words

_EDGE_MARKS = "“”\"‘'«»„,;:.!?()[]–-…/*"  # an apostrophe is a straight one by then
_ALL_MARKS = _EDGE_MARKS + "’"
_NOUNS = words.UTTERANCES | words.ATTITUDES
# A noun or an adjective so few words behind a verb belongs to it: "expressed deep concern", "made clear".
_BESIDE = 3


class Cue(NamedTuple):
    """A word or phrase that reports.

    start, end: in the text. form: itself in lower case. first, last: its words in the sentence, `last` included.
    confidence: how likely it reports, in [0, 1].
    """

    start: int
    end: int
    form: str
    first: int
    last: int
    confidence: float


class Words:
    """The words of the sentence `text[start:end]`. raw: as they stand there; plain: in lower case, without marks."""

    __slots__ = ("_starts", "_text", "end", "plain", "raw", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        sentence = text[start:end].replace("—", " ")
        self.raw = sentence.split()
        lower = sentence.lower().replace("’", "'").split()
        self.plain = [word if word.isalpha() else word.strip(_EDGE_MARKS) for word in lower]
        self.start = start
        self.end = end
        self._text = text
        self._starts: list[int] | None = None

    def start_of(self, at: int) -> int:
        """Where a word begins in the text, with its marks."""
        if self._starts is None:
            self._starts = self._find_words()
        return self._starts[at]

    def _find_words(self) -> list[int]:
        ends = list(accumulate(map(len, self.raw)))
        if ends[-1] + len(ends) - 1 == self.end - self.start:  # one space between all words
            start = self.start
            return [start, *[start + end + at for at, end in enumerate(ends[:-1], 1)]]
        starts = []
        at = self.start
        for word in self.raw:
            at = self._text.find(word, at)
            starts.append(at)
            at += len(word)
        return starts

    def inside(self, at: int) -> tuple[int, int]:
        """Where a word stands in the text, as (start, end), without its marks."""
        start, raw = self.start_of(at), self.raw[at]
        if raw.isalpha():
            return start, start + len(raw)
        return start + len(raw) - len(raw.lstrip(_ALL_MARKS)), start + len(raw.rstrip(_ALL_MARKS))


def find(sentence: Words) -> Iterator[Cue]:
    """The cues of a sentence, in its order; they do not overlap."""
    plain = sentence.plain
    triggers = _triggers()
    places = [at for at, word in enumerate(plain) if word in triggers]
    if not places:
        return
    scores, anchors = model.load(), _anchors()
    forms = scores.forms
    reached = 0
    verb = -_BESIDE - 1
    for at in places:
        word = plain[at]
        if word in anchors and (phrase := _phrase(anchors[word], plain, at)):
            if at - phrase.offset >= reached:
                yield _cue(sentence, at - phrase.offset, at - phrase.offset + len(phrase.words) - 1, phrase.text, 1.0)
                reached = at - phrase.offset + len(phrase.words)
        elif at >= reached and word in forms:
            score = scores.score(sentence.raw, plain, at)
            if score >= model.FLOOR:
                if word not in _NOUNS:
                    verb = at
                elif at - verb <= _BESIDE:
                    continue
                yield _cue(sentence, at, at, word, model.probability(score))
                reached = at + 1


class _Phrase(NamedTuple):
    """A phrase that always reports; `offset` is the index of the word by which it is looked up, its rarest."""

    text: str
    words: list[str]
    offset: int


def _phrase(phrases: Sequence[_Phrase], plain: Sequence[str], at: int) -> _Phrase | None:
    """The first of the phrases that stands round the word at index `at`."""
    for phrase in phrases:
        first = at - phrase.offset
        if first >= 0 and plain[first : first + len(phrase.words)] == phrase.words:
            return phrase
    return None


@cache
def _triggers() -> frozenset[str]:
    """Every word that may be a cue or part of one."""
    return frozenset(model.load().forms) | frozenset(_anchors())


@cache
def _anchors() -> dict[str, list[_Phrase]]:
    """The phrases by their longest word: of those that share it, longer phrases first."""
    anchors: dict[str, list[_Phrase]] = {}
    for text in sorted(words.PHRASES, key=len, reverse=True):
        parts = text.split()
        anchor = max(parts, key=len)
        anchors.setdefault(anchor, []).append(_Phrase(text, parts, parts.index(anchor)))
    return anchors


def _cue(sentence: Words, first: int, last: int, form: str, confidence: float) -> Cue:
    return Cue(sentence.inside(first)[0], sentence.inside(last)[1], form, first, last, confidence)
