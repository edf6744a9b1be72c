"""Paragraphs in another language than the rest of the article."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Rule

# Languages that short texts do not tell apart.
_LOOKALIKES = (
    {"da", "nb", "nn", "no"},
    {"bs", "hr", "sh", "sl", "sr"},
    {"bg", "mk"},
    {"cs", "sk"},
    {"af", "nl"},
    {"id", "ms"},
    {"hi", "mr", "ne"},
)

_FRENCH = (
    "Le conseil municipal fermera la vieille piscine dans deux ans, car les travaux ont coûté plus cher que prévu. "
    "L'argent servira aux écoles du quartier, a déclaré le maire."
)
_ENGLISH = (
    "The council will close the old swimming hall in two years, because the repairs cost more than it had planned. "
    "The money is needed for the schools of the district, the mayor said."
)
_FRENCH_TITLES = (
    "In “À la recherche du temps perdu” and “Les Misérables” the hero is a reader, the critic said, and so it was with "
    "“Le Rouge et le Noir”, which the old teacher had given to him."
)
_NAMES = (
    "Marta Lindqvist, Jean-Luc Moreau, Giulia Ferrante, Dieter Hoffmann, Paulo Teixeira, Ana Kovačić, Lars Østergaard, "
    "Inés Valverde, Hans Grüber, Claire Dubois, Marek Nowak"
)
_ADDRESSES = (
    "Stadtwerke Neuwied, Hafenstraße 12, 56564 Neuwied; Bäckerei Vogt, Marktplatz 3, 56564 Neuwied; Café Linde, Am "
    "Alten Zollhaus 7, 56567 Neuwied; Hotel Krone, Rheinufer 1, 56564 Neuwied"
)
_HEAVIEST = 3  # letters that an ideograph stands for


@dataclass(frozen=True)
class ForeignParagraph(Rule):
    """A paragraph in another language than the article.

    Reports whole paragraphs, list items, block quotes and captions that are long enough to judge. Names, titles and
    short quotations in another language inside a paragraph are left alone, and so are lists of names, addresses,
    tables and code.

    Why: such a paragraph is most often a leftover: a source not yet translated, a boilerplate of the agency, another
    article's text. Readers cannot read it, and tools that count sentences and words go wrong on it.
    Instead: translate it; if it is quoted on purpose, give the translation beside it.

    Options:
        minimum_letters: shorter paragraphs are not judged; an ideograph counts as three letters.
        minimum_probability: how sure the detection must be, above 0 and up to 1.
    """

    id = "language.foreign-paragraph"
    bad = (
        f"{_ENGLISH}\n\n[[{_FRENCH}]]\n\n{_ENGLISH}",
        f"{_ENGLISH}\n\n[[市议会将在两年后关闭旧游泳馆，因为维修费用超出预期。市长说学校需要这笔钱，居民表示失望。]]\n\n{_ENGLISH}",
        Example(f"{_FRENCH}\n\n[[{_ENGLISH}]]\n\n{_FRENCH}", language="fr"),
    )
    good = (
        f"{_ENGLISH}\n\n{_ENGLISH}",
        f"{_ENGLISH}\n\n« C'est fini, on ferme la piscine », a déclaré le maire.\n\n{_ENGLISH}",
        f"{_ENGLISH}\n\n{_FRENCH_TITLES}",
        f"{_ENGLISH}\n\n{_NAMES}",
        f"{_ENGLISH}\n\n{_ADDRESSES}",
        Example(f"{_ENGLISH}\n\n{_FRENCH}", options={"minimum_letters": 1000}),
        Example(f"{_FRENCH}\n\n{_FRENCH}", language="fr"),
    )

    minimum_letters: int = 100
    minimum_probability: float = 0.9

    def __post_init__(self) -> None:
        if self.minimum_letters < 1:
            raise ValueError("minimum_letters must be 1 or more")
        if not 0 < self.minimum_probability <= 1:
            raise ValueError("minimum_probability must be above 0 and at most 1")

    def check(self, document: Document) -> Iterator[Finding]:
        expected = document.language.partition("-")[0] if document.language else None
        if expected is None:
            return
        for block in document.blocks_of("paragraph", "list_item", "blockquote", "caption"):
            text = document.text_of(block.span)
            if len(text) * (1 if text.isascii() else _HEAVIEST) < self.minimum_letters:
                continue
            found = document.detect_language(block)
            if found is None or found[1] < self.minimum_probability or _alike(found[0], expected):
                continue
            letters = sum(map(_weight, text))
            if letters < self.minimum_letters:
                continue
            language, probability = found
            yield self.finding(
                block.span,
                f"this paragraph is in another language (“{language}”) than the article (“{expected}”)",
                confidence=probability,
                evidence=[
                    (block.span, f"{letters} letters judged: “{language}”, probability {probability:.2f}"),
                    (None, f"language of the article: “{expected}”"),
                ],
            )


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _LOOKALIKES)


def _weight(character: str) -> int:
    """How many letters of an alphabet a character stands for."""
    if not character.isalpha():
        return 0
    return _HEAVIEST if unicodedata.east_asian_width(character) in ("W", "F") else 1
