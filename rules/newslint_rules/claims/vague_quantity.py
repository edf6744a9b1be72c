"""Numbers and frequencies that tell nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule
from newslint_rules.claims._support import in_own_voice

# "Some 200", "some time", "as many as", "at most", "the most": no number of things.
_OTHER_USE_BEFORE = re.compile(
    r"(?:['’]s|\b(?:the|a|an|his|her|its|their|our|my|your|so|too|as|how|very|no|not|than|at|to|with|are|is|far|great"
    r"|good|or)) \Z",
    re.IGNORECASE,
)
_OTHER_USE_AFTER = re.compile(
    r" (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand|million)\b"
    r"|(?:time|way|sort|kind|form|point|extent|distance|degree|day|years?|months?|weeks?|days?|hours?|minutes?|times"
    r"|years|as|more|recent|recently|likely|notably|of (?:his|her|its|my|our|your|it|which|the (?:time|day|night)))\b)",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"(?:[.?!;:,]|^|\b(?:[Ii]n|and|but|that|while|although|though|by|as)) ?\n*\Z")
_DEGREES = frozenset({"some", "many", "most", "certain"})
_QUESTIONS = {"numbers": "how many, and which?", "frequencies": "how often, and by whom?"}
_BEFORE = 12


@dataclass(frozen=True)
class VagueQuantity(Rule):
    """A quantity or a frequency that gives none: "many", "numerous", "a number of", "in some cases".

    Most such words do no harm, so this is for a close reading. Words in quotation marks are left alone, and so are
    "some 200" and "as many as forty". English only.

    Why: "many" may be three or three million; it lets a claim look counted that nobody counted.
    Instead: give the number, or name the cases you know of.

    Options:
        maximum_per_article: report at most so many, the first ones; 0 for all.
    """

    id = "claims.vague-quantity"
    severity = "info"
    opt_in = True
    bad = (
        "[[Numerous]] complaints reached the council.",
        "[[Many]] schools have closed.",
        "The bridge has been closed [[on several occasions]].",
        "[[A growing number of]] voters stay at home.",
    )
    good = (
        "Fourteen complaints reached the council.",
        "Some 200 schools have closed.",
        "It took the crew some time to find the leak.",
        "“Many of us are tired,” she said.",
        "As many as forty schools have closed.",
        "The most cautious schools have closed.",
        "He is the most cautious of them.",
    )

    maximum_per_article: int = 0

    def __post_init__(self) -> None:
        if self.maximum_per_article < 0:
            raise ValueError("maximum_per_article must be 0 or more")

    def check(self, document: Document) -> Iterator[Finding]:
        found = 0
        for span, label, sentence in in_own_voice(document, self.id):
            start, end = document.clean_range(span)
            if _is_other_use(document.text, start, end):
                continue
            found += 1
            yield self.finding(
                span,
                f"“{document.text_of(span)}”: {_QUESTIONS[label]}",
                confidence=0.4,
                evidence=[(sentence.span, "no figure in this sentence says")],
            )
            if found == self.maximum_per_article:
                return


def _is_other_use(text: str, start: int, end: int) -> bool:
    phrase = text[start:end].lower()
    if phrase == "most" and not _CLAUSE_START.search(text, max(0, start - _BEFORE), start):
        return True
    if phrase in _DEGREES and _OTHER_USE_BEFORE.search(text, max(0, start - _BEFORE), start):
        return True
    return _OTHER_USE_AFTER.match(text, end, end + 30) is not None
