"""Marks typed twice."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL


@dataclass(frozen=True)
class Doubled(Rule):
    """A quotation mark that stands there twice.

    Why: a doubled mark is a slip of the keyboard or of a merge, and it makes every quotation after it look inside out.
    Instead: leave one of them.
    """

    id = "quotes.doubled"
    bad = (
        'The company had the [["]]"best year ever," its chairman said.',
        "“It was dark when we left,”[[”]] he recalled.",
    )
    good = (
        'The company had the "best year ever," its chairman said.',
        "“He called it ‘a done deal’” was all she would say.",
        "“It was dark when we left.” “And cold,” he added.",
        "The 5'10\" goalkeeper signed until 2027.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem == "doubled":
                yield self.finding(
                    mark.span,
                    f"{document.text_of(mark.span)} stands here twice",
                    severity="info" if mark.confidence < DOUBTFUL else None,
                    confidence=mark.confidence,
                    evidence=[(mark.span, "the mark beside it does the same work")],
                )
