"""Where the quotation marks of a text stand, and what stands around them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from newslint.analysis import lazy
from newslint.analysis.places import places as places_of
from newslint.analysis.quote_conventions import APOSTROPHES, GLYPHS
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

# Two or three in a row. Each begins with its mark, which `re` finds at the speed of memory.
_TWINS = {f"{one}{one}": lazy.pattern(f"{one}(?<!{one}{one}){one}{{1,2}}(?!{one})") for one in "'’‘`"}
_CODE = lazy.pattern(r"(?<![`A-Za-z0-9])`[^`\n]{1,200}`(?![`A-Za-z0-9])")
_ACCENT = lazy.pattern(r"(?<=[^\W\d_])[´`](?=(?:s|t|d|m|re|ve|ll)\b)")
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


class Found(NamedTuple):
    """The blocks that hold marks whose role is to be found, and the places of all other marks: apostrophes in words."""

    paragraphs: list[Paragraph]
    apostrophes: list[int]


def find(text: str, blocks: Sequence[Outline]) -> Found:
    """The marks of all blocks but those in inline code."""
    places = _places(text)
    found = Found([], [])
    twins = _twins(text, places)
    if twins:
        places = sorted({*places, *twins} - {twin + 1 for twin in twins})
    last = 0
    for number, block in enumerate(blocks):
        first = bisect_left(places, block.start, last)
        last = bisect_left(places, block.end, first)
        if first < last:
            marks = _candidates(text, block.start, block.end, places[first:last], twins, found.apostrophes)
            if marks:
                found.paragraphs.append(Paragraph(number, block.start, block.end, marks))
    return found


def _places(text: str) -> list[int]:
    found = places_of(text, "\"'" if text.isascii() else GLYPHS)
    if "´" in text or "`" in text:
        found = sorted([*found, *(match.start() for match in _ACCENT.finditer(text))])
    if "`" in text and (code := [match.span() for match in _CODE.finditer(text)]):
        starts = [start for start, _ in code]
        found = [place for place in found if (after := bisect_right(starts, place)) == 0 or code[after - 1][1] <= place]
    return found


def _twins(text: str, places: Sequence[int]) -> frozenset[int]:
    """Where single marks are typed in pairs for double ones; a text that does so does it more than once."""
    if "`" in text:  # which is no mark by itself
        side_by_side = {twin for twin in _TWINS if twin in text}
    elif 1 in map(sub, places[1:], places):
        side_by_side = {text[at : at + 2] for at, following in pairwise(places) if following == at + 1}
    else:  # in most texts none touches another
        return frozenset()
    found = set()
    for match in (
        match for twin, pattern in _TWINS.items() if twin in side_by_side for match in pattern.finditer(text)
    ):
        start, end = match.span()
        # Of three, two are the outer mark: '''Never,' he said,'' she told us.
        found.add(start if text[end : end + 1].isalnum() else end - 2)
    return frozenset(found) if len(found) > 1 else frozenset()


def _candidates(
    text: str, start: int, end: int, places: Sequence[int], twins: frozenset[int], apostrophes: list[int]
) -> list[Candidate]:
    """The marks of a block; apostrophes in words are put with the others of the text."""
    marks: list[Candidate] = []
    run_end = -1
    left = right = ""
    for index, at in enumerate(places):
        if at >= run_end:
            stands_apart = places[index + 1 : index + 2] != [at + 1] and at not in twins
            run_end = at + 1 if stands_apart else _run_end(places, index, twins)
            left = _CLASS_OF[text[at - 1]] if at > start else SPACE
            right = _CLASS_OF[text[run_end]] if run_end < end else SPACE
            if left == right == WORD and stands_apart and text[at] in APOSTROPHES and not _is_prime(text, at):
                apostrophes.append(at)
                continue
        leads = at - start <= _LONGEST_LEAD and not text[start:at].strip(_BULLETS)
        is_twin = at in twins
        glyph = TWINS[text[at : at + 2]] if is_twin else text[at]
        # Made in the short way, at half the cost.
        marks.append(tuple.__new__(Candidate, (at, at + 1 + is_twin, glyph, left, right, leads)))
    return marks


def _is_prime(text: str, at: int) -> bool:
    """Whether a mark stands between digits: 5'10"."""
    return text[at - 1].isdigit() and text[at + 1].isdigit()


def _run_end(places: Sequence[int], index: int, twins: frozenset[int]) -> int:
    """Where the marks end that stand without a gap from this one on."""
    end = places[index]
    while index < len(places) and places[index] == end:
        end += 2 if end in twins else 1
        index += 1
    return end


class _ClassOf(dict[str, str]):
    """The class of a character as a neighbour of a quotation mark; the edge of a block counts as a space."""

    def __missing__(self, char: str) -> str:
        if char.isalnum():
            self[char] = IDEOGRAPH if "\u2e80" <= char <= "\ua4cf" or "\uf900" <= char <= "\ufaff" else WORD
        else:
            self[char] = SPACE if char.isspace() else OTHER
        return self[char]


_CLASS_OF = _ClassOf(_CLASSES)


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
