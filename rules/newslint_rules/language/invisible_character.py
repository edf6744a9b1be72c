"""Characters that nobody can see."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Edit, Finding, Fix, Rule

_WIDTH = "\u034f\u180e\u200b-\u200d\u2060-\u2064"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_INVISIBLE = re.compile(
    f"(?P<width>[{_WIDTH}]+)"
    "|(?P<mark>(?!\\A)\ufeff+)"  # at the very beginning it belongs to the encoding
    f"|(?P<direction>[{_DIRECTION}]+)"
    f"|(?P<control>[{_CONTROL}]+|(?<![\u00c2-\u00f4\x80-\x9f€])[\x80-\x9f]+)"  # behind those it is misread UTF-8
)
_ANY = re.compile(f"[{_WIDTH}\ufeff{_DIRECTION}{_CONTROL}\x80-\x9f\u00ad]")  # ten times as fast to look for
_SOFT_HYPHEN = re.compile("\u00ad+")

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OVERRIDES = frozenset("\u202d\u202e")
_DELETABLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_WITHOUT_JOINERS = ("LATIN", "GREEK", "CYRILLIC", "COMBINING")
_NEAR = 200


@dataclass(frozen=True)
class InvisibleCharacter(Rule):
    """A character that cannot be seen: of zero width, a control character, or one that turns the direction of writing.

    Left alone where they belong: joiners inside emoji and in scripts that need them, zero-width spaces in scripts
    without spaces, direction marks in lines with Hebrew or Arabic. No-break spaces are spaces. Soft hyphens are
    reported once, at the first, as information.

    Why: they come along when text is copied. Searches and links break on them, screen readers stumble, words
    split at the wrong place, and direction overrides can make a line read otherwise than it is stored.
    Instead: delete them. The fix is safe where nothing but the character goes.
    """

    id = "language.invisible-character"
    bad = (
        "The minister[[\u200b]] resigned.",
        "The mi[[\u200d]]nister resigned[[\u200b\u200b]].",
        "The first part.[[\ufeff]] The second part.",
        "The council voted[[\u202e]] 5-2[[\u202c]] on Monday.",
        "The council voted 5-2.[[\u200e]]",
        "The report[[\x0c]]was late.",
        "The mayor[[\x92]]s office is closed.",
        "The dis[[\u00ad]]trict coun\u00adcil met.",
    )
    good = (
        "The minister resigned.",
        "\ufeffThe minister resigned.",
        "Tickets cost 12\u00a0€, or 10\u202f000 in all.",
        "She signed it with 👩\u200d🚀 and ❤\ufe0f\u200d🔥.",
        "او می\u200cخواهد برود.",
        "क्\u200dष और न्\u200dय",
        "ภาษา\u200bไทย",
        "הוא אמר\u200f (BBC)\u200e אתמול.",
        "The sign says \u2067שלום\u2069 in blue.",
        "One column\tand another\r\nand the next line.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not _ANY.search(document.text):
            return
        for match in _INVISIBLE.finditer(document.text):
            if _belongs(match):
                continue
            span = document.locate(*match.span())
            fix = Fix("delete it", (Edit(span, ""),), safe=True) if _DELETABLE.issuperset(match.group()) else None
            yield self.finding(span, f"nobody sees this: {_names(match.group())}", fix=fix)
        hyphens = [document.locate(*match.span()) for match in _SOFT_HYPHEN.finditer(document.text)]
        if hyphens:
            yield self.finding(
                hyphens[0],
                "soft hyphens break searches for the words they stand in",
                severity="info",
                evidence=[(span, "soft hyphen") for span in hyphens[1:]],
                fix=Fix("delete all soft hyphens", tuple(Edit(span, "") for span in hyphens)),
            )


def _belongs(match: re.Match[str]) -> bool:
    """Whether the writing around it needs this character."""
    text, start, end = match.string, match.start(), match.end()
    if match.lastgroup == "width":
        return _needs_joiners(text[start - 1 : start]) or _needs_joiners(text[end : end + 1])
    if match.lastgroup == "direction":
        near = text[max(0, start - _NEAR) : end + _NEAR]
        return _OVERRIDES.isdisjoint(match.group()) and _RIGHT_TO_LEFT.search(near) is not None
    return False


def _needs_joiners(neighbour: str) -> bool:
    """Whether a character is an emoji or of a script that has joiners or writes without spaces."""
    if neighbour.isascii() or unicodedata.category(neighbour)[0] not in "LMS":
        return False
    return not unicodedata.name(neighbour, "").startswith(_WITHOUT_JOINERS)


def _names(characters: str) -> str:
    return ", ".join(
        f"{unicodedata.name(character, 'control character').lower()} (U+{ord(character):04X})"
        for character in dict.fromkeys(characters)
    )
