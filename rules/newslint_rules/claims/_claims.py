"""Claims that need a source, and what all rules about one kind of them have in common."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from newslint import Document, Finding, Rule, Sentence, Span
from newslint_rules.claims._claim_grammar import TESTS
from newslint_rules.claims._genre import FIGURES, own_claims
from newslint_rules.claims._support import Support, support_of

_EVENT = re.compile(
    r"""\b(?:
        (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | yesterday | today | tonight | [Ll]ast\ (?:night|week|month)
      | [Tt]his\ (?:morning|week|month|season) | [Ee]arlier\ (?:this|on) | [Nn]ext\ (?:week|month)
      | on\ (?:\d{1,2}\ )?(?:January|February|March|April|May|June|July|August|September|October|November|December)
    )\b""",
    re.VERBOSE,
)
_EVENT_PARTS = ("day", "night", "week", "month", "morning", "season", "arlier ", " on ")


class Claim(NamedTuple):
    """An expression that makes its sentence a claim. label: the list of phrases by which it was found."""

    span: Span
    sentence: Sentence
    label: str


class UnsupportedClaim(Rule):
    """A rule about one kind of claim: it reports those for which there is no source.

    The first claim of a sentence stands for all of them. what: what the reader is told about the expression found.
    confidence: how sure a finding is.
    """

    what: ClassVar[str]
    confidence: ClassVar[float]

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language not in ("en", None):
            return
        support = support_of(document)
        seen: Span | None = None
        for claim in claims(document, self.id, list(support.unsupported.values())):
            if claim.sentence.span == seen:
                continue
            seen = claim.sentence.span
            if self.is_reported(document, claim):
                yield self.finding(
                    claim.span,
                    f"“{document.text_of(claim.span)}”: {self.what}",
                    confidence=self.confidence,
                    evidence=where_support_was_sought(document, claim, support),
                )

    def is_reported(self, document: Document, claim: Claim) -> bool:
        """Whether a claim without a source is worth a finding of its own."""
        return claim.label not in own_claims(document)


def is_event(text: str) -> bool:
    """Whether it happened on a day: then it is the news itself, and the report is its source."""
    return any(part in text for part in _EVENT_PARTS) and _EVENT.search(text) is not None


def claims(document: Document, rule_id: str, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """The claims in these sentences that begin at the phrases of a rule, in the order of the source."""
    if not sentences:
        return
    quoted = support_of(document).quoted
    starts = [sentence.span.start for sentence in sentences]
    for hit in document.phrases(rule_id):
        sentence = sentences[max(0, bisect_right(starts, hit.span.start) - 1)]
        if not sentence.span.start <= hit.span.start < sentence.span.end or quoted.hold(hit.span.start):
            continue
        base = document.clean_range(sentence.span)[0]
        start, end = document.clean_range(hit.span)
        claim = TESTS[hit.label](sentence.text, start - base, end - base)
        if claim is not None:
            yield Claim(document.within(sentence, *claim), sentence, hit.label)


def where_support_was_sought(document: Document, claim: Claim, support: Support) -> list[tuple[Span | None, str]]:
    """What a finding tells of the places where a source of the claim was looked for."""
    block = document.block_at(claim.span.start)
    before = support.told.last_before(claim.span.start)
    sought: list[tuple[Span | None, str]] = [
        (claim.sentence.span, "no source, quotation, link or footnote in this sentence"),
        (block.span if block else None, "no source in the paragraph that goes on to this sentence"),
        (before, "the nearest source before it speaks of something else" if before else "no source before it"),
    ]
    if claim.label in FIGURES:
        sought.append((None, "no report, poll or list is named before it, nor in the two sentences after it"))
    return sought
