"""Superlatives that nobody vouches for."""

from dataclasses import dataclass

from newslint_rules.claims._claims import UnsupportedClaim


@dataclass(frozen=True)
class UnsupportedSuperlative(UnsupportedClaim):
    """A superlative for a whole country, the world or all history, and no source for it.

    Reports sentences that say that something is the largest, the only or the first of its kind somewhere, without a
    speaker, a document, a link or a quotation. A superlative without a domain ("the best part of the day"), one that
    names something by the way ("the world's largest carmaker, said") and one of many ("one of the oldest") are left
    alone, and so are the records of sport. English only.

    Why: somebody counted, or nobody did. Superlatives go out of date, and readers know another candidate.
    Instead: say who ranks it so, by what measure and when.
    """

    id = "claims.unsupported-superlative"
    severity = "info"
    bad = (
        "Power stations are the [[largest source of emissions in the country]]. Most of them are old.",
        "The harbour closed in May. Tarn is [[the only port in the region]] with a crane.",
        "The law was passed in June. It is the [[strictest in Europe]].",
    )
    good = (
        "Power stations are the largest source of emissions in the country, according to the grid agency.",
        "“It is the oldest bridge in the world,” said Marta Lind.",
        "The world's largest carmaker closed a plant on Monday.",
        "Tarn is one of the oldest towns in Denmark.",
        "The only way to stop the ferry is to sink it.",
        "It was the best part of the day.",
        "The mayor's biggest problem is the bridge.",
        "Marta Lind of the port says trade is falling. It is the largest port in the Baltic.",
        "The striker scored twice before half-time. He is the fastest striker in Denmark. The match ended 2-1.",
    )

    what = "says who, and by what measure?"
    confidence = 0.6
