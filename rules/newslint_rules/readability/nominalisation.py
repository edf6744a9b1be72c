"""Verbs that have been made nouns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Finding, Rule

_RUNNING = frozenset({"paragraph", "list_item", "blockquote"})
_WHOLE = "the "
# The verb that says nothing by itself, and what may stand between it and the noun.
_EMPTY_VERB = re.compile(
    r"\b(?:makes?|made|making|takes?|took|taken|taking|gives?|gave|given|giving|holds?|held|holding"
    r"|carr(?:y|ies|ied|ying) out|(?:conduct|perform|reach)(?:s|es|ed|ing)?|undert(?:akes?|ook|aken|aking))"
    r"(?P<article> (?:an?|the|his|her|its|their|our|your|my|no|any|some|more|several|two|three))?"
    r"(?: (?!to\b|by\b|of\b|over\b|on\b|in\b|for\b|at\b|from\b|with\b|and\b|that\b)[a-z-]+){0,2} $"
)
_LONGEST_GAP = 60


@dataclass(frozen=True)
class Nominalisation(Rule):
    """A noun that does the work of a verb.

    Reports nouns made of verbs after a verb that says nothing ("make a decision", "conducted an investigation"), and
    a few before "of" ("the implementation of"). The message names the verb. What stands in quotation marks is left
    alone. News has fixed expressions of this kind that nobody stumbles over, so the rule runs only when named.

    Why: two words do the work of one, and the one who acts and the action drift apart.
    Instead: use the verb: "decide", "investigate", "implementing".
    """

    id = "readability.nominalisation"
    severity = "info"
    opt_in = True
    bad = (
        "The council will [[make a decision]] on Monday.",
        "Police [[conducted a thorough investigation]] of the fire.",
        "Inspectors are [[carrying out an assessment]] of the bridge.",
        "The delay holds up [[the implementation of]] the plan.",
    )
    good = (
        "The council will decide on Monday.",
        "The decision came on Monday, after an investigation.",
        "Police investigated the fire.",
        "The fine made them claim that the poll was carried out by payment services.",
        "They made the trip, and the announcement followed.",
        "“We will make a decision in time,” she said.",
        "The judge took the stand. Decisions are due in May.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        quoted = iter(sorted(item.span for item in document.quotations if item.open and item.close))
        quotation = next(quoted, None)
        for hit in document.phrases(self.id):
            while quotation and quotation.end <= hit.span.start:
                quotation = next(quoted, None)
            block = document.block_at(hit.span.start)
            if block is None or block.kind not in _RUNNING or (quotation and quotation.start < hit.span.start):
                continue
            start, end = document.clean_range(hit.span)
            if not hit.phrase.startswith(_WHOLE):
                earliest = max(document.clean_range(block.span)[0], start - _LONGEST_GAP)
                verb = _EMPTY_VERB.search(document.text[earliest:start])
                # Without an article or plural it may be the verb itself: "made them visit".
                if not (verb and (verb["article"] or hit.phrase.endswith("s"))):
                    continue
                start -= len(verb[0])
            span = document.locate(start, end)
            yield self.finding(span, f"“{document.text_of(span)}”: the verb is “{hit.label}”", confidence=0.6)
