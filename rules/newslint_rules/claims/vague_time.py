"""Times that tell nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.claims._support import in_own_voice

_DATED = re.compile(r"\b(?:1\d\d\d|20\d\d)\b")
# "Five years ago", "most recently".
_COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|most|more)) \Z",
    re.IGNORECASE,
)
_BEFORE = 12


@dataclass(frozen=True)
class VagueTime(Rule):
    """A time that is none: "in recent years", "for decades", "in the near future".

    Left alone in quotation marks and in sentences that give a year. Such words are often harmless, so this is for a
    close reading. English only.

    Why: the reader cannot tell whether it was last week or before she was born, nor whether it still holds.
    Instead: give the year, the month or the day.
    """

    id = "claims.vague-time"
    severity = "info"
    opt_in = True
    bad = (
        "The river has flooded twice [[in recent years]].",
        "[[For decades]], the country has led the alliance.",
        "The plant will close [[in the near future]].",
    )
    good = (
        "The river flooded in 2019 and in 2021.",
        "The river has flooded twice in recent years, in 2019 and in 2021.",
        "The plant will close in May.",
        "The plant opened five years ago.",
        "“It has been like this for years,” said Marta Lind.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span, _, sentence in in_own_voice(document, self.id):
            start, _ = document.clean_range(span)
            is_counted = _COUNTED.search(document.text, max(0, start - _BEFORE), start)
            if not is_counted and not _DATED.search(sentence.text):
                yield self.finding(
                    span,
                    f"“{document.text_of(span)}”: when?",
                    confidence=0.4,
                    evidence=[(sentence.span, "no year in this sentence")],
                )
