"""Paragraphs that stand in the article twice."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Block, Document, Example, Finding, Rule
from newslint_rules.boilerplate._cutting import cut
from newslint_rules.boilerplate._similarity import NearRepeats

_SENTENCE_ENDS = tuple(f"{stop}{quote}" for stop in ".!?…" for quote in ("", '"', "”", "’", ")"))

_FERRY = "The ferry company said it would run two extra sailings a day until the bridge reopens in the spring."
_MAYOR = "The mayor told residents on Monday that the cost of the repairs would not be passed on to them."
_CREDIT = "Editing by Jane Doe and Paul Olsen in London"
_COUNT = "North ward, first count of the vote:"
_HEADING = "What we know so far about the state of the old bridge"
_NEARLY = "The ferry company said it would run 3 extra sailings a day until the bridge reopens in the late spring."


@dataclass(frozen=True)
class RepeatedParagraph(Rule):
    """A paragraph that repeats an earlier one, word for word or nearly.

    Reports the later copy; the evidence points at the first. Case does not count; in longer
    paragraphs, punctuation and figures do not either. Short lines, and those of a few words that end without a full
    stop, are left alone, as are headings, datelines, bylines and captions: they repeat for good reasons.

    Why: a paragraph that stands there twice was pasted twice, or is left over from an earlier version with other
    figures.
    Instead: keep the version that is right, at the place where a reader needs it.

    Options:
        minimum_length: characters that a paragraph must have.
        minimum_words: words that a paragraph must have to be reported as nearly the same, or without a full stop.
        minimum_similarity: share of four-word sequences that two paragraphs must have in common; above 0, up to 1.
    """

    id = "boilerplate.repeated-paragraph"
    bad = (
        f"{_FERRY}\n\n{_MAYOR}\n\n[[{_FERRY}]]",
        f"{_FERRY}\n\n{_MAYOR}\n\n[[{_FERRY.upper()}]]",
        Example(
            f"{_FERRY}\n\n{_MAYOR}\n\n[[{_NEARLY}]]",
            options={"minimum_similarity": 0.6},
        ),
        Example(f"# Bridge\n\n{_FERRY}\n\n## Cost\n\n{_MAYOR}\n\n- [[{_FERRY}]]", format="markdown"),
    )
    good = (
        f"{_FERRY}\n\n{_MAYOR}",
        f"“No comment,” he said.\n\n{_MAYOR}\n\n“No comment,” he said.",
        f"{_FERRY}\n\nAdvertisement\n\n{_MAYOR}\n\nAdvertisement",
        f"{_FERRY}\n\nThe ferry company said on Friday that it would not run extra sailings after all.",
        f"{_MAYOR}\n\n{_COUNT} 1,204 for, 822 against.\n\n{_COUNT} 1,240 for, 804 against.",
        f"{_MAYOR}\n\n{_CREDIT}\n\n{_FERRY}\n\n{_CREDIT}",
        f"{_MAYOR}\n\nThe mayor told reporters that the state would pay, and that the repairs would take a year.",
        Example(
            f"# Storm\n\n## {_HEADING}\n\n{_FERRY}\n\n## {_HEADING}\n\n{_MAYOR}",
            format="markdown",
        ),
    )

    minimum_length: int = 40
    minimum_words: int = 12
    minimum_similarity: float = 0.7

    def __post_init__(self) -> None:
        if self.minimum_length < 1 or self.minimum_words < 1:
            raise ValueError("minimum_length and minimum_words must be 1 or more")
        if not 0 < self.minimum_similarity <= 1:
            raise ValueError("minimum_similarity must be above 0 and at most 1")

    def check(self, document: Document) -> Iterator[Finding]:
        first_of: dict[str, Block] = {}
        near_repeats = NearRepeats(self.minimum_similarity)
        for block in document.blocks_of("paragraph", "list_item"):
            text = document.text_of(block.span).lower()
            words = text.split()
            is_long = len(words) >= self.minimum_words
            if len(text) < self.minimum_length or not (is_long or text.endswith(_SENTENCE_ENDS)):
                continue
            if first := first_of.get(text):
                yield self._report(document, block, first, is_same=True)
                continue
            first_of[text] = block
            if is_long and (earlier := near_repeats.find_or_add(text, words)):
                yield self._report(document, block, first_of[earlier], is_same=False)

    def _report(self, document: Document, block: Block, first: Block, *, is_same: bool) -> Finding:
        line = document.lines.position(first.span.start).line
        return self.finding(
            block.span,
            f"{'repeats' if is_same else 'nearly repeats'} the paragraph in line {line}",
            confidence=1.0 if is_same else 0.8,
            evidence=[(first.span, "stands here first")],
            fix=cut(document, block.span, "cut the repeated paragraph") if is_same else None,
        )
