"""Curly marks that look the wrong way."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL, replace


@dataclass(frozen=True)
class WrongDirection(Rule):
    """An opening mark that closes, or a closing mark that opens.

    Why: a mark that looks the wrong way says that a quotation begins where one ends; programs that pair marks lose
    the thread for the rest of the text.
    Instead: turn it round.
    """

    id = "quotes.wrong-direction"
    bad = (
        "He warned of threats from ‘Russia and China[[‘]].",
        "The judge called it [[”]]a grave breach” of trust.",
        "“We are not leaving,[[“]] she said.",
    )
    good = (
        "He warned of threats from ‘Russia and China’.",
        "The judge called it “a grave breach” of trust.",
        "The class of ’98 met again in the ’20s.",
        "“She said ‘no’,” he recalled.",
        "Hawai‘i and O‘ahu were spared by the storm.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem != "wrong-direction":
                continue
            glyph = document.text_of(mark.span)
            does = "closes" if mark.role == "close" else "opens"
            looks = "an opening" if mark.role == "close" else "a closing"
            yield self.finding(
                mark.span,
                f"{glyph} {does} a quotation here but is {looks} mark",
                severity="info" if mark.confidence < DOUBTFUL else None,
                confidence=mark.confidence,
                evidence=[(mark.partner, "read as the other end of this quotation")] if mark.partner else (),
                fix=replace(f"turn {glyph} into {mark.expected}", mark.place, mark.expected),
            )
