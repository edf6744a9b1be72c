"""Claims that hide behind a source nobody can check."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule, Sentence, Span
from newslint_rules.claims import _vague_sources as grammar
from newslint_rules.claims._genre import genres
from newslint_rules.claims._support import Support, support_of

# Of each list of phrases: what must stand around them, and how sure a finding is.
_TESTS: dict[str, tuple[grammar.Test, float]] = {
    "groups": (grammar.group, 0.8),
    "quantifiers": (grammar.quantifier, 0.8),
    "adverbs": (grammar.adverb, 0.6),
    "dummies": (grammar.dummy, 0.8),
    "passives": (grammar.passive, 0.6),
    "agents": (grammar.agent, 0.8),
    "judgements": (grammar.judgement, 0.5),
    "research": (grammar.research, 0.7),
    "fixed": (grammar.fixed, 0.8),
}
# "Is thought to be leaving": every reader of the sports pages knows what it is worth.
_GOSSIP = frozenset({"passives", "dummies"})
_PROSE = frozenset({"paragraph", "list_item"})
_SENTENCES_AHEAD = 2


@dataclass(frozen=True)
class WeaselSource(Rule):
    """Attribution to a source that cannot be identified.

    Reports claims of groups without members ("some critics have perceived", "experts say", "many believe"), of nobody
    ("it is widely believed", "is said to be") and of proverbial authorities ("conventional wisdom"). What stands in
    quotation marks is left alone, and so are groups that the sentence identifies ("analysts at Varga Bank say") and
    what is "thought to" happen on the sports pages.
    Where a person is named within two sentences, who may speak for the group, it is only a hint.

    Why: a reader cannot weigh a claim whose source has no name, office or link.
    Instead: name the person, body or document; if the source must stay anonymous, say why, and how they know.

    Options:
        minimum_confidence: findings less sure than this are left out; from 0 to 1.
    """

    id = "claims.weasel-source"
    bad = (
        "The move, which [[some critics have perceived]] as a retreat, was announced on Monday.",
        "[[Experts say]] the alliance is at risk.",
        "[[Many believe]] that the bank knew of the losses.",
        "[[It is widely believed]] that the vote was bought.",
        "The singer [[is said to]] be considering an offer from Milan.",
        "He is [[considered by many]] to be the heir.",
        "[[Critics of the plan argue]] that it will cost jobs.",
        "The tower is [[widely regarded]] as a failure.",
        "The reform failed, but [[political observers expect]] a second attempt.",
        "[[According to some]], the mayor was never told.",
        "[[Studies show]] that children read less.",
        "[[Scans taken over years show]] no difference.",
        "The plan was [[dismissed by numerous]] residents as a dream.",
        "[[Last year economists calculated]] that the strike cost little.",
    )
    good = (
        "Jens Holm of Oslo University says the alliance is at risk.",
        "Critics gathered outside the theatre.",
        "Some critics gathered outside the theatre and sang.",
        "Analysts at Varga Bank say the price will fall.",
        "Economists polled by Reuters expected growth of 2 percent.",
        "Three officials of the ministry said the ship was empty.",
        "“Some people say I was lucky,” he said.",
        "In a poll for the paper, most voters said they would stay at home.",
        "The company made a profit of $3m, less than analysts had expected.",
        "Even the president's most loyal supporters believe he lost, wrote Marta Lind.",
        "Prices rose by what economists call a hiccup.",
        "They would tax consumption (what economists call spending).",
        "The suspects are still considered a threat, she told reporters.",
        "Many shops closed early because of the storm.",
        "Some 200 farmers blocked the road, police said.",
        "The opposition's critics say too little about it, wrote Marta Lind in her column.",
        "The train is expected to arrive at nine.",
        "He was considered by the board to be too young.",
        "The striker is thought to be leaving the club. The coach said his contract ends with the season.",
        "According to analysts at Varga Bank, the price will fall.",
        "The campaigners say they will be back, and their leader Marta Lind agrees.",
        "The survey is out. It found that most artists believe they are paid too little.",
        Example("> Critics say the plan is dead.\n", format="markdown"),
    )

    minimum_confidence: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.minimum_confidence <= 1:
            raise ValueError("minimum_confidence must lie between 0 and 1")

    def check(self, document: Document) -> Iterator[Finding]:
        support = support_of(document)
        covered = 0
        for hit in document.phrases(self.id):
            test, confidence = _TESTS[hit.label]
            if hit.span.start < covered or confidence < self.minimum_confidence:
                continue
            sentence = document.sentence_at(hit.span.start)
            if sentence is None:
                continue
            base = document.clean_range(sentence.span)[0]
            start, end = document.clean_range(hit.span)
            claim = test(sentence.text, start - base, end - base)
            if claim is None:
                continue
            block = document.block_at(hit.span.start)
            if block is None or block.kind not in _PROSE:
                continue
            span = document.within(sentence, *claim)
            is_anothers = support.quoted.hold(span.start) or support.reported.hold(span.start)
            is_gossip = hit.label in _GOSSIP and "sport" in genres(document)
            if not (is_anothers or is_gossip or support.links.touch(sentence.span)):
                covered = span.end
                yield self._report(document, span, confidence, _named_speaker(document, sentence, support))

    def _report(self, document: Document, span: Span, confidence: float, speaker: Span | None) -> Finding:
        return self.finding(
            span,
            f"“{document.text_of(span)}” names no source: who, exactly?",
            severity="info" if speaker else "warning",
            confidence=confidence,
            evidence=[
                (span, "nobody here can be identified"),
                (speaker, "this person may speak for them" if speaker else "no named speaker within two sentences"),
            ],
        )


def _named_speaker(document: Document, sentence: Sentence, support: Support) -> Span | None:
    """A source with a name in this sentence or the two after it."""
    after = bisect_right(document.sentences, sentence.span, key=lambda item: item.span)
    last = document.sentences[min(after - 1 + _SENTENCES_AHEAD, len(document.sentences) - 1)]
    return support.named.first_from(sentence.span.start, last.span.end)
