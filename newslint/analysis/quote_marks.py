"""Quotation marks in their places: what stands around each, and what each role would cost it there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.quote_conventions import APOSTROPHES, FAMILY, GUILLEMETS, MINOR, SINGLES, Convention
from newslint.model import MarkProblem, MarkRole

# Classes of neighbours. White space and the edge of a block are one class: both part words.
SPACE, OPENER, CLOSER, DASH, WORD, IDEOGRAPH, OTHER = " ", "(", ")", "-", "w", "k", "x"

_CLASSES = {
    "": SPACE,
    " ": SPACE,
    **dict.fromkeys("([{¿¡<", OPENER),
    **dict.fromkeys(".,;:!?)]}…%", CLOSER),
    **dict.fromkeys("-‐‑–—/", DASH),
    **dict.fromkeys("。，、；：！？（）《》〈〉【】・　", IDEOGRAPH),
}

# Costs, in units of which about 1 is "odd" and 5 "surely an error". The scale of the research behind this parse:
# an orphan must cost more than any reading of the mark that merely looks odd, less than two orphans elsewhere.
ORPHAN_DOUBLE = 5.0
ORPHAN_SINGLE = 4.2
INSIDE_QUOTATION = 0.2  # of two marks that could be the orphan, blame the one outside the pair that remains
DOUBLED = 3.0
WRONG_DIRECTION = 2.3
WRONG_APOSTROPHE = 1.0
STRAY_SPACE = 1.8
MISSING_SPACE = 2.2
ODD_PUNCTUATION = 1.2
ODD_NEIGHBOUR = 0.7
AT_EDGE = 3.2  # opening as the last mark of a block, closing as its first

_CONTRACTION = re.compile(r"(?:s|t|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
_NAME_PREFIX = re.compile(r"(?<!\w)(?:O(?=.[A-Z])|[dDlL])\Z")
_DECADE = re.compile(r"\d0s(?!\w)")
_YEAR = re.compile(r"\d\d(?!\w)")
_WORD = re.compile(r"[^\W\d_]*")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_PLURAL_S = re.compile(r"s(?!\w)")
_FEET_BEFORE = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[.,]\d+|[½¼¾])?\Z")
_NUMBER_BEFORE = re.compile(r"(?<![\w$€£])\d{1,3}(?:[.,]\d+)?\Z")
_LONGEST_WORD = 24
_NONE: MarkProblem | None = None

Reading = tuple[MarkRole, MarkProblem | None]

OPEN: Reading = ("open", None)
CLOSE: Reading = ("close", None)
REOPEN: Reading = ("reopen", None)
REOPEN_UNCLOSED: Reading = ("reopen", "unclosed")
REOPEN_WRONG_WAY: Reading = ("reopen", "wrong-direction")
APOSTROPHE: Reading = ("apostrophe", None)
PRIME: Reading = ("prime", None)
WRONG_APOSTROPHE_GLYPH: Reading = ("apostrophe", "reversed-apostrophe")
UNCLOSED: Reading = ("orphan", "unclosed")
UNOPENED: Reading = ("orphan", "unopened")
EXTRA: Reading = ("orphan", "doubled")


class Candidate(NamedTuple):
    """A mark whose role is to be found. left, right: class of the nearest neighbour that is no mark itself."""

    at: int
    glyph: str
    left: str
    right: str
    leads: bool  # stands at the beginning of its block


class Options(NamedTuple):
    """What a mark may be and what that costs it, whatever the other marks are.

    stays: readings that neither open nor close a quotation.
    """

    glyph: str
    leads: bool
    stays: tuple[tuple[float, Reading], ...]
    opens: tuple[float, Reading]
    closes: tuple[float, Reading]
    after_letter: bool
    after_mark: str


def neighbour_class(char: str) -> str:
    """The class of a character as a neighbour of a quotation mark; "" is the edge of a block."""
    known = _CLASSES.get(char)
    if known is None:
        known = _class_of(char)
    return known


def _class_of(char: str) -> str:
    if char.isalnum():
        return IDEOGRAPH if "\u2e80" <= char <= "\ua4cf" or "\uf900" <= char <= "\ufaff" else WORD
    return SPACE if char.isspace() else OTHER


def is_reversed(text: str, at: int, convention: Convention) -> bool:
    """Whether an opening mark between two letters stands for an apostrophe: NATO‘s, but not Hawai‘i."""
    if convention.elides or _CONTRACTION.match(text, at + 1):
        return True
    return _NAME_PREFIX.search(text, max(0, at - 2), at) is not None and text[at + 1].isalpha()


def plain_role(mark: Candidate, convention: Convention) -> str | None:
    """ "open" or "close" where neighbours and glyph agree beyond doubt; else None."""
    left, right, glyph = mark.left, mark.right, mark.glyph
    if (left in " (-" and right in "wx(") or (left == OTHER and right == WORD):
        role = "open"
    elif (left in "wx)" and right in " )-") or (left in "w)" and right == OTHER):
        role = "close"
    elif IDEOGRAPH in (left, right) or (convention.spaced and glyph in GUILLEMETS):
        opens, closes = glyph in convention.closers, glyph in convention.closing
        return None if opens == closes else "open" if opens else "close"
    else:
        return None
    return role if glyph in (convention.closers if role == "open" else convention.closing) else None


def weigh(text: str, mark: Candidate, start: int, end: int, convention: Convention) -> Options:
    """What each role costs a mark of the block `text[start:end]`."""
    at, glyph = mark.at, mark.glyph
    before = text[at - 1] if at > start else ""
    after = text[at + 1] if at + 1 < end else ""
    opening, closing = _opening(mark, before, after, convention), _closing(text, mark, before, after, convention)
    stays = [(cost, reading) for cost, reading in _orphans(mark, opening[0], closing[0])]
    if after == glyph or before == glyph:
        stays.append((DOUBLED + (0.01 if after == glyph else 0), EXTRA))
    stays += _apostrophe(text, mark, before, after, start, end, convention) if glyph in SINGLES else []
    stays += _prime(text, at, start, after)
    return Options(
        glyph,
        mark.leads,
        tuple(stays),
        opening,
        closing,
        before.isalpha(),
        before if before in FAMILY else "",
    )


def _opening(mark: Candidate, before: str, after: str, convention: Convention) -> tuple[float, Reading]:
    cost, problem = 0.0, _NONE
    right = mark.right
    if after.isspace() or not after:
        if not _is_spaced(mark.glyph, after, convention):
            cost, problem = STRAY_SPACE if after else AT_EDGE, "stray-space"
    elif right == SPACE:
        cost = STRAY_SPACE
    elif right == CLOSER and after not in "….!?%":
        cost = ODD_PUNCTUATION
    if mark.left in (WORD, CLOSER) and not (before.isspace()):
        cost, problem = cost + MISSING_SPACE, problem or "stray-space"
    return _directed(cost, "open", problem, mark.glyph in convention.closers)


def _closing(text: str, mark: Candidate, before: str, after: str, convention: Convention) -> tuple[float, Reading]:
    cost, problem = 0.0, _NONE
    if before.isspace() or not before:
        if not _is_spaced(mark.glyph, before, convention):
            cost, problem = STRAY_SPACE if before else AT_EDGE, "stray-space"
    elif mark.left == SPACE:
        cost = STRAY_SPACE
    elif mark.left == OPENER:
        cost = ODD_PUNCTUATION
    if mark.right == WORD:
        if after.isdigit():
            cost += ODD_NEIGHBOUR
        elif _PLURAL_S.match(text, mark.at + 1):
            cost += 0.4
        else:
            cost, problem = cost + MISSING_SPACE, problem or "stray-space"
    elif mark.right == OPENER:
        cost += ODD_NEIGHBOUR
    return _directed(cost, "close", problem, mark.glyph in convention.closing)


def _directed(cost: float, role: MarkRole, problem: MarkProblem | None, fits: bool) -> tuple[float, Reading]:
    """Closing marks pay for a wrong glyph only when their partner is known."""
    if role == "open" and not fits:
        return cost + WRONG_DIRECTION, (role, "wrong-direction")
    return cost, (role, problem)


def _is_spaced(glyph: str, space: str, convention: Convention) -> bool:
    return glyph in GUILLEMETS and (convention.spaced or space in "\u00a0\u202f") and space != ""


def _orphans(mark: Candidate, opening: float, closing: float) -> Iterator[tuple[float, Reading]]:
    cost = ORPHAN_SINGLE if mark.glyph in MINOR else ORPHAN_DOUBLE
    likelier = min(opening, closing)
    yield cost + min(1.0, opening - likelier), UNCLOSED
    yield cost + min(1.0, closing - likelier), UNOPENED


def _apostrophe(
    text: str, mark: Candidate, before: str, after: str, start: int, end: int, convention: Convention
) -> list[tuple[float, Reading]]:
    cost = _apostrophe_cost(text, mark, before, after, start, end, convention)
    if cost is None:
        return []
    if mark.glyph in APOSTROPHES:
        return [(cost, APOSTROPHE)]
    if before.isalpha() and after.isalpha() and not is_reversed(text, mark.at, convention):
        return [(0.3, APOSTROPHE)]  # an ʻokina or ʿayn: Hawai‘i, Sana‘a
    return [(cost + WRONG_APOSTROPHE, WRONG_APOSTROPHE_GLYPH)]


def _apostrophe_cost(
    text: str, mark: Candidate, before: str, after: str, start: int, end: int, convention: Convention
) -> float | None:
    """How odd the mark is as an apostrophe; None where it cannot be one."""
    at = mark.at
    if before.isalnum() and after.isalnum():
        return 0.0
    if not before.isalnum():
        return leading_cost(text, mark, end, convention)
    if not before.isalpha():
        return 2.0
    if after in FAMILY and after:
        return 0.2  # l’“auteur”
    word = _WORD_BEFORE.search(text, max(start, at - _LONGEST_WORD), at)
    stem = word.group().lower() if word else ""
    if len(stem) == 1 and text[at - 2 : at - 1] in APOSTROPHES and at - 2 >= start:
        return 0.1  # rock ’n’ roll
    if stem[-1:] in convention.possessive:
        return 0.55
    if stem in convention.trailing or (convention.possessive and stem.endswith("in") and len(stem) > 3):
        return 0.6
    return 1.8 if before.isupper() or stem != word_of(text, at, start) else 3.0


def word_of(text: str, at: int, start: int) -> str:
    """The letters that end at `at`, as they are written."""
    match = _WORD_BEFORE.search(text, max(start, at - _LONGEST_WORD), at)
    return match.group() if match else ""


def leading_cost(text: str, mark: Candidate, end: int, convention: Convention) -> float | None:
    """How odd an apostrophe is that no letter stands before: ’tis, ’90s, “Titanic”’s; None where it cannot be one."""
    at = mark.at
    if _PLURAL_S.match(text, at + 1) and mark.left in (CLOSER, WORD, OTHER):
        return 0.1  # “Titanic”’s, Inc.’s
    if mark.left not in (SPACE, OPENER, DASH, OTHER):
        return None
    if _DECADE.match(text, at + 1):
        return 0.3
    if _YEAR.match(text, at + 1):
        return 0.5
    word = _WORD.match(text, at + 1, min(end, at + 1 + _LONGEST_WORD))
    if word and word.group().lower() in convention.leading:
        return 0.3
    return None


def _prime(text: str, at: int, start: int, after: str) -> list[tuple[float, Reading]]:
    """Feet and inches, minutes and seconds."""
    if at == start or not text[at - 1].isdigit() or text[at] not in "\"'”’" or after.isalpha():
        return []
    window = max(start, at - 12)
    if text[at] in SINGLES:
        return [(0.3 if after.isdigit() else 0.7, PRIME)]
    if _FEET_BEFORE.search(text, window, at):
        return [(0.2, PRIME)]
    return [(1.0 if _NUMBER_BEFORE.search(text, window, at) else 3.5, PRIME)]


def spaces_around(text: str, at: int, start: int, end: int, *, before: bool) -> tuple[int, int]:
    """The run of white space before or after the mark at `at`, inside the block `text[start:end]`."""
    if before:
        left = at
        while left > start and text[left - 1].isspace():
            left -= 1
        return left, at
    right = at + 1
    while right < end and text[right].isspace():
        right += 1
    return at + 1, right
