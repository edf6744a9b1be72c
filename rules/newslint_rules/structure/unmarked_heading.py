"""Headings that nothing but their shape marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newslint import Block, Document, Example, Finding, Rule, Span

_BUDGET = (
    "The council agreed on Tuesday to spend 40 million euros on new trams, two years after the first vote.",
    "Work on the northern line begins in March, said Lena Vogt, who heads the city's transport office.",
)


@dataclass(frozen=True)
class UnmarkedHeading(Rule):
    """A heading that stands directly on or under a paragraph, without markup and without blank lines around it.

    Reports the line. A line set off by blank lines is how plain text marks a heading and is left alone; so is the
    title. Text with markup says itself what is a heading.

    Why: a line that only looks like a heading becomes a sentence without a full stop as soon as the text is
    wrapped, exported or read aloud, and no table of contents will list it.
    Instead: mark it as a heading, or set it off with a blank line before and after.

    Options:
        minimum_confidence: report lines that are headings with at least this probability, in [0, 1].
    """

    id = "structure.unmarked-heading"
    bad = (
        f"City buys trams\n{_BUDGET[0]}\n[[What comes next]]\n{_BUDGET[1]}",
        f"City buys trams\n\n{_BUDGET[0]}\n\n[[What comes next]]\n{_BUDGET[1]}",
        f"City buys trams\n\n{_BUDGET[0]}\n[[The northern line]]\n\n{_BUDGET[1]}",
        Example(
            f"City buys trams\n{_BUDGET[0]}\n[[Three districts wait for the northern line to come]]\n{_BUDGET[1]}",
            options={"minimum_confidence": 0.4},
        ),
    )
    good = (
        f"City buys trams\n\n{_BUDGET[0]}\n\nWhat comes next\n\n{_BUDGET[1]}",
        f"City buys trams\n{_BUDGET[0]}\n{_BUDGET[1]}",
        f"City buys trams\nBy Lena Vogt\n3 May 2021\n{_BUDGET[0]}\nPhoto: Ana Reis\n{_BUDGET[1]}",
        f"{_BUDGET[0]}\n“It was about time,” she said.\n{_BUDGET[1]}",
        Example(f"# City buys trams\n{_BUDGET[0]}\n## What comes next\n{_BUDGET[1]}", format="markdown"),
        Example(
            f"<h1>City buys trams</h1><p>{_BUDGET[0]}</p><h2>What comes next</h2><p>{_BUDGET[1]}</p>", format="html"
        ),
    )

    minimum_confidence: float = 0.7

    def __post_init__(self) -> None:
        if not 0 <= self.minimum_confidence <= 1:
            raise ValueError("minimum_confidence must be between 0 and 1")

    def check(self, document: Document) -> Iterator[Finding]:
        blocks = document.blocks
        for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
            if block.kind != "heading" or block.marked or block.confidence < self.minimum_confidence:
                continue
            if not all(_are_apart(document, *pair) for pair in pairwise((before, block, after))):
                yield self.finding(
                    block.span,
                    "looks like a heading, but nothing marks it: use heading markup or blank lines around it",
                    confidence=block.confidence,
                    evidence=[(after.span, "the text under it")],
                )


def _are_apart(document: Document, block: Block, following: Block) -> bool:
    """Whether a blank line stands between two blocks."""
    between = document.text_of(Span(block.span.end, following.span.start))
    return len(between.replace("\r\n", "\n").replace("\r", "\n").split("\n")) > 2
