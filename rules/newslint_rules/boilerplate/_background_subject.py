"""What background is about: the name that a paragraph introduces, and where another subject begins."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from newslint_rules.boilerplate._background_words import OPENERS

_NAME_WORD = r"[A-ZÀ-Þ][\w'’&-]*+"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,8}}+")
_INTRODUCTION = re.compile(
    rf"""
    (?: [A-Z][a-z]{{2,}}+ \ [^,.]{{1,80}}, \  )?          # Established in 1949,
    (?: [Tt]he \  )?+
    (?! (?:It|He|She|They|This|That|These|Those|There|Here|What|Who|We|You|I|In|On|At) \b )
    (?P<name> {_NAME_WORD} (?: \  (?: (?:of|the|and|for|de|in) \  ){{0,2}}+ {_NAME_WORD} ){{0,8}}+ )
    (?: \ ? \( [^()]{{0,150}} \) )?+
    (?: , \  [^,.]{{1,80}}, )?+
    \  (?:is|was|are|were) \  (?: [a-z]++ly \  )?+ (?:an?|the|one|among)\b
    """,
    re.VERBOSE,
)

_CONTINUATION = re.compile(
    r"""(?:It|Its|They|Their|He|His|She|Her|(?:The|This)\ (?:agency|airport|alliance|area|bank|book|capital|church|city|
    climate|club|company|conflict|country|court|currency|disease|district|economy|festival|film|firm|government|group|
    headquarters|institution|island|kingdom|language|law|league|movement|museum|nation|novel|organi[sz]ation|park|party|
    plant|population|process|province|region|republic|river|school|series|species|sport|state|team|term|territory|
    tournament|town|treaty|university|village|war))\b""",
    re.VERBOSE,
)


def introduction(text: str) -> re.Match[str] | None:
    """The opening of a line that says what something is ("Established in 1949, NATO is a"), with the group "name"."""
    return _INTRODUCTION.match(text)


def continues(text: str) -> bool:
    """Whether a line takes its subject from the one before: "Its capital is", "The country has"."""
    return _CONTINUATION.match(text) is not None


def subject(sentences: Sequence[str]) -> str | None:
    """The name of what the sentences describe: the one that the first introduces, or that several begin with."""
    if sentences and (opening := introduction(sentences[0])):
        return opening["name"]
    openings = Counter(_opening_names(sentences))
    name, count = max(openings.items(), key=itemgetter(1), default=("", 0))
    return name if count > 1 else None


def runs(lines: Sequence[str], confidences: Sequence[float], least: float) -> Iterator[range]:
    """Runs of neighbouring lines of some confidence that describe the same thing.

    least: the confidence that a line needs; half of it will do for one that takes its subject from the run it follows.
    A line that introduces a name not met before in its run starts a new one.
    """
    start, met = 0, set[str]()
    for number, (text, confidence) in enumerate(zip(lines, confidences, strict=True)):
        carries_on = start < number and confidence >= least / 2 and _carries_on(text, met)
        if confidence >= least or carries_on:
            opening = introduction(text)
            if start < number and opening and met.isdisjoint(opening["name"].split()):
                yield range(start, number)
                start, met = number, set()
            met |= _name_words(text)
        else:
            if start < number:
                yield range(start, number)
            start, met = number + 1, set()
    if start < len(lines):
        yield range(start, len(lines))


def _carries_on(text: str, met: set[str]) -> bool:
    opening = _NAME.match(text)
    return continues(text) or (opening is not None and not met.isdisjoint(_name_words(opening.group())))


def _name_words(text: str) -> set[str]:
    return {word.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text) for word in name.split()}


def _opening_names(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        opening = _NAME.match(sentence)
        if opening and opening.group().lower() not in OPENERS:
            yield opening.group().removesuffix("'s").removesuffix("’s")
