"""Praise instead of facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.claims._support import in_own_voice


@dataclass(frozen=True)
class Peacock(Rule):
    """Words that praise their subject in the writer's own voice: "iconic", "world-class", "one of the most".

    What stands in quotation marks is left alone. Reviews and features praise by trade, so this is for a close
    reading. English only.

    Why: praise shows the writer's liking, not the thing; advertisements and automatic writing are full of it.
    Instead: say what it did, won or sold, or quote somebody who praises it.
    """

    id = "claims.peacock"
    severity = "info"
    opt_in = True
    bad = (
        "The [[world-class]] museum opened in May.",
        "The city is known for its [[rich history]].",
        "He is [[one of the most]] gifted singers of his age.",
    )
    good = (
        "The museum drew two million visitors last year.",
        "“It is a world-class museum,” said the mayor.",
        "The most votes went to Marta Lind.",
        "The museum opened in May.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span, _, sentence in in_own_voice(document, self.id):
            yield self.finding(
                span,
                f"“{document.text_of(span)}” praises: what happened, or who says so?",
                confidence=0.4,
                evidence=[(sentence.span, "in the writer's own voice, outside quotation marks")],
            )
