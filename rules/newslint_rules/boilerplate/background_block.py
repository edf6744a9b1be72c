"""Encyclopedic background dropped into a story."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newslint import Document, Finding, Rule, Span
from newslint_rules.boilerplate._background_model import FLOOR, Article, Model, lines_of, log_odds, probability
from newslint_rules.boilerplate._background_subject import introduction, runs, subject
from newslint_rules.boilerplate._background_words import what_is_absent

_LEAD = """\
Ministers failed to agree on a new fishing quota after a night of talks in Brussels on Tuesday.
“We were close, and then we were not,” said Ida Holm, the Danish fisheries minister, as she left the building.
"""
_END = """
The talks resume on Thursday, officials said, and Ms Holm expects a vote by the weekend."""
_NORWAY = """\
Norway is a Nordic country in Northern Europe, bordered by Sweden, Finland and Russia.
It covers an area of 385,000 square kilometres and has a population of approximately 5.5 million.
The capital and largest city is Oslo, which is known for its museums and green spaces."""
_COMPANY = """\
Founded in 1960, the Hansa Group is a multinational seafood company headquartered in Bremen, Germany. \
It operates in more than 40 countries and is one of the largest producers of canned fish in the world."""
_HERRING = """\
Herring is a small oily fish found in the shallow waters of the North Atlantic and the Baltic Sea. \
It typically feeds on plankton and is commonly eaten smoked, salted or pickled."""
_TIED_TO_THE_STORY = """\
Denmark, which lands a third of all herring in the Baltic, has held out for a smaller cut since the talks on the \
quota began in March."""
_BASED = "The ministry is based in Copenhagen, and that is where Ms Holm will brief the fleet today."
_LAST_YEAR = "The quota was set at 40,000 tonnes last year, but ministers want it halved."
_ATTRIBUTED = "Norway is the largest buyer of Danish herring, according to Ms Holm, “and they know it”."
_OUTLOOK = "Herring stocks have fallen by half, and the fleet would be tied up for months if the quota went."


@dataclass(frozen=True)
class BackgroundBlock(Rule):
    """Paragraphs that read as if they came out of an encyclopedia.

    Reports runs of paragraphs that say what a country, a company or a person is, in words found nowhere else in the
    article, without anybody who says so, without a quotation and without anything that happened. One finding covers
    the whole run; a paragraph that introduces another subject starts a new one. A small linear model decides, made
    from English articles; articles in other languages are left alone. It is a guess about style, never an error.

    Why: background that has nothing to do with the story interrupts it, is seldom checked, and goes stale: it is what
    automatic writing pads an article with.
    Instead: cut it, or tie it to the story: what does a reader need to know of this, here, and who says so?

    Options:
        minimum_confidence: how sure the model must be to report at all, as info; from 0 to 1.
        warning_confidence: how sure it must be for a warning; from 0 to 1.
        extension_confidence: how sure it must be of a paragraph next to one that is reported, for the two to be
            reported together; from 0 to 1. Half of it will do for one that goes on about the same subject.
    """

    id = "boilerplate.background-block"
    severity = "info"
    bad = (
        f"{_LEAD}[[{_NORWAY}]]{_END}",
        f"{_LEAD}[[{_COMPANY}]]{_END}",
        f"{_LEAD}[[{_HERRING}]]{_END}",
        f"{_LEAD}[[{_NORWAY}]]\n[[{_COMPANY}]]{_END}",
    )
    good = (
        f"{_LEAD}{_END}",
        f"{_LEAD}{_TIED_TO_THE_STORY}{_END}",
        f"{_LEAD}{_BASED}{_END}",
        f"{_LEAD}{_LAST_YEAR}{_END}",
        f"{_LEAD}{_ATTRIBUTED}{_END}",
        f"{_LEAD}{_OUTLOOK}{_END}",
        _NORWAY.partition("\n")[0],
    )

    minimum_confidence: float = 0.6
    warning_confidence: float = 0.95
    extension_confidence: float = 0.4

    def __post_init__(self) -> None:
        if not 0 <= self.extension_confidence <= self.minimum_confidence <= self.warning_confidence <= 1:
            raise ValueError("extension, minimum and warning confidence must be from 0 to 1 and rise in this order")

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language not in ("en", None):
            return
        article = Article(lines_of(document))
        least = log_odds(self.minimum_confidence)
        scores = self._model.scores(article, least)
        if max(scores, default=FLOOR) < least:  # as in most articles
            return
        confidences = [probability(score) for score in scores]
        texts = [line.text for line in article.lines]
        for run in runs(texts, confidences, self.extension_confidence):
            confidence = max(confidences[number] for number in run)
            if confidence >= self.minimum_confidence:
                yield self._report(document, article, run, confidence)

    @cached_property
    def _model(self) -> Model:
        return Model.shipped()

    def _report(self, document: Document, article: Article, run: range, confidence: float) -> Finding:
        blocks = document.blocks[run.start : run.stop]
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        texts = [article.lines[number].text for number in run]
        name = subject([sentence.text for block in blocks for sentence in block.sentences])
        novelty = sum(map(article.novelty, run)) / len(run)
        evidence: list[tuple[Span | None, str]] = [
            (span, f"{novelty:.0%} of its content words occur nowhere else in the article")
        ]
        if absent := what_is_absent(texts):
            evidence.append((span, f"no {absent}"))
        if opening := introduction(texts[0]):
            place = document.within(blocks[0], opening.start(), opening.end())
            evidence.append((place, f"introduces {opening['name']} as an encyclopedia does"))
        about = f" on {name}" if name else ""
        return self.finding(
            span,
            f"reads as encyclopedic background{about}: does the story need it here?",
            severity="warning" if confidence >= self.warning_confidence else "info",
            confidence=confidence,
            evidence=evidence,
        )
