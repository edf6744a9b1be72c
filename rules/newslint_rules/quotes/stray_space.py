"""Spaces on the wrong side of quotation marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule, Span
from newslint_rules.quotes._doubt import DOUBTFUL, replace


@dataclass(frozen=True)
class StraySpace(Rule):
    """A space inside a quotation mark, none outside it, or one between it and the comma that follows.

    French puts a space inside its guillemets; that is right there, and only there.

    Why: a mark with a space on the wrong side looks as if it belonged to other words, and it may break away from its
    own at the end of a line.
    Instead: no space between the marks and the words they quote, one between the marks and the rest.
    """

    id = "quotes.stray-space"
    bad = (
        "Critics fear a ‘turn towards Asia[[’ ]], which he denies.",
        'Films with [[" ]]medium" budgets suffer most.',
        "He spoke of “peace and quiet[[ ”]] on Monday.",
        'The plan was hailed as[["]]historic" by the minister.',
        'A[["]]law and order" candidate won.',
    )
    good = (
        "Critics fear a ‘turn towards Asia’, which he denies.",
        'Films with "medium" budgets suffer most.',
        Example("Le ministre parle d'un « moment historique » pour le pays.", language="fr"),
        "“I never said . . .” He did not finish.",
        "The “Titanic”-sized budget and the “no”s of the left surprised many.",
        "The vote—“a farce”—was annulled.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem != "stray-space" or mark.place is None:
                continue
            glyph = document.text_of(mark.span)
            message = f"no space here beside {glyph}" if mark.expected == "" else f"a space is missing beside {glyph}"
            yield self.finding(
                Span(min(mark.span.start, mark.place.start), max(mark.span.end, mark.place.end)),
                message,
                severity="info" if mark.confidence < DOUBTFUL else None,
                confidence=mark.confidence,
                evidence=[(mark.partner, "read as the other end of this quotation")] if mark.partner else (),
                fix=replace("mend the space", mark.place, mark.expected),
            )
