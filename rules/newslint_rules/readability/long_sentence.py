"""Sentences too long to take in at one reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule
from newslint_rules.readability._words import most_words

_NORM = "in published news 28 % of sentences have more than 25 words, 4 to 5 % more than 40; style guides ask for 25"

_LONG = (
    "The ministry, which has run the port since the strike began in the spring and which had twice promised the unions "
    "that it would not bring in workers from outside, said on Friday that it would now do so"
)
_LONGER = _LONG + ", because the ships that wait outside carry grain that will spoil within days"
_LONGEST = _LONGER + " unless somebody unloads them"


@dataclass(frozen=True)
class LongSentence(Rule):
    """A sentence with more words than a reader holds in mind.

    Reports sentences of paragraphs and block quotes, more severely the longer they are; headings, lists, captions and
    tables are left alone. Words are counted, not the marks and dashes between them.

    Why: readers lose the thread of a long sentence and start again, or leave.
    Instead: give each thought a sentence; move asides and conditions into their own.

    Options:
        info_words: a sentence with more words than this is worth a look (info).
        warning_words: with more words than this it is a warning.
        error_words: with more words than this it is an error.
    """

    id = "readability.long-sentence"
    bad = (
        f"[[{_LONG}.]] Nobody was surprised.",
        f"Nobody was surprised. [[{_LONGER}.]]",
        f"[[{_LONGEST}.]]",
        Example("[[The council will meet on Monday.]] It is late.", options={"info_words": 5}),
    )
    good = (
        "The council will meet on Monday to vote on the budget. Its leader expects a narrow result.",
        "“Nobody told us,” she said — and then, after a pause: “Nobody ever does.”",
        "The fire broke out at 4am. Sixty firefighters fought it until noon, when the roof fell in, the service said.",
        Example(f"# {_LONG}\n\nNobody was surprised.\n", format="markdown"),
        Example(f"- {_LONG}.\n- Nobody was surprised.\n", format="markdown"),
        Example(f"{_LONG}.", options={"info_words": 40}),
    )

    info_words: int = 30
    warning_words: int = 40
    error_words: int = 50

    def __post_init__(self) -> None:
        if self.info_words < 1:
            raise ValueError("info_words must be 1 or more")
        if not self.info_words <= self.warning_words <= self.error_words:
            raise ValueError("limits must rise: info_words <= warning_words <= error_words")

    def check(self, document: Document) -> Iterator[Finding]:
        words_at_most = most_words(document)
        for block in document.blocks_of("paragraph", "blockquote"):
            for sentence in block.sentences:
                if words_at_most(sentence.text) <= self.info_words:
                    continue
                words = document.word_count(sentence)
                if words > self.info_words:
                    yield self.finding(
                        sentence.span,
                        f"{words} words in one sentence: split it",
                        severity="error"
                        if words > self.error_words
                        else "warning"
                        if words > self.warning_words
                        else "info",
                        evidence=[
                            (None, f"limits: {self.info_words}, {self.warning_words} and {self.error_words} words"),
                            (None, _NORM),
                        ],
                    )
