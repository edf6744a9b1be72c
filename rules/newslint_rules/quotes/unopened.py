"""Quotations that end and never began."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL


@dataclass(frozen=True)
class Unopened(Rule):
    """A closing quotation mark without an opening one.

    Also reported: the end of a quotation that ran on from the paragraph before without being opened again.

    Why: readers cannot tell where the source begins to speak, so the reporter's words pass for the source's.
    Instead: put the opening mark where the quoted words begin, or take the closing mark away.
    """

    id = "quotes.unopened"
    bad = (
        "By cutting the grant,[[”]] the minister said, “we save a million.”",
        'The plan is a disgrace[["]], Mr Okafor said.',
        "“The road was under water.\nWe turned back at noon,[[”]] said the driver.",
    )
    good = (
        "“By cutting the grant,” the minister said, “we save a million.”",
        "“The road was under water.\n“We turned back at noon,” said the driver.",
        "The players’ union met the clubs’ lawyers.",
        'She bought a 27" screen for the newsroom.',
        "Workers at Boeing’s and Airbus’ plants were told on Monday.",
        "“Is that what they call ‘progress’?” she asked.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem != "unopened":
                continue
            glyph = document.text_of(mark.span)
            if mark.partner:
                message = f"{glyph} closes a quotation from the paragraph before, which is not opened again in this one"
                seen = (mark.partner, "the mark that opens it")
            else:
                message = f"{glyph} closes a quotation that was never opened: where does the source begin to speak?"
                seen = (mark.span, "read as a closing mark; no opening mark is left for it in this paragraph")
            yield self.finding(
                mark.span,
                message,
                severity="info" if mark.confidence < DOUBTFUL else None,
                confidence=mark.confidence,
                evidence=[seen],
            )
