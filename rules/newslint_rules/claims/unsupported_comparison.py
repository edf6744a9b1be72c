"""Comparisons that nobody vouches for."""

from dataclasses import dataclass

from newslint_rules.claims._claims import UnsupportedClaim


@dataclass(frozen=True)
class UnsupportedComparison(UnsupportedClaim):
    """A comparison, and no source for it.

    Reports sentences that say that something is more, better or cheaper than others, or stands in a class of its own,
    without a speaker, a document, a link or a quotation. Comparisons with a figure or with what was expected are left
    alone. Right as often as not: it is for a close reading, and such comparisons also count towards
    `claims.unsourced-block`. English only.

    Why: a comparison has two sides and a measure; without a source the reader gets none of them.
    Instead: give both figures and say whose they are.
    """

    id = "claims.unsupported-comparison"
    severity = "info"
    opt_in = True
    bad = (
        "The port is old. It is [[cheaper than any]] other in the region.",
        "For decades the country has played a [[leading role]] in the alliance.",
    )
    good = (
        "The port is cheaper than any other in the region, according to its owner.",
        "The ship is longer than 200 metres.",
        "The talks took longer than expected.",
        "More than 200 farmers came.",
        "“It is cheaper than any other port,” said Marta Lind.",
    )

    what = "by what measure, and who compared?"
    confidence = 0.4
