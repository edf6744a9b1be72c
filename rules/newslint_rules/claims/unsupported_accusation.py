"""Accusations that nobody answers for."""

from dataclasses import dataclass

from newslint_rules.claims._claims import UnsupportedClaim


@dataclass(frozen=True)
class UnsupportedAccusation(UnsupportedClaim):
    """A word that accuses somebody, and no source for it.

    Reports sentences that charge somebody with fraud, lies, corruption, abuse or crimes in the writer's own voice,
    without a speaker, a document, a link or a quotation. Charges, trials, laws and inquiries are left alone, and so are
    reports from court. Such words also count towards `claims.unsourced-block`. English only.

    Why: it may be libel, and fairness asks who says so and what the accused answer.
    Instead: name the accuser or the judgment, and give the answer of the accused.
    """

    id = "claims.unsupported-accusation"
    severity = "info"
    opt_in = True
    bad = (
        "The fund was set up in May. It has been [[marred by fraud]] ever since.",
        "Country after country [[flouts]] the treaty.",
    )
    good = (
        "The fund was marred by fraud, an auditor found.",
        "The man was charged with fraud.",
        "The minister denied corruption.",
        "He leads the anti-corruption unit.",
        "The fraud trial was adjourned.",
        "“They lied to us,” said Marta Lind.",
    )

    what = "who says so, and what do they answer?"
    confidence = 0.5
