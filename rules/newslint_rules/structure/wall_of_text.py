"""Text without a break."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule

_SENTENCE = "The committee heard nine witnesses on Monday, and most of them spoke of the night the dam broke. "


@dataclass(frozen=True)
class WallOfText(Rule):
    """A paragraph so long that breaks must have got lost.

    Reports the paragraph. Block quotes, tables and code are left alone. Paragraphs that are merely long are the
    business of `readability.long-paragraph`.

    Why: such a block is rarely written; it is left when an import loses line breaks, and nobody reads it on a screen.
    Instead: restore the paragraphs of the original, and break the rest where the thought turns.

    Options:
        max_words: a paragraph with more words than this is reported.
    """

    id = "structure.wall-of-text"
    bad = (
        f"[[{(_SENTENCE * 15).rstrip()}]]",
        f"Dam inquiry opens\n\n{_SENTENCE}\n\n[[{(_SENTENCE * 20).rstrip()}]]",
        Example(f"[[{_SENTENCE.rstrip()}]]", options={"max_words": 10}),
    )
    good = (
        f"Dam inquiry opens\n\n{_SENTENCE * 4}",
        "\n\n".join([_SENTENCE] * 20),
        "\n".join([_SENTENCE] * 20),
        Example(f"# Dam inquiry opens\n\n> {_SENTENCE * 20}", format="markdown"),
    )

    max_words: int = 250

    def __post_init__(self) -> None:
        if self.max_words < 1:
            raise ValueError("max_words must be 1 or more")

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks_of("paragraph"):
            if block.span.end - block.span.start < 2 * self.max_words:  # too short for so many words
                continue
            words = len(document.text_of(block.span).split())
            if words > self.max_words:
                yield self.finding(
                    block.span,
                    f"{words} words without a break: have paragraphs been lost?",
                    evidence=[(None, f"limit: {self.max_words} words")],
                )
