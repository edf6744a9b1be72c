"""Causes that nobody vouches for."""

from dataclasses import dataclass

from newslint_rules.claims._claims import UnsupportedClaim


@dataclass(frozen=True)
class UnsupportedCause(UnsupportedClaim):
    """A cause or an effect, and no source for it.

    Reports sentences that say that one thing led to, contributed to or was driven by another, without a speaker, a
    document, a link or a quotation; plain causes ("closed because of snow") are left alone. Right as often as not: it
    is for a close reading, and causes of all kinds also count towards `claims.unsourced-block`. English only.

    Why: that one thing followed another is seen; that it was the cause is somebody's view, or somebody's finding.
    Instead: say whose.
    """

    id = "claims.unsupported-cause"
    severity = "info"
    opt_in = True
    bad = (
        "Rents have risen for ten years. The new tram [[has led to]] a shortage of flats.",
        "The bill was never passed, [[largely because]] it was dear.",
    )
    good = (
        "The tram has led to a shortage of flats, says Marta Lind of the tenants' union.",
        "The bridge is due to open in May.",
        "The match was called off because of snow.",
        "“The tram led to this,” she said.",
        "The path leads through the wood.",
        "A study found that the tram led to a shortage of flats.",
    )

    what = "whose view or finding is this?"
    confidence = 0.4
