"""Summaries that stand above the title."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newslint import Document, Example, Finding, Rule

_SUMMARY = "Harbour officials in Rostock warned that the new ferry terminal will open two years later than planned."
_TITLE = "Rostock Ferry Terminal Will Open Two Years Late"
_LEAD = "The terminal was to open in May. Now the port authority speaks of 2027, and of 12 million euros more."


@dataclass(frozen=True)
class SummaryBeforeTitle(Rule):
    """A summary or standfirst that stands before the title it belongs under.

    Reports the summary. Only the first paragraph of a document can be one, and the title must follow it directly.
    In text without markup the title must share its words with the summary; otherwise it is taken for a heading.

    Why: readers, feeds and search engines take the first line for the title.
    Instead: put the title first and the summary under it.

    Options:
        max_words: a first paragraph longer than this is no summary.
    """

    id = "structure.summary-before-title"
    bad = (
        f"[[{_SUMMARY}]]\n{_TITLE}\n{_LEAD}",
        f"[[{_SUMMARY}]]\n\n{_TITLE}\n\n{_LEAD}",
        Example(f"[[{_SUMMARY}]]\n\n# {_TITLE}\n\n{_LEAD}", format="markdown"),
    )
    good = (
        f"{_TITLE}\n{_SUMMARY}\n{_LEAD}",
        f"{_TITLE}\n\n{_SUMMARY}\n\n{_LEAD}",
        f"{_SUMMARY}\n\n{_LEAD}",
        f"{_SUMMARY}\n\nWho is to blame\n\n{_LEAD}",
        f"3 May 2021\n\n{_TITLE}\n\n{_LEAD}",
        Example(f"# {_TITLE}\n\n{_SUMMARY}\n\n{_LEAD}", format="markdown"),
        Example(f"News\n\n# {_TITLE}\n\n{_LEAD}", format="markdown"),
        Example(f"{_SUMMARY}\n\n# {_TITLE}\n\n{_LEAD}", format="markdown", options={"max_words": 10}),
    )

    max_words: int = 80

    def __post_init__(self) -> None:
        if self.max_words < 1:
            raise ValueError("max_words must be 1 or more")

    def check(self, document: Document) -> Iterator[Finding]:
        opening = [block for block in document.blocks if block.kind not in ("byline", "dateline")][:2]
        for summary, title in pairwise(opening):
            text = document.text_of(summary.span)
            if (
                summary.kind == "paragraph"
                and not summary.region
                and title.kind == "title"
                and text.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…")
                and len(text.split()) <= self.max_words
            ):
                yield self.finding(
                    summary.span,
                    "the summary stands before the title: move it under the title",
                    confidence=min(summary.confidence, title.confidence),
                    evidence=[(title.span, "the title")],
                )
