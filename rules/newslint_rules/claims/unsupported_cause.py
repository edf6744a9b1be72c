"""Causes that nobody vouches for."""

from dataclasses import dataclass

from newslint_rules.claims._claims import UnsupportedClaim


@dataclass(frozen=True)
class UnsupportedCause(UnsupportedClaim):
    """A cause or an effect, and no source for it.

    Reports sentences that say that one thing led to another, or that something causes, prevents or improves something,
    without a speaker, a document, a link or a quotation. Most causes that news names are plain ("closed because of
    snow"), so this is for a close reading; they also count towards `claims.unsourced-block`. English only.

    Why: that one thing followed another is seen; that it was the cause is somebody's view, or somebody's finding.
    Instead: say whose.
    """

    id = "claims.unsupported-cause"
    severity = "info"
    opt_in = True
    bad = (
        "Rents have risen for ten years. The new tram [[has led to]] a shortage of flats.",
        "The bill was never passed, [[because of]] opposition by insurers.",
        "Meditation [[improves]] the memory.",
    )
    good = (
        "The tram has led to a shortage of flats, says Marta Lind of the tenants' union.",
        "The bridge is due to open in May.",
        "“The tram led to this,” she said.",
        "The path leads through the wood.",
        "A study found that the tram led to a shortage of flats.",
    )

    what = "whose view or finding is this?"
    confidence = 0.4
