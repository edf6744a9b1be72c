"""Sentences that are a bare fragment around a quotation."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Quotation, Rule, Sentence, Span

# Any of these before the quotation makes a clause of it, or names a speaker.
_CLAUSE_WORDS = frozenset(
    """
    am is are was were be been has have had do does did will would can could may might must shall should isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't said says told
    tells asked asks added adds wrote writes called calls argued argues insisted insists claimed claims noted notes
    replied replies became becomes remained remains made makes took takes came comes went goes stands stood lies lay
    offers offered boasts boasted seems seemed means meant he she they it we i you who
    """.split()
)
_MARKS = '.,;:!?()[]"“”‘’'


@dataclass(frozen=True)
class DanglingFragment(Rule):
    """A phrase, a comma and a quotation, with no verb and no speaker: a sentence that is none.

    Reported where a sentence begins with a participle or the like, has no finite verb outside the quotation and ends
    with quoted words in lower case. English only.

    Why: nobody says the words and nothing is said about them; usually a sentence was cut, or a program put it
    together from pieces.
    Instead: give the sentence a subject and a verb, and name who is quoted.

    Options:
        minimum_words: shorter quotations are left alone.
    """

    id = "quotes.dangling-fragment"
    bad = (
        "[[Located in the far north, ‘a region with a proud tradition of shipbuilding.’]] It has two ports.",
        '[[Founded in 1912, "one of the oldest clubs in the country."]] The stadium holds 8,000.',
    )
    good = (
        "Located in the far north, the region has ‘a proud tradition of shipbuilding’.",
        "Located in the far north, it is ‘a region with a proud tradition of shipbuilding.’",
        'Founded in 1912, "one of the oldest clubs in the country" went bankrupt in May.',
        'Asked about the fire, the mayor spoke of "a night that nobody in this town will forget."',
        "“A region with a proud tradition of shipbuilding,” the brochure says.",
        "Born in Lagos, “Mama Fela”.",
    )

    minimum_words: int = 4

    def __post_init__(self) -> None:
        if self.minimum_words < 1:
            raise ValueError(f"minimum_words must be 1 or more, not {self.minimum_words}")

    def check(self, document: Document) -> Iterator[Finding]:
        starts = {hit.span.start for hit in document.phrases(self.id)}
        if not starts or document.language not in ("en", None):
            return
        for quotation in document.quotations:
            sentence = self._sentence_around(document, quotation)
            if sentence is None or sentence.span.start not in starts:
                continue
            # The first words are the opener, which may be a verb itself: "called", "made".
            before = document.text_of(Span(sentence.span.start, quotation.span.start)).lower().replace("’", "'")
            if _CLAUSE_WORDS.intersection(word.strip(_MARKS) for word in before.split()[1:]):
                continue
            yield self.finding(
                sentence.span,
                "a fragment with no verb of its own around a quotation: who says this, and of what?",
                confidence=0.6,
                evidence=[(quotation.span, "the quotation; no finite verb and no speaker stand before or after it")],
            )

    def _sentence_around(self, document: Document, quotation: Quotation) -> Sentence | None:
        """The sentence that this quotation, in lower case and long enough, ends after a comma."""
        if quotation.open is None or quotation.close is None or quotation.level > 1:
            return None
        quoted = document.text_of(Span(quotation.open.end, quotation.close.start))
        sentence = document.sentence_at(quotation.span.start)
        if sentence is None or not quoted[:1].islower() or len(quoted.split()) < self.minimum_words:
            return None
        before = document.text_of(Span(sentence.span.start, max(sentence.span.start, quotation.span.start)))
        after = document.text_of(Span(min(quotation.span.end, sentence.span.end), sentence.span.end))
        return sentence if before.rstrip().endswith(",") and not after.strip(" .!?") else None
