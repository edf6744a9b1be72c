"""Figures that nobody vouches for."""

import re
from dataclasses import dataclass

from newslint import Document
from newslint_rules.claims._claims import Claim, UnsupportedClaim, is_event
from newslint_rules.claims._support import support_of

# What is so, and not what happened once: "is", "live".
_GENERAL = re.compile(
    r"\b(?:is|are|has|have|remains?|lives?|dies?|uses?|works?|makes?|takes?|owns?|suffers?|earns?|accounts?|spends?|costs?"
    r"|kills?|affects?|produces?|employs?|lacks?|needs?|faces?|holds?|controls?|imports?|exports?|stands?)\b"
)
# What happened, might happen or is the writer's own; companies and markets report figures of their own.
_TOLD = re.compile(
    r"""\b(?:
        was | were | had | did | will | would | could | might | may | should | if | he | she | his | her | we | our
      | you | your | owns? | stake | shares? | stocks? | profits? | revenues? | forecast\w* | fees? | tax\ rate | law
      | attending | estimated\ to | research | miles | [12]\d\d\d
    )\b | [$£€]""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class UnattributedStatistic(UnsupportedClaim):
    """A figure about the world, and no source for it.

    Reports sentences in the present tense with a share or a large number of people or things, where neither the
    sentence nor its paragraph names a speaker, nor the article a report, a poll or a list that it could come from. The
    figures of an event ("on Monday"), of the past, of sport, elections, markets, company results, products and recipes
    are left alone. It is a hint. English only.

    Why: a figure without a source cannot be checked, and the reader cannot tell how old it is.
    Instead: name who counted, and when.
    """

    id = "claims.unattributed-statistic"
    severity = "info"
    opt_in = True
    bad = (
        "The town lies on the coast. [[40 per cent]] of its homes stand empty in winter.",
        "The talks go on. [[More than 65 million]] people have fled their homes.",
        "The ferry is slow. [[Two-thirds of]] commuters take the train.",
    )
    good = (
        "The council says 40 per cent of the homes stand empty.",
        "A report by the housing board came out in May. It is long. Some 40 per cent of homes stand empty.",
        "The fire burned 40 per cent of the hall on Monday.",
        "“Two-thirds of commuters take the train,” Marta Lind said.",
        "He was 40 when the train began to run.",
        "The shares rose 4 per cent. Profit fell 3 per cent in the quarter. Revenue was up 2 per cent.",
    )

    what = "who counted, and when?"
    confidence = 0.5

    def is_reported(self, document: Document, claim: Claim) -> bool:
        text = claim.sentence.text
        return (
            text.rstrip().endswith(".")
            and _GENERAL.search(text) is not None
            and not _TOLD.search(text)
            and not is_event(text)
            and not support_of(document).figures_have_report(claim.sentence)
            and super().is_reported(document, claim)
        )
