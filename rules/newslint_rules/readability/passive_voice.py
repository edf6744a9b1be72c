"""Sentences that hide who acts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule
from newslint_rules.readability._words import word_lists

_LANGUAGES = frozenset({"en", None})
# A form of "be", up to three adverbs, and what may be a participle.
_PASSIVE = re.compile(
    r"\b(?:(?:am|is|are|was|were)(?:n[’']t)?|be|been|being)"
    r"(?: (?:also|always|being|just|never|not|now|often|once|soon|still|then|[a-z]+ly)){0,3}"
    r" (?P<participle>[a-z]{2,30})\b(?!-)"
)
_AGENT = re.compile(r" by (?!the time\b|then\b|now\b|\d)")


@dataclass(frozen=True)
class PassiveVoice(Rule):
    """A verb in the passive voice.

    Reports a form of "be" with a past participle in running text, outside quotation marks. Adjectives that look like
    participles ("is interested", "was married") and "was born" are left alone. Much good news writing is passive where
    the one who acts is not known or is not the news, so the rule runs only when named.

    Why: the passive leaves out who acts, or brings it last.
    Instead: begin with who did it: "police arrested two men". Keep the passive where the victim is the news.

    Options:
        agent_only: report only passives that name who acts ("was closed by the council"), which are easy to turn round.
    """

    id = "readability.passive-voice"
    severity = "info"
    opt_in = True
    bad = (
        "The school [[was closed]] on Monday.",
        "The bill has [[been quietly dropped]].",
        "Two men [[were seen]] near the quay, and a third [[is being held]].",
        Example("The pool was shut in May. It [[was sold]] by the council.", options={"agent_only": True}),
    )
    good = (
        "The council closed the school on Monday.",
        "She was born in Lund and is interested in boats.",
        "The harbour was busy, and the tide was in.",
        "“I was robbed,” he said.",
        "They were united in grief, and the town is still divided-looking.",
        "It was indeed late, and a hundred people were there.",
        Example("# School was closed\n\nNobody said why.\n", format="markdown"),
        Example("The pool was shut in May. It is to open again by Friday.", options={"agent_only": True}),
    )

    agent_only: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language not in _LANGUAGES:
            return
        quoted = iter(sorted(item.span for item in document.quotations if item.open and item.close))
        quotation = next(quoted, None)
        for block in document.running_blocks:
            text = document.text_of(block.span)
            for match in _PASSIVE.finditer(text):
                agent = _AGENT.match(text, match.end())
                if (self.agent_only and not agent) or not _is_participle(match["participle"]):
                    continue
                span = document.within(block, *match.span())
                while quotation and quotation.end <= span.start:
                    quotation = next(quoted, None)
                if not quotation or span.start < quotation.start:
                    yield self.finding(
                        span,
                        f"“{match[0]}” is passive: {'begin with who acts' if agent else 'say who acts'}",
                        confidence=0.8 if agent else 0.6,
                    )


def _is_participle(word: str) -> bool:
    lists = word_lists("participles")
    return (word.endswith("ed") or word in lists["irregular"]) and word not in lists["adjectives"]
