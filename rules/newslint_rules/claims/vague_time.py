"""Times that tell nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.claims._support import support_of

_DATED = re.compile(r"\b(?:1\d\d\d|20\d\d)\b")
_PROSE = frozenset({"paragraph", "list_item"})


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
        "“It has been like this for years,” said Marta Lind.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        quoted = support_of(document).quoted
        for hit in document.phrases(self.id):
            block, sentence = document.block_at(hit.span.start), document.sentence_at(hit.span.start)
            if block is None or block.kind not in _PROSE or sentence is None or quoted.hold(hit.span.start):
                continue
            if not _DATED.search(sentence.text):
                yield self.finding(
                    hit.span,
                    f"“{document.text_of(hit.span)}”: when?",
                    confidence=0.4,
                    evidence=[(sentence.span, "no year in this sentence")],
                )
