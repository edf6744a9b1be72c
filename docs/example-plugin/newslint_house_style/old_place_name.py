"""Names of places that our readers know under another name today."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Edit, Example, Finding, Fix, Rule

TODAY = {"bombay": "Mumbai", "kiev": "Kyiv", "peking": "Beijing", "turkey": "Türkiye"}


@dataclass(frozen=True)
class OldPlaceName(Rule):
    """A place called by a name that has gone out of use.

    Names in quotations are left alone: what people said stays as they said it.

    Why: two names for one place make readers think of two places.
    Instead: use the name of today; keep the old one in the names of dishes, treaties and battles.

    Options:
        keep: old names that may be used, in lower case.
    """

    id = "house.old-place-name"
    bad = (
        "The minister flew to [[Peking]] on Tuesday.",
        Example("Fans left [[Bombay]] and [[Kiev]] by train.", options={"keep": ("peking",)}),
    )
    good = (
        "The minister flew to Beijing on Tuesday.",
        "“I was born in Bombay,” she said.",
        "The Pekingese won best in show.",
        Example("The exhibition, Peking in Prints, opens today.", options={"keep": ("peking",)}),
    )

    keep: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for hit in document.phrases(self.id):  # the phrases of old_place_name.toml, found in one pass
            in_quotation = any(q.span.start < hit.span.start < q.span.end for q in document.quotations)
            if hit.phrase in self.keep or in_quotation:
                continue
            name = TODAY[hit.phrase]
            fix = Fix(f"write {name}", (Edit(hit.span, name),))
            yield self.finding(hit.span, f"the place is called {name} today", fix=fix)
