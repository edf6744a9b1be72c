"""Quotations inside quotations that wear the same marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL


@dataclass(frozen=True)
class WrongNesting(Rule):
    """A quotation inside another, in the same sort of marks.

    Why: the first closing mark seems to end both, and the second seems to open a new quotation: nobody can tell
    whose words they are.
    Instead: use single marks inside double ones, or double inside single ones.
    """

    id = "quotes.wrong-nesting"
    bad = (
        'She wrote: "We are not [["]]where we need to be" on housing."',
        "“They shouted [[“]]out” as he left,” a guard said.",
    )
    good = (
        "She wrote: \"We are not 'where we need to be' on housing.\"",
        "“They shouted ‘out’ as he left,” a guard said.",
        "‘They shouted “out” as he left,’ a guard said.",
        Example("Газета пишет: «Завод „Рассвет“ закрыт».", language="ru"),
        '"We are here," he said. "We are not leaving."',
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem == "wrong-nesting":
                glyph = document.text_of(mark.span)
                yield self.finding(
                    mark.span,
                    f"{glyph} opens a quotation inside another one in the same marks",
                    severity="info" if mark.confidence < DOUBTFUL else None,
                    confidence=mark.confidence,
                    evidence=[(mark.partner, "read as the end of the inner quotation")] if mark.partner else (),
                )
