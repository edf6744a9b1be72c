"""Leads that keep the news waiting."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule

_NORM = "Reuters: a lead over 25 words should make a writer nervous, one over 30 very nervous, 40 break it"

_LEAD = (
    "The regional health authority, after three days of talks that both sides had described as difficult, agreed late "
    "on Thursday to reopen the maternity ward that it had closed without notice in the winter"
)


@dataclass(frozen=True)
class LongLead(Rule):
    """A first sentence that is too long to say what happened.

    Reports the first sentence of the first paragraph.

    Why: the lead decides whether the rest is read; one that has to be read twice is not.
    Instead: say the news first, in one breath, and leave how and why to the second sentence.

    Options:
        max_words: a lead with more words than this is reported (info).
        warning_words: with more words than this it is a warning.
    """

    id = "readability.long-lead"
    severity = "info"
    bad = (
        f"[[{_LEAD}.]]\n\nThe ward will open on Monday.",
        f"[[{_LEAD}, and to pay the midwives for the weeks that they had lost.]] The ward will open on Monday.",
        Example("[[The council will meet on Monday.]] It is late.", options={"max_words": 5}),
    )
    good = (
        f"A maternity ward will reopen on Monday.\n\n{_LEAD}.",
        f"A maternity ward will reopen on Monday. {_LEAD}.",
        "Two people were hurt when a tram left the rails in the rain on Tuesday evening, police said.",
        Example(f"# {_LEAD}\n\nThe ward will open on Monday.\n", format="markdown"),
        Example(f"{_LEAD}.", options={"max_words": 35}),
    )

    max_words: int = 30
    warning_words: int = 40

    def __post_init__(self) -> None:
        if self.max_words < 1:
            raise ValueError("max_words must be 1 or more")
        if self.warning_words < self.max_words:
            raise ValueError("warning_words must not be less than max_words")

    def check(self, document: Document) -> Iterator[Finding]:
        lead = next((block.sentences[0] for block in document.blocks_of("paragraph") if block.sentences), None)
        if lead is None:
            return
        words = document.word_count(lead)
        if words > self.max_words:
            yield self.finding(
                lead.span,
                f"the lead has {words} words: say the news in {self.max_words} or fewer",
                severity="warning" if words > self.warning_words else "info",
                evidence=[(None, f"{words} words, limit {self.max_words}"), (None, _NORM)],
            )
