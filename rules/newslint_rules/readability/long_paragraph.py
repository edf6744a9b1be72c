"""Paragraphs that look like work."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule
from newslint_rules.readability._words import most_words

_NORM = "in published news the median paragraph has 2 sentences, and 5 % have more than 83 to 108 words"
# In code points, with the space behind it: text of shorter words is none that people write.
_SHORTEST_MEAN_WORD = 4

_SIX = (
    "The bridge closed at noon. Engineers found cracks in two piers. Buses now go by way of the ring road. "
    "The journey takes forty minutes. Shops on the island expect a bad week. A ferry may run from Sunday."
)
_HEAVY = " ".join(
    f"The {count} report says that the bridge, which was built for carts and has carried lorries for sixty years, "
    "needs new piers and a new deck."
    for count in ("first", "second", "third", "fourth", "fifth")
)


@dataclass(frozen=True)
class LongParagraph(Rule):
    """A paragraph with too many sentences or words.

    Reports the whole paragraph. Block quotes, lists and tables are left alone.

    Why: on a narrow column or a telephone a long paragraph is a grey wall, and its second half is not read.
    Instead: break it where the thought turns.

    Options:
        max_sentences: a paragraph with more sentences than this is reported.
        max_words: a paragraph with more words than this is reported.
    """

    id = "readability.long-paragraph"
    severity = "info"
    bad = (
        f"[[{_SIX}]]",
        f"The bridge is old.\n\n[[{_HEAVY}]]\n\nWork begins in May.",
        Example("[[He left. She stayed.]]", options={"max_sentences": 1}),
    )
    good = (
        "The bridge closed at noon. Engineers found cracks in two piers.",
        _SIX.replace("road. ", "road.\n\n"),
        "The bridge closed at noon. “We had no choice,” said Ana Reis, the engineer in charge. “It moved.”",
        Example("\n".join(f"> {line}." for line in _SIX.split(". ")), format="markdown"),
        Example(_SIX, options={"max_sentences": 6}),
    )

    max_sentences: int = 5
    max_words: int = 110

    def __post_init__(self) -> None:
        if self.max_sentences < 1:
            raise ValueError("max_sentences must be 1 or more")
        if self.max_words < 1:
            raise ValueError("max_words must be 1 or more")

    def check(self, document: Document) -> Iterator[Finding]:
        words_at_most = most_words(document)
        for block in document.blocks_of("paragraph"):
            sentences = len(block.sentences)
            length = sum(len(sentence.text) for sentence in block.sentences)
            # Few paragraphs come near the limit: only those are counted exactly.
            if sentences <= self.max_sentences and length <= self.max_words * _SHORTEST_MEAN_WORD:
                continue
            if sentences <= self.max_sentences and words_at_most(document.text_of(block.span)) <= self.max_words:
                continue
            words = document.word_count(block)
            if sentences > self.max_sentences or words > self.max_words:
                yield self.finding(
                    block.span,
                    f"{sentences} sentences and {words} words in one paragraph: break it",
                    evidence=[
                        (None, f"limits: {self.max_sentences} sentences, {self.max_words} words"),
                        (None, _NORM),
                    ],
                )
