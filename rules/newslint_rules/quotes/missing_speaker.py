"""Quotations of nobody."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Block, Document, Finding, Quotation, Rule, Span

_INTRODUCED = re.compile(r"(?:[:—–]\s*|[(=]|e\.g\.,?\s)\Z")  # The sign: “...”
_SIGNED = re.compile(r"\s*(?:[—–-]+\s*\w|[([]?[A-Z])")  # “...” — Marit Holm
_INTERRUPTED = re.compile(r",[”’\"']\Z")  # “...,” counselled the guide
_PERSON = re.compile(
    r"\b(?:he|she|his|her|He|She|His|Her)\b|(?<=[a-z,] )[A-Z][a-z]|^[A-Z]\w+ (?:[A-Z]|is\b|was\b|has\b)"
)
_NEAR = 6  # characters
_SPEECH = frozenset({"paragraph", "list_item"})
_SHORT_WORD = 3  # letters; titles leave such words in lower case
_SHORT_LINE = 12  # words
_FARTHEST = 4  # sentences of the same conversation


@dataclass(frozen=True)
class MissingSpeaker(Rule):
    """A quotation with nobody to have said it.

    Reported where neither the paragraph nor the sentences before and after it name a speaker, a document or a verb of
    saying, and where a quotation that is a sentence of its own does not follow one on a person. Titles of works,
    answers in interviews, quotations of several paragraphs and those introduced by a colon or signed after a dash are
    left alone. English only.

    Why: readers cannot judge words without knowing whose they are, and nor can whoever has to check them.
    Instead: say who said or wrote it, and where.

    Options:
        minimum_words: shorter quotations are left alone: they are names, titles and words kept at a distance.
    """

    id = "quotes.missing-speaker"
    severity = "info"
    opt_in = True
    bad = (
        "The town lies on the coast, [[“a place with a proud history of shipbuilding”]]. It has two ports.",
        'The ferry stopped last spring. [["Nothing has replaced it since, and nothing ever will."]]',
    )
    good = (
        "The town is “a place with a proud history of shipbuilding”, said Marit Holm.",
        "The mayor spoke on Monday. “Nothing has replaced the ferry since the spring.” He then left.",
        "The sign at the gate: “No boats beyond this point until May.”",
        "The song “The Long Way Home to the Harbour” was played twice.",
        "The so-called “ghost ferry” sails on.",
        "What will replace the ferry?\n\n“Nothing will replace it before the spring.”",
        "“Nothing has replaced the ferry since the spring.” — Marit Holm",
    )

    minimum_words: int = 5

    def __post_init__(self) -> None:
        if self.minimum_words < 1:
            raise ValueError(f"minimum_words must be 1 or more, not {self.minimum_words}")

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language not in ("en", None):
            return
        quotations = [item for item in document.quotations if item.level == 1 and self._is_speech(document, item)]
        if not quotations:
            return
        told = sorted(part.start for item in document.attributions for part in (item.cue, item.source) if part)
        surroundings = _Surroundings(document)
        for quotation in quotations:
            block = document.block_at(quotation.span.start)
            if block is None or block.kind not in _SPEECH or quotation.span.end > block.span.end:
                continue
            around = surroundings.of(block, quotation)
            if bisect_left(told, around.start) < bisect_left(told, around.end):
                continue
            if not _is_introduced(document, quotation) and not surroundings.name_person(quotation):
                yield self.finding(
                    quotation.span,
                    "nobody here is told to have said this: who did?",
                    confidence=0.3,
                    evidence=[(around, "no speaker and no verb of saying in this stretch")],
                )

    def _is_speech(self, document: Document, quotation: Quotation) -> bool:
        """Whether both marks stand and the words between them are too many, and too little capitalised, for a title."""
        if quotation.open is None or quotation.close is None:
            return False
        words = document.text_of(Span(quotation.open.end, quotation.close.start)).split()
        if len(words) < self.minimum_words:
            return False
        long_words = [word for word in words[1:] if len(word) > _SHORT_WORD]
        return sum(word[0].isupper() for word in long_words) * 2 <= len(long_words)


class _Surroundings:
    """The sentences round quotations."""

    def __init__(self, document: Document) -> None:
        self._sentences = document.sentences
        self._starts = [sentence.span.start for sentence in document.sentences]
        self._quoted = [item.span for item in document.quotations if item.level == 1]

    def of(self, block: Block, quotation: Quotation) -> Span:
        """The paragraph, and the sentences before and after the quotation, past other quotations of the same talk."""
        first, last = self._place(quotation.span.start), self._place(quotation.span.end - 1)
        for _ in range(_FARTHEST):
            first = max(0, first - 1)
            if not self._opens_with_speech(first):
                break
        for _ in range(_FARTHEST):
            last = min(len(self._starts) - 1, last + 1)
            if not self._opens_with_speech(last):
                break
        return Span(min(block.span.start, self._starts[first]), max(block.span.end, self._sentences[last].span.end))

    def name_person(self, quotation: Quotation) -> bool:
        """Whether a quotation that is a sentence of its own follows a question or a person, or precedes a signature."""
        place = self._place(quotation.span.start)
        if self._starts[place] != quotation.span.start:
            return False
        before = self._sentences[place - 1].text if place else ""
        place = self._place(quotation.span.end - 1) + 1
        after = self._sentences[place].text if place < len(self._sentences) else ""
        is_signature = after[:1].isupper() and after[-1:].isalnum() and len(after.split()) <= _SHORT_LINE
        return before.endswith("?") or is_signature or _PERSON.search(before) is not None

    def _place(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _opens_with_speech(self, place: int) -> bool:
        index = bisect_right(self._quoted, self._starts[place], key=_start) - 1
        return index >= 0 and self._starts[place] < self._quoted[index].end


def _start(span: Span) -> int:
    return span.start


def _is_introduced(document: Document, quotation: Quotation) -> bool:
    """Whether a colon, a comma inside the marks or a signature stands in for a verb of saying."""
    start, end = document.clean_range(quotation.span)
    text = document.text
    return bool(
        _INTRODUCED.search(text[max(0, start - _NEAR) : start])
        or _INTERRUPTED.search(text[end - 2 : end])
        or _SIGNED.match(text[end : end + _NEAR].partition("\n")[0])
    )
