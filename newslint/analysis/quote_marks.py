"""Where the quotation marks of a text stand, and what stands around them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newslint.analysis.quote_conventions import GLYPHS
from newslint.model import Outline, Span

# Classes of neighbours. White space and the edge of a block are one class: both part words.
SPACE, OPENER, CLOSER, DASH, WORD, IDEOGRAPH, OTHER = " ", "(", ")", "-", "w", "k", "x"

_CLASSES = {
    " ": SPACE,
    **dict.fromkeys("([{¿¡<", OPENER),
    **dict.fromkeys(".,;:!?)]}…%", CLOSER),
    **dict.fromkeys("-‐‑–—/", DASH),
    **dict.fromkeys("。，、；：！？（）《》〈〉【】・　", IDEOGRAPH),
}

# Two single marks typed for a double one, and the mark they stand for.
TWINS = {"''": '"', "’’": "”", "‘‘": "“", "``": "“"}

_TWIN = re.compile("|".join(f"(?<!{glyph}){glyph}{{2,3}}(?!{glyph})" for glyph in "'’‘`"))
_CODE = re.compile(r"(?<![`A-Za-z0-9])`[^`\n]{1,200}`(?![`A-Za-z0-9])")
_ACCENT = re.compile(r"(?<=[^\W\d_])[´`](?=(?:s|t|d|m|re|ve|ll)\b)")
_BULLETS = " \t-–—•*·>" + GLYPHS
_LONGEST_LEAD = 6


class Candidate(NamedTuple):
    """A mark at `at:end` whose role is to be found.

    glyph: what it stands for: two apostrophes typed for a double mark are that mark. left, right: class of the nearest
    neighbour that is no mark itself.
    """

    at: int
    end: int
    glyph: str
    left: str
    right: str
    leads: bool  # stands at the beginning of its block


class Paragraph(NamedTuple):
    """A block and the marks in it. number: its place among all blocks."""

    number: int
    start: int
    end: int
    marks: list[Candidate]


def find(text: str, blocks: Sequence[Outline]) -> list[Paragraph]:
    """The blocks that hold marks, with their marks; none of them in inline code."""
    places = _places(text)
    if not places:
        return []
    twins = _twins(text, places)
    if twins:
        places = sorted({*places, *twins} - {twin + 1 for twin in twins})
    paragraphs = []
    index = 0
    for number, block in enumerate(blocks):
        while index < len(places) and places[index] < block.start:
            index += 1
        first = index
        while index < len(places) and places[index] < block.end:
            index += 1
        if first < index:
            marks = _candidates(text, block.start, block.end, places[first:index], twins)
            paragraphs.append(Paragraph(number, block.start, block.end, marks))
    return paragraphs


def _places(text: str) -> list[int]:
    found = [place for glyph in ("\"'" if text.isascii() else GLYPHS) for place in _all(text, glyph)]
    if "´" in text or "`" in text:
        found += [match.start() for match in _ACCENT.finditer(text)]
    found.sort()
    if "`" in text and (code := [match.span() for match in _CODE.finditer(text)]):
        starts = [start for start, _ in code]
        found = [place for place in found if (after := bisect_right(starts, place)) == 0 or code[after - 1][1] <= place]
    return found


def _all(text: str, glyph: str) -> Iterator[int]:
    # str.find runs at the speed of memory; a regex over a set of characters is ten times slower.
    at = text.find(glyph)
    while at >= 0:
        yield at
        at = text.find(glyph, at + 1)


def _twins(text: str, places: Sequence[int]) -> frozenset[int]:
    """Where single marks are typed in pairs for double ones; a text that does so does it more than once."""
    side_by_side = {text[at : at + 2] for at, following in pairwise(places) if following == at + 1}
    if "`" not in text and side_by_side.isdisjoint(TWINS):
        return frozenset()
    found = set()
    for match in _TWIN.finditer(text):
        start, end = match.span()
        # Of three, two are the outer mark: '''Never,' he said,'' she told us.
        found.add(start if text[end : end + 1].isalnum() else end - 2)
    return frozenset(found) if len(found) > 1 else frozenset()


def _candidates(text: str, start: int, end: int, places: Sequence[int], twins: frozenset[int]) -> list[Candidate]:
    marks: list[Candidate] = []
    run_end = -1
    left = right = ""
    for index, at in enumerate(places):
        if at >= run_end:
            run_end = _run_end(places, index, twins)
            left = neighbour_class(text[at - 1]) if at > start else SPACE
            right = neighbour_class(text[run_end]) if run_end < end else SPACE
        leads = at - start <= _LONGEST_LEAD and not text[start:at].strip(_BULLETS)
        if at in twins:
            marks.append(Candidate(at, at + 2, TWINS[text[at : at + 2]], left, right, leads))
        else:
            marks.append(Candidate(at, at + 1, text[at], left, right, leads))
    return marks


def _run_end(places: Sequence[int], index: int, twins: frozenset[int]) -> int:
    """Where the marks end that stand without a gap from this one on."""
    end = places[index]
    while index < len(places) and places[index] == end:
        end += 2 if end in twins else 1
        index += 1
    return end


@lru_cache(maxsize=1024)
def neighbour_class(char: str) -> str:
    """The class of a character as a neighbour of a quotation mark; the edge of a block counts as a space."""
    if char in _CLASSES:
        return _CLASSES[char]
    if char.isalnum():
        return IDEOGRAPH if "\u2e80" <= char <= "\ua4cf" or "\uf900" <= char <= "\ufaff" else WORD
    return SPACE if char.isspace() else OTHER


def spaces_around(text: str, mark: Span, start: int, end: int, *, before: bool) -> tuple[int, int]:
    """The run of white space before or after a mark of the block `text[start:end]`."""
    if before:
        left = mark.start
        while left > start and text[left - 1].isspace():
            left -= 1
        return left, mark.start
    right = mark.end
    while right < end and text[right].isspace():
        right += 1
    return mark.end, right
