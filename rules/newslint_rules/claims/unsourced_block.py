"""Runs of claims that nobody vouches for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from newslint import Document, Finding, Rule, Sentence, Span
from newslint_rules.claims._claims import Claim
from newslint_rules.claims._genre import FIGURES, own_claims
from newslint_rules.claims._stretches import TELLING, stretches
from newslint_rules.claims._support import Support, support_of
from newslint_rules.claims.unattributed_statistic import UnattributedStatistic
from newslint_rules.claims.unsupported_accusation import UnsupportedAccusation
from newslint_rules.claims.unsupported_cause import UnsupportedCause
from newslint_rules.claims.unsupported_comparison import UnsupportedComparison
from newslint_rules.claims.unsupported_superlative import UnsupportedSuperlative

_KINDS: tuple[type[Rule], ...] = (
    UnattributedStatistic,
    UnsupportedSuperlative,
    UnsupportedComparison,
    UnsupportedCause,
    UnsupportedAccusation,
)
_NAMES = {
    **dict.fromkeys(FIGURES, "a figure"),
    **dict.fromkeys(("superlatives", "unique", "firsts"), "a superlative"),
    **dict.fromkeys(("comparatives", "comparisons"), "a comparison"),
    **dict.fromkeys(("causes", "effects"), "a cause or an effect"),
    "accusations": "an accusation",
}
_LEAD = "The ministers met in Tarn on Monday. “We are close,” said Marta Lind, who led the talks.\n"
_FACTS = (
    "Norway is a Nordic country in Northern Europe. It shares borders with Sweden, Finland and Russia.\n"
    "The country is home to numerous fjords. Its capital, Oslo, was founded in 1048."
)


@dataclass(frozen=True)
class UnsourcedBlock(Rule):
    """A run of claims in the writer's own voice, and no source anywhere in it.

    Reports stretches of sentences without a speaker, document, link or quotation in which most sentences make a
    claim: a figure, a superlative, a comparison, a cause, an accusation, or what a country, body or thing is, has and
    is known for. One finding covers the whole stretch and lists the claims in it and the nearest sources around it. A
    heading ends a stretch. Reports of sport, markets, products and courts, recipes, and a writer's own story are left
    alone. English only.

    Why: so many claims in a row with nobody behind them were copied or made up rather than reported, and nobody is
    named whom a reader or an editor could ask.
    Instead: say where each claim comes from, or cut what the story does not need.

    Options:
        minimum_sentences: how long a stretch must be, from its first claim to its last.
        minimum_claims: how many of its sentences must make a claim; no two others may stand between them.
    """

    id = "claims.unsourced-block"
    bad = (f"{_LEAD}[[{_FACTS}]]\nThe talks go on, Lind said.",)
    good = (
        f"{_LEAD}“{_FACTS}”, the almanac says.",
        f"{_LEAD}Norway is a Nordic country. Its capital is Oslo. “I live there,” said Lind. It borders Russia.",
        "The ship was built in 1949. On Monday it sank. The captain was the last to leave. The harbour is closed.",
        f"{_LEAD}Norway is a Nordic country in Northern Europe. The talks go on, Lind said.",
        f"{_LEAD}According to the almanac, {_FACTS.partition(' It')[0]} The talks go on.",
    )

    minimum_sentences: int = 4
    minimum_claims: int = 3

    def __post_init__(self) -> None:
        if not 1 <= self.minimum_claims <= self.minimum_sentences:
            raise ValueError("minimum_claims must be at least 1 and at most minimum_sentences")

    @classmethod
    def phrase_lists(cls) -> Mapping[str, tuple[str, ...]]:
        lists = dict(super().phrase_lists())
        for kind in _KINDS:
            lists.update(kind.phrase_lists())
        return lists

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language not in ("en", None):
            return
        support = support_of(document)
        for stretch, found in stretches(document, self.id, support, self.minimum_sentences):
            for block in filter(self._is_enough, self._blocks(stretch, found)):
                own = own_claims(document)  # asked of the few articles that get here
                if self._is_enough([claim for claim in block if claim.label not in own]):
                    yield self._report(document, block, support)

    def _blocks(self, stretch: Iterable[Sentence], found: Mapping[Span, Claim]) -> Iterator[list[Claim]]:
        """Runs of claims with at most one other sentence between two of them."""
        run: list[Claim] = []
        first = last = 0
        for number, sentence in enumerate(stretch):
            if sentence.span not in found:
                continue
            if run and number - last > 2:
                if last - first + 1 >= self.minimum_sentences:
                    yield run
                run = []
            if not run:
                first = number
            run.append(found[sentence.span])
            last = number
        if last - first + 1 >= self.minimum_sentences:
            yield run

    def _is_enough(self, run: Collection[Claim]) -> bool:
        telling = sum(claim.label != "general" for claim in run)
        return len(run) >= self.minimum_claims and telling >= TELLING

    def _report(self, document: Document, block: list[Claim], support: Support) -> Finding:
        span = Span(block[0].sentence.span.start, block[-1].sentence.span.end)
        before, after = support.told.last_before(span.start), support.told.first_from(span.end, len(document.source))
        return self.finding(
            span,
            f"{len(block)} claims in a row and no source among them: where do they come from?",
            confidence=0.8,
            evidence=[
                *((claim.span, f"{_NAMES.get(claim.label, 'a fact')} without a source") for claim in block),
                (before, "the nearest source before" if before else "no source before"),
                (after, "the nearest source after" if after else "no source after"),
            ],
        )
