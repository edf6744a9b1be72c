"""Paragraphs of one quotation that were run together."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule


@dataclass(frozen=True)
class RunOnParagraphs(Rule):
    """A quotation that opens again in the middle of a paragraph.

    Each paragraph of a long quotation opens with a mark, and only the last is closed. Where such paragraphs lost the
    break between them, an opening mark stands inside the quotation that it continues. Where a speaker is named before
    it, or nothing tells, the mark before is reported as never closed (`quotes.unclosed`) instead. English only.

    Why: readers take the mark for the beginning of somebody else's words.
    Instead: break the paragraph there again, or take the mark away.
    """

    id = "quotes.run-on-paragraphs"
    severity = "info"
    bad = (
        'She said: "We lost the whole harvest in June. [["]]The insurers came in July. Nobody helped."',
        "“The road was under water by noon. [[“]]We turned back at the bridge. [[“]]It was gone by night,” she said.",
    )
    good = (
        "“We lost the whole harvest in June.\n“The insurers came in July. Nobody helped,” she said.",
        "“We looked at every way, said Marit Solberg. “The bearings are worn.”",
        "“We lost the whole harvest in June.” “The insurers came in July.”",
        'The mayor called it a "disaster. "We have to rebuild," she added.',
        "“We asked them to leave,” he said. “They would not.”",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in document.quote_problems:
            if mark.problem == "run-on-paragraphs":
                yield self.finding(
                    mark.span,
                    f"{document.text_of(mark.span)} opens an open quotation again: was a paragraph break lost?",
                    confidence=mark.confidence,
                    evidence=[(mark.partner, "the mark that opens it")] if mark.partner else (),
                )
