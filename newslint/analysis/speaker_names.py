"""What the words of a source tell about it: its proper name, its office, its kind."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.analysis import attribution_words as words
from newslint.analysis import speaker_words as nouns
from newslint.model import AttributionKind, Span, SpeakerKind

_LONGEST_NAME = 60  # characters that are shown
_CUT = re.compile(r"\s*(?:[,(;:–—]|\s(?:who|which|that)\s).*", re.DOTALL)
_POSSESSIVE = re.compile(r"['’]s?$")
_MARKS = ".,“”\"'’‘"
_FULL_NAME = r"[A-Z][\w’'-]+ (?:[A-Z]\.? |(?:de|van|von|al|bin) )*[A-Z][\w’'-]+"
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]+(?: (?:[A-Z]\.|de|van|von|al|bin|[A-Z][\w’'-]*))+")
_MOST_PARTS = 4  # of a person's name
_INSIDE_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][\w-]*(?:[’'][A-Z][\w-]*)?")
_PARTICLES = frozenset({"de", "van", "von", "al", "bin"})
_NO_SUBJECTS = words.SUBJECT_OPENERS | words.DETERMINERS | words.CLAUSE_WORDS | words.OPENERS
_NO_NAMES = _NO_SUBJECTS | words.TIMES | nouns.TITLES | nouns.BODIES | nouns.GROUPS
_NO_PROPER_NAMES = nouns.GROUPS | nouns.BODIES | words.DOCUMENTS
_STAND_FOR_NAMES = nouns.MALE | nouns.FEMALE | nouns.ITS | nouns.RELATIVE
_NO_SPEAKERS = nouns.WRITER | words.PRONOUNS
_INSERTED_NAME = re.compile(rf"[^,]+, ({_FULL_NAME})(?:,|$)")


class Mention(NamedTuple):
    """How a source is named in one place.

    shown: its words without insertions. kind: "unclear" for a pronoun, which is the noun then. name: the parts of its
    proper name, in lower case. noun: what it is, in lower case ("mayor", "agency"), or "". title: "mr" and so on, or
    "". is_definite: whether "the" says that it was named before.
    """

    shown: str
    kind: SpeakerKind
    name: tuple[str, ...] = ()
    noun: str = ""
    title: str = ""
    is_definite: bool = False


NOBODY = Mention("", "nobody")


def read(text: str, span: Span, kind: AttributionKind, proper: frozenset[str]) -> Mention | None:
    """What a source says of itself; None for the writer, and for words that name nobody who could speak.

    kind: that of the attribution. proper: `proper_words` of the text.
    """
    whole = " ".join(text[span.start : span.end].split())
    shown = _POSSESSIVE.sub("", _CUT.sub("", whole).strip(_MARKS + " ")) or whole
    parts = shown.split()
    if len(parts) > 1 and parts[0][0].isupper() and parts[0].endswith(("'s", "’s")) and parts[1][0].isupper():
        parts = parts[1:]  # "Norway's Haven Shipping"
        shown = " ".join(parts)
    low = [_plain(part) for part in parts]
    if len(low) > 1 and low[-1] in words.SPEECH and low[-1].endswith("ed"):  # "the figures suggested"
        parts, low = parts[:-1], low[:-1]
        shown = " ".join(parts)
    if len(low) == 1 and low[0] in _STAND_FOR_NAMES:
        return Mention(shown, "unclear", noun=low[0])
    if (low[0] in _NO_SPEAKERS and (low[0] != "one" or len(low) == 1)) or not low[-1]:
        return None
    inserted = _INSERTED_NAME.match(whole)
    if inserted and nouns.is_office(low[-1]) and not parts[-1][0].isupper():
        return _person(inserted[1].split(), low[-1])  # "its chair, Ana Reis"
    head = _head(low)
    noun = low[head - 1]
    if kind != "anonymous" and (head == len(low) or not nouns.is_office(noun)) and (person := _titled(parts, low)):
        return person
    name = _name(parts[:head], low[:head], proper if _opens_sentence(text, span.start) else None)
    is_definite = low[0] == "the"
    if kind == "anonymous":
        return Mention(_shortened(shown), "anonymous", noun=" ".join(low))
    if kind == "document" or noun in words.DOCUMENTS:
        document = next((word for word in reversed(low[:head]) if word in words.DOCUMENTS), noun)
        return Mention(_shortened(shown), "document", name, document, is_definite=is_definite)
    if name:
        return _named(parts[:head], low[:head], name, _shortened(shown))
    if nouns.is_group(noun):
        return Mention(_shortened(shown), "anonymous", noun=" ".join(low))
    if noun in nouns.BODIES:
        return Mention(_shortened(shown), "body", noun=noun, is_definite=is_definite)
    if nouns.is_office(noun):
        is_nameless = low[0] in ("a", "an", "one", "another") and not noun.startswith(nouns.SPEAKS_FOR)
        return Mention(_shortened(shown), "anonymous" if is_nameless else "person", noun=noun, is_definite=is_definite)
    return Mention(_shortened(shown), "document", noun=noun, is_definite=is_definite)


def as_person(mention: Mention) -> Mention:
    """A source that is in no list, but speaks: by its only name ("Bono"), or without one ("the vicar")."""
    if mention.shown.isalpha() and mention.shown[0].isupper() and not mention.shown.endswith("s"):
        return mention._replace(kind="person", name=(mention.shown.lower(),), noun="")
    return mention._replace(kind="anonymous")


def is_listed(mention: Mention) -> bool:
    """Whether it is known that such a source can speak: it has a name, or its noun stands in a list."""
    noun = mention.noun.split(" ")[-1]
    return bool(mention.name) or mention.kind != "document" or noun in words.DOCUMENTS


def _named(parts: Sequence[str], low: Sequence[str], name: tuple[str, ...], shown: str) -> Mention:
    """The mention of a person or body with a proper name."""
    is_definite = low[0] == "the"
    if not parts[-1][0].isupper():
        if nouns.is_office(low[-1]):
            return Mention(shown, "person", noun=" ".join(low), is_definite=is_definite)
        if nouns.is_group(low[-1]):
            return Mention(shown, "anonymous", name, " ".join(low))
        return Mention(shown, "body", name, low[-1], is_definite=is_definite)
    if len(name) == 1 or is_definite or not nouns.BODIES.isdisjoint(low) or name[-1].endswith("crats"):
        return Mention(shown, "body", name, low[-1] if low[-1] in nouns.BODIES else "")
    return _person(parts, "")


def _titled(parts: Sequence[str], low: Sequence[str]) -> Mention | None:
    """A person whose name follows a title or an office: "Mr Holm", "the port office chairman Jens Holm"."""
    places = [at for at, part in enumerate(parts[:-1]) if low[at] in nouns.TITLES or nouns.is_office(part)]
    at = places[-1] if places else None
    if at is None or not all(part[:1].isupper() or part in _PARTICLES for part in parts[at + 1 :]):
        return None
    title, office = (low[at], "") if low[at] in nouns.TITLES else ("", low[at])
    return _person(parts[at + 1 :], office, title)


def _person(parts: Sequence[str], office: str, title: str = "") -> Mention:
    """A person by name; words without a capital before it do not belong to it."""
    first = next((at for at, part in enumerate(parts) if part[:1].isupper()), 0)
    parts = parts[first:]
    name = tuple(word for word in map(_plain, parts) if word not in nouns.SUFFIXES and len(word) > 1)
    return Mention(_shortened(" ".join(parts)), "person", name, office, title)


def _name(parts: Sequence[str], low: Sequence[str], proper: frozenset[str] | None) -> tuple[str, ...]:
    """The parts of the proper name in a mention, in lower case.

    proper: given if it opens a sentence, where a capital alone says nothing.
    """
    return tuple(
        word
        for at, (part, word) in enumerate(zip(parts, low, strict=True))
        if part[:1].isupper()
        and word not in nouns.TITLES
        and word not in _NO_SUBJECTS
        and (at or proper is None or _is_proper(part, word, parts[1:2], proper))
    )


def _is_proper(part: str, word: str, following: Sequence[str], proper: frozenset[str]) -> bool:
    """Whether a word with which a sentence opens has its capital elsewhere too."""
    if (following and following[0][:1].isupper()) or (part.isupper() and len(part) > 1):
        return True
    return part in proper and word not in _NO_PROPER_NAMES


def proper_words(text: str) -> frozenset[str]:
    """The words that have a capital inside a sentence somewhere."""
    return frozenset(_INSIDE_SENTENCE.findall(text))


def full_names(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where each name of a person begins that stands in a stretch in full, and the name, without titles and offices."""
    for match in _CAPITALS.finditer(text, start, end):
        parts = _POSSESSIVE.sub("", match.group()).split()
        first = 1 + max((at for at, part in enumerate(parts) if is_no_name(part)), default=-1)
        if 2 <= len(parts) - first <= _MOST_PARTS:
            full = " ".join(parts[first:])
            yield match.start() + match.group().rfind(full), full


def surname(full: str) -> str:
    """The last part of a person's name."""
    return next((part for part in reversed(full.split()) if part.strip(".").lower() not in nouns.SUFFIXES), full)


def is_no_name(word: str) -> bool:
    """Whether a word with a capital is none of a person's names."""
    low = word.lower().strip(".")
    return low in _NO_NAMES or low.endswith(("'s", "’s")) or nouns.is_office(word)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" “\"‘'")
    return not before or before[-1] in '.!?\n:”"' or "\n" in text[max(0, start - 2) : start]


def _head(low: Sequence[str]) -> int:
    """The number of words in front of the first preposition of a noun phrase."""
    return next((at for at, word in enumerate(low) if at and word in words.PREPOSITIONS_OF_PLACE), len(low))


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word.strip(_MARKS)).lower()


def _shortened(shown: str) -> str:
    return shown if len(shown) <= _LONGEST_NAME else shown[: _LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"
