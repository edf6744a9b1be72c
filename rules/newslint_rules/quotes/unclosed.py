"""Quotations that begin and never end."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.quotes._doubt import DOUBTFUL


@dataclass(frozen=True)
class Unclosed(Rule):
    """An opening quotation mark without a closing one.

    A quotation of several paragraphs opens again at the beginning of each and closes in the last; that is no error.
    Apostrophes (the ministers’ plan, ’90s), feet and inches are not taken for quotation marks.

    Why: readers cannot tell where the source stops speaking and the reporter goes on, so words end up in the wrong
    mouth.
    Instead: close the quotation where the quoted words end, or take the opening mark away.
    """

    id = "quotes.unclosed"
    bad = (
        "The mayor said: [[“]]We will rebuild the bridge by spring.",
        'Residents called the plan [["]]a slap in the face and walked out.',
        "[[“]]We were promised a school, said Amina Diallo, a mother of three.\nThe council meets again on Friday.",
        "It was, in his words, [[‘]]a country with a long memory.",
    )
    good = (
        "The mayor said: “We will rebuild the bridge by spring.”",
        "“We lost the harvest in June.\n“The insurers came in July.\n“Nobody came in August,” she said.",
        "The ministers’ plan dates from the ’90s, when rock ’n’ roll was king.",
        "The suspect is 6' 2\" tall and was last seen in Leeds.",
        "O'Neill and d'Estaing met in Hawai'i.",
        "“He told me ‘never again’ and left,” the driver said.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem == "unclosed":
                glyph = document.text_of(mark.span)
                yield self.finding(
                    mark.span,
                    f"{glyph} opens a quotation that is never closed: where does the source stop speaking?",
                    severity="info" if mark.confidence < DOUBTFUL else None,
                    confidence=mark.confidence,
                    evidence=[(mark.span, "read as an opening mark; no closing mark is left for it in this paragraph")],
                )
