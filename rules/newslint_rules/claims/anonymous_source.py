"""Sources that the writer knows and the reader does not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule, Sentence, Span
from newslint_rules.claims._support import support_of

_SPEAKS = re.compile(
    r"""
    (?:\ (?:in|at|inside|within|near|from|on)(?:\ (?:the|his|her|their))?\ [\w’'-]+
        (?:\ (?!said\b|told\b)[\w’'-]+){0,3}?)?
    (?:\ (?:have|has|had|also|later|then|who))?
    \ (?:said|says?|told|tells?|claim(?:s|ed)?|report(?:s|ed)?|confirm(?:s|ed)?|reveal(?:s|ed)?|suggest(?:s|ed)?
      |indicate[sd]?|describe[sd]?|insist(?:s|ed)?|added|believe[sd]?)\b
    """,
    re.VERBOSE,
)
# "Sources", "a source", "two police sources"; not "the band's sources".
_SUBJECT = re.compile(
    r"""(?:^|(?<=[,;:(“"—–]\ )|\b(?:and|but|that|as|which|while|though|although|because|where)\ )
    (?P<subject>(?:(?:an?|the|one|two|three|several|some|multiple|many|other)\ )?
        (?:(?!(?:the|these|those|no|data|news)\b)[a-z-]+\ )?)\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "According to diplomatic sources".
_ACCORDING = re.compile(r"\baccording to (?:(?!the\b|these\b|his\b|her\b|their\b|its\b)[a-z-]+ ){0,2}\Z", re.IGNORECASE)
_BEFORE = 40
_PROSE = frozenset({"paragraph", "list_item"})


@dataclass(frozen=True)
class AnonymousSource(Rule):
    """A source whose name is kept from the reader.

    Reports speakers on condition of anonymity, people "familiar with the matter" or "close to" somebody, and sources
    that speak without a name. A spokesman for a named body answers for it and is not reported, nor is what stands in
    quotation marks.

    Why: nobody but the writer can weigh what such a source wants and knows.
    Instead: name the source, or say why it must be nameless, how it knows, and what else supports it.
    """

    id = "claims.anonymous-source"
    bad = (
        "A senior official who [[asked not to be named]] confirmed the sale.",
        "Two aides, speaking [[on condition of anonymity]], described the row.",
        "[[Sources said]] the deal was near. The club declined to comment on it.",
        "The bank will cut 400 jobs, [[a source told]] the paper.",
        "[[People familiar with]] the talks expect a deal in May.",
        "The striker will leave, according to [[sources close to]] the club.",
        "[[Police sources said]] the car had been stolen.",
        "[[According to diplomatic sources]], the talks are over.",
    )
    good = (
        "A spokesman said the deal was near.",
        "A spokeswoman for the ministry declined to comment.",
        "The river has its source in the hills.",
        "The band's sources say more about its taste than its songs do.",
        "Wind and sun are the cheapest sources of power, said Marta Lind of the grid company.",
        "The report lists its sources on page nine.",
        "“Sources said I had resigned,” he joked.",
        "The insider trading case was closed, the court said.",
        "An anonymous donor paid for the roof.",
        "Call the nurse if you or someone close to you is ill.",
        "According to the sources in the archive, the bridge is older.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        support = support_of(document)
        covered = 0
        for hit in document.phrases(self.id):
            sentence = document.sentence_at(hit.span.start)
            block = document.block_at(hit.span.start)
            if hit.span.start < covered or sentence is None or block is None or block.kind not in _PROSE:
                continue
            span = _speaking(document, sentence, hit.span) if hit.label == "sources" else hit.span
            if span is not None and not support.quoted.hold(span.start):
                covered = sentence.span.end
                yield self.finding(
                    span,
                    f"“{document.text_of(span)}”: the reader cannot know who this is",
                    evidence=[(sentence.span, "say why the name is withheld, and how the source knows")],
                )


def _speaking(document: Document, sentence: Sentence, noun: Span) -> Span | None:
    """ "A source told" from "source", or None if it does not speak or is known."""
    base = document.clean_range(sentence.span)[0]
    start, end = (position - base for position in document.clean_range(noun))
    verb = _SPEAKS.match(sentence.text, end)
    subject = _SUBJECT.search(sentence.text, max(0, start - _BEFORE), start)
    if according := _ACCORDING.search(sentence.text, max(0, start - _BEFORE), start):
        return document.within(sentence, according.start(), end)
    if verb is None or subject is None:
        return None
    return document.within(sentence, subject.start("subject"), verb.end())
