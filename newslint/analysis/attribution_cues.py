"""Words and phrases that report, found sentence by sentence."""

from collections.abc import Sequence
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
    confidence: how likely it reports, in [0, 1], to two decimals.
    """

    start: int
    end: int
    form: str
    first: int
    last: int
    confidence: float


class Words:
    """The words of the sentence `text[start:end]`. raw: as they stand there; plain: in lower case, without marks."""

    __slots__ = ("_lengths_before", "_text", "end", "plain", "raw", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        sentence = text[start:end].replace("—", " ")
        self.raw = sentence.split()
        lower = sentence.lower().replace("’", "'").split()
        self.plain = [word if word.isalpha() else word.strip(_EDGE_MARKS) for word in lower]
        self.start = start
        self.end = end
        self._text = text
        self._lengths_before: list[int] | None = None

    def start_of(self, at: int) -> int:
        """Where a word begins in the text, with its marks."""
        if self._lengths_before is None:
            self._lengths_before = self._measure()
        return self._lengths_before[at] + at

    def _measure(self) -> list[int]:
        """Where each word would begin if one space less stood before it for every word before it."""
        found = list(accumulate(map(len, self.raw), initial=self.start))
        if found.pop() + len(found) - 1 == self.end:  # one space between all words
            return found
        start = self.start
        for at, word in enumerate(self.raw):
            start = self._text.find(word, start)
            found[at] = start - at
            start += len(word)
        return found

    def inside(self, first: int, last: int) -> tuple[int, int]:
        """Where the words `first` to `last` stand in the text, as (start, end), without the marks at their edges."""
        start, end = self.start_of(first), self.start_of(last)
        opening, closing = self.raw[first], self.raw[last]
        if not opening.isalpha():
            start += len(opening) - len(opening.lstrip(_ALL_MARKS))
        return start, end + len(closing if closing.isalpha() else closing.rstrip(_ALL_MARKS))


def find(sentence: Words) -> list[Cue]:
    """The cues of a sentence, in its order; they do not overlap."""
    raw, plain = sentence.raw, sentence.plain
    found: list[Cue] = []
    triggers, anchors, judge = _triggers(), _anchors(), model.load()
    reached = 0
    verb = -_BESIDE - 1
    for at, word in enumerate(plain):
        if word not in triggers:
            continue
        if word in anchors and (phrase := _phrase(anchors[word], plain, at)):
            first = at - phrase.offset
            if first >= reached:
                reached = first + len(phrase.words)
                found.append(_cue(sentence, first, reached - 1, phrase.text, 1.0))
        elif at >= reached and word in judge.forms:
            confidence = judge.confidence(raw, plain, at)
            if confidence is not None:
                if word not in _NOUNS:
                    verb = at
                elif at - verb <= _BESIDE:
                    continue
                found.append(_cue(sentence, at, at, word, confidence))
                reached = at + 1
    return found


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
    return Cue(*sentence.inside(first, last), form, first, last, confidence)
