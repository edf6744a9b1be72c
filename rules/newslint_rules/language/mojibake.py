"""Characters that were read in the wrong encoding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Edit, Finding, Fix, Rule


def _misread(byte: int) -> str:
    """A byte as Windows-1252 has it; the five that it leaves undefined are control characters, as in Latin-1."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)} | {_misread(byte): byte for byte in range(0x80, 0x100)}
_CONTINUATION = re.escape("".join(character for character, byte in _BYTES.items() if byte < 0xC0))

# In UTF-8 a lead byte and one to three continuation bytes make a character.
_SEQUENCES = re.compile(f"(?:[\u00c2-\u00f4][{_CONTINUATION}]{{1,3}}+)++")
_CONTROLS = re.compile("[\x80-\x9f]")
_LOST = re.compile("\ufffd+")

# What may stand behind a real letter: JOSÉ’s “CAFÉ”, ROSÉ™, 5 Å², Czech PŘÍŠTÍ. Only Â and Ã hardly ever end a word.
_PUNCTUATION = frozenset("‘’“”‚„‹›«»–—…•")
_ALSO_AFTER_A_LETTER = _PUNCTUATION | frozenset("™®©²³·°ªºƒŠŒŽšœžŸ\u00a0\u00ad")


@dataclass(frozen=True)
class Mojibake(Rule):
    """Characters that were lost or garbled because the text was read in the wrong encoding.

    Reports UTF-8 that was read as Windows-1252 or Latin-1 (“â€™” for an apostrophe), replacement characters and bytes
    that are not valid in the encoding of the file. The fix puts the garbled character back; what is lost stays lost.

    Why: readers stumble over it, and searches do not find the words it stands in.
    Instead: open the source again in its real encoding, which today is nearly always UTF-8.
    """

    id = "language.mojibake"
    severity = "error"
    bad = (
        "The minister said he wouldn[[â€™]]t resign.",
        "[[â€œ]]We are ready,[[â€]] she said.",
        "The caf[[Ã©]] reopened and takes 20[[Â£]] a head.",
        "The match was played in [[Å]]".replace("Å", "Å\x81Ã³") + "d[[Åº]].",
        "The [[ðŸ˜€]] said it all.",
        "[[Ð¿Ñ€Ð¸Ð²ÐµÑ‚]]",
        "The mayor said the hall would [[\ufffd\ufffd]] close.",
    )
    good = (
        "The minister said he wouldn’t resign.",
        "A SITUAÇÃO EM SÃO PAULO NÃO MUDOU: “AMANHÔ É O PRAZO, DISSE O PREFEITO.",
        "Când România a câștigat, în august, lângă râu, erau șapte mii de oameni.",
        "L’âge de la forêt, « là-bas », a-t-il précisé à l’hôpital d’Évry.",
        "Ông nói rằng họ đã “rất mệt” và cần nghỉ.",
        "She ordered a “CAFÉ” — JOSÉ’s best — and a bottle of ROSÉ™.",
        "PŘÍŠTÍ ZÁPAS: VÁŽÍŠ SI SOUPEŘE?",
        "The cell measures 5 Å² and warms by 2 °C.",
        "“Ça va à l’école”, dit-il… Où ? À «Ô».",
        "Die Straße heißt „Große Süß“.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        undecodable = set(document.undecodable)
        for span in undecodable:
            yield self.finding(span, "bytes that are not valid in the encoding of this file")
        if document.text.isascii():
            return
        for match in _LOST.finditer(document.text) if "\ufffd" in document.text else ():
            span = document.locate(*match.span())
            if span not in undecodable:  # readers may put U+FFFD in the place of those
                yield self.finding(span, "a character was lost when this text was read (U+FFFD)")
        if document.text.encode("latin-1", "ignore").isascii():  # no lead bytes: a fifth of the time of the search
            return
        for match in _SEQUENCES.finditer(document.text):
            if not _is_certain(match):
                continue
            span = document.locate(*match.span())
            meant = _repair(match.group())
            if meant is None:
                yield self.finding(span, "a quotation mark or dash was read in the wrong encoding here")
            else:
                yield self.finding(
                    span,
                    f"{_shown(meant)} was read in the wrong encoding here",
                    evidence=[(span, "these are its UTF-8 bytes, read as Windows-1252")],
                    fix=Fix(f"put {_shown(meant)} back", (Edit(span, meant),)),
                )


def _is_certain(match: re.Match[str]) -> bool:
    """Whether this can be nothing but misread UTF-8, rather than a letter and what follows it."""
    garbled, text = match.group(), match.string
    meant = _decode(garbled)
    if meant is None:
        return garbled.startswith(("â€", "Ã¢€"))  # the third byte of a quotation mark is often dropped
    if _CONTROLS.search(garbled):
        return True
    lead, rest = garbled[0], {character for character in garbled if _BYTES[character] < 0xC0}
    in_lower_case = lead.isupper() and text[match.start() - 1 : match.start()].islower()
    if meant == "à":  # its second byte is a no-break space
        return in_lower_case
    if lead in "ÂÃ":
        return not rest <= _PUNCTUATION
    if in_lower_case:
        return True
    if len(meant) > 1:  # Czech VÁŽÍŠ is a word
        return not all(map(str.isalpha, rest))
    return not rest <= _ALSO_AFTER_A_LETTER and (lead in "âðï" or text[match.end() : match.end() + 1].islower())


def _decode(garbled: str) -> str | None:
    try:
        return bytes(_BYTES[character] for character in garbled).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


def _repair(garbled: str) -> str | None:
    """The text that was meant, also where it was misread twice or thrice; None if bytes are missing."""
    meant = _decode(garbled)
    again = meant
    while again is not None and not again.isascii():
        meant, again = again, _decode(again)
    return meant


def _shown(text: str) -> str:
    """Characters for a message, by number where they would not be seen."""
    if text.isprintable() and not text.isspace():
        return f"“{text}”"
    return " ".join(f"U+{ord(character):04X}" for character in text)
