"""Where in a line a phrase must stand for the line to be a service line."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Hit(NamedTuple):
    """A phrase in a line. start, end: in the line. kind: what such a line is. place: where the phrase must stand."""

    start: int
    end: int
    kind: str
    place: str


class Evidence(NamedTuple):
    """What shows a line to be a service line.

    stands_alone: it need not stand next to another. is_whole_line: a phrase is all there is.
    """

    kind: str
    note: str
    confidence: float
    stands_alone: bool = True
    is_whole_line: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    holds: Callable[[str, Hit], bool]
    longest: int
    confidence: float
    verb: str


_LETTER = re.compile(r"[^\W\d_]")
_LINKING = re.compile(
    r"(?:\b(?:of|on|at|by|via|and|in|to|or|for|with|this|the|our|ago|pm|am|min|us|it|more)\b|[^\w\t$€£%]|[\d_])*",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:[/,(:|©–—.!?…»”\"'’\])]\s*|\b(?:via|credit|courtesy of|photo|image|source)\s+)\Z", re.IGNORECASE
)
_QUOTE_MARKS = '"“„«'
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\Z")
_REPORTED = re.compile(
    r"\b(?:said|says|told|asked|urged|added|wrote|according to|he|she|they|his|her)\b", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:said|says|told|added)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"@|\d{3}")
LONGEST = 600  # characters, as all of these: in a longer line no phrase counts
_LONGEST_ALONE = 100
_LONGEST_TAIL = 70
_LONGEST_BREAK = 16
_LONGEST_PAIR = 220
_LONGEST_EDGE = 12  # what may stand before a phrase that begins its line, or after one that ends it


def _begins(line: str, hit: Hit) -> bool:
    before = line[: hit.start]
    return (
        len(before) < _LONGEST_EDGE and not _LETTER.search(before) and not any(mark in before for mark in _QUOTE_MARKS)
    )


def _starts(line: str, hit: Hit) -> bool:
    # A label may announce a headline, which can quote; anything else that reports speech is a sentence of the story.
    return _begins(line, hit) and (line[hit.end - 1] in ":|" or not _is_reported(line))


def _labels(line: str, hit: Hit) -> bool:
    return _starts(line, hit) and not _SENTENCE_END.search(line)


def _ends(line: str, hit: Hit) -> bool:
    after = line[hit.end :]
    if len(after) >= _LONGEST_EDGE or _LETTER.search(after) or _SENTENCE_END.search(line.rstrip(")] ")):
        return False
    return _BREAK.search(line, max(0, hit.start - _LONGEST_BREAK), hit.start) is not None


def _is_near_end(line: str, hit: Hit) -> bool:
    is_label = not line[hit.start].islower()
    return is_label and len(line) - hit.start <= _LONGEST_TAIL and not _is_reported(line[hit.start :])


def _is_reported(line: str) -> bool:
    return _REPORTED.search(line) is not None


def _is_no_report(line: str, _: Hit) -> bool:
    return not _SAID.search(line)


def _has_address(line: str, hit: Hit) -> bool:
    return _ADDRESS.search(line, hit.end) is not None


_PLACES = {
    "start": _Place(_starts, 220, 0.9, "begins with"),
    "label": _Place(_labels, 160, 0.85, "begins with"),
    "end": _Place(_ends, 300, 0.8, "ends with"),
    "tail": _Place(_is_near_end, LONGEST, 0.85, "ends with"),
    "anywhere": _Place(_is_no_report, LONGEST, 0.9, "has"),
    "address": _Place(_has_address, 400, 0.85, "has"),
}


def evidence(line: str, hits: Sequence[Hit]) -> Evidence | None:
    """What the phrases in a line show; None if none stands where it must. hits: in the order of the line."""
    return _alone(line, hits) or _placed(line, hits) or _pair(line, hits)


def _alone(line: str, hits: Sequence[Hit]) -> Evidence | None:
    if len(line) > _LONGEST_ALONE:
        return None
    alone = [hit for hit in hits if hit.place in ("line", "beside")]
    position = 0
    for hit in alone:
        if hit.end > position:
            if not _LINKING.fullmatch(line, position, max(position, hit.start)):
                return None
            position = hit.end
    if not alone or not _LINKING.fullmatch(line, position):
        return None
    strong = next((hit for hit in alone if hit.place == "line"), None)
    if strong:
        return Evidence(strong.kind, f"“{_words(line, strong)}” stands alone", 0.95, is_whole_line=True)
    return Evidence(alone[0].kind, f"“{_words(line, alone[0])}” stands next to another such line", 0.75, False)


def _placed(line: str, hits: Sequence[Hit]) -> Evidence | None:
    for hit in hits:
        place = _PLACES.get(hit.place)
        if place and len(line) <= place.longest and place.holds(line, hit):
            return Evidence(hit.kind, f"{place.verb} “{_words(line, hit)}”", place.confidence)
    return None


def _pair(line: str, hits: Sequence[Hit]) -> Evidence | None:
    if len(line) > _LONGEST_PAIR:
        return None
    opener = next((hit for hit in hits if hit.place == "opener"), None)
    if not opener or not _starts(line, opener):
        return None
    companion = next((hit for hit in hits if hit.place == "companion" and hit.kind == opener.kind), None)
    if not companion:
        return None
    note = f"begins with “{_words(line, opener)}” and has “{_words(line, companion)}”"
    return Evidence(opener.kind, note, 0.8)


def _words(line: str, hit: Hit) -> str:
    return line[hit.start : hit.end]
