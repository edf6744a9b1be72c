"""Opening quotation marks in the place of apostrophes."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL, replace


@dataclass(frozen=True)
class ReversedApostrophe(Rule):
    """An opening single quotation mark used as an apostrophe.

    The ʻokina and the ʿayn of Hawaiian and Arabic names (Hawai‘i, Sana‘a) are left alone.

    Why: it is a word processor's wrong guess, and programs take it for the beginning of a quotation.
    Instead: use ’, also at the beginning of a word (’90s).
    """

    id = "quotes.reversed-apostrophe"
    bad = (
        "The summit dealt with NATO[[‘]]s budget and Ukraine[[‘]]s army.",
        "They didn[[‘]]t come back after the [[‘]]90s.",
        "I[[´]]m not surprised, the farmer wrote.",
    )
    good = (
        "The summit dealt with NATO’s budget and Ukraine's army.",
        "They didn’t come back after the ’90s.",
        "Flights from Sana‘a to Hawai‘i do not exist.",
        "The so-called ‘shadow fleet’ sails on.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem == "reversed-apostrophe":
                glyph = document.text_of(mark.span)
                yield self.finding(
                    mark.span,
                    f"{glyph} is no apostrophe: use ’",
                    severity="info" if mark.confidence < DOUBTFUL else None,
                    confidence=mark.confidence,
                    evidence=[(mark.span, "read as an apostrophe: it opens no quotation")],
                    fix=replace(f"turn {glyph} into ’", mark.place, mark.expected),
                )
