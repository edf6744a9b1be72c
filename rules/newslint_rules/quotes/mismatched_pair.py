"""Pairs of marks that do not belong together."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL


@dataclass(frozen=True)
class MismatchedPair(Rule):
    """A quotation that opens with one sort of mark and closes with another.

    Which marks go together depends on the language: “so” in English, „so“ in German, „so” in Polish, «so» in Russian.
    The mark reported is the one that the text uses less.

    Why: a double mark closed by a single one leaves it open whether the quotation has ended, and half-straight pairs
    are what is left of careless pasting.
    Instead: close with the partner of the mark that opened.
    """

    id = "quotes.mismatched-pair"
    bad = (
        'The report speaks of “serious failings[["]] at the plant. “Nobody checked,” it says.',
        "She called it a “scandal[[’]], and the board did not reply.",
        Example("Der Minister sprach von einer „schweren Niederlage[[”]] für das Land.", language="de"),
    )
    good = (
        "The report speaks of “serious failings” at the plant.",
        'The report speaks of "serious failings" at the plant.',
        Example("Der Minister sprach von einer „schweren Niederlage“ für das Land.", language="de"),
        Example("Minister mówił o „ciężkiej porażce” kraju.", language="pl"),
        Example("Ministern talade om ett ”svårt nederlag” för landet.", language="sv"),
        "“They told us ‘wait’, so we waited,” he said.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem != "mismatched-pair" or mark.partner is None:
                continue
            glyph, other = document.text_of(mark.span), document.text_of(mark.partner)
            expected = f": {mark.expected} would" if mark.expected else ""
            yield self.finding(
                mark.span,
                f"{glyph} and {other} do not make a pair{expected}",
                severity="info" if mark.confidence < DOUBTFUL else None,
                confidence=mark.confidence,
                evidence=[(mark.partner, "read as the other end of this quotation")],
            )
