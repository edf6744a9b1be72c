"""Where textstat's count of sentences departs from newslint's, and why. Needs no textstat."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

DifferenceKind = Literal["broken", "joined", "ignored"]

# What textstat calls a sentence: everything up to the next run of these marks, if it has more than two words.
_PIECE = re.compile(r"\b([^.!?]+)[.!?]*")
_FEWEST_WORDS = 3
_WORD_CHAR = re.compile(r"\w")

# What the mark is at which a sentence is broken; the first that fits.
_REASONS = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"(?<=\d)\.(?=\d)", "decimal point or time"),
        (r"\.\.", "points of omission"),
        (r"(?<=\b[^\W\d_])\.", "initial or dotted abbreviation"),
        (r"\.(?=\w)", "dot inside a word"),
        (r"\.(?=[”“\"’'»)\]])", "full stop before a closing mark"),
        (r"\.", "abbreviation"),
        (r"[!?]", "question or exclamation inside a sentence"),
    )
)
_TOO_SHORT = "two words or fewer"
_NO_STOP = "no full stop before it"


class Difference(NamedTuple):
    """A place that changes the count, at `start:end` of the text.

    broken: textstat begins a sentence at `end`, inside one of ours, after the marks that stand here.
    joined: our sentence that stands here is part of the one before. ignored: what stands here does not count.
    """

    start: int
    end: int
    kind: DifferenceKind
    reason: str


def differences(text: str, sentences: Sequence[tuple[int, int]]) -> list[Difference]:
    """All places, in the order of the text; sentences: ours, as positions in it, in order.

    Our number of sentences with a word in them, plus those broken, minus those joined and ignored, is textstat's
    (except that textstat counts one where this gives none).
    """
    worded = [(start, end) for start, end in sentences if any(map(str.isalnum, text[start:end]))]
    pieces = list(_PIECE.finditer(text))
    begun = {piece.start() for piece in pieces}
    joined = [Difference(*span, "joined", _NO_STOP) for span in worded if _first_word(text, span[0]) not in begun]
    return sorted([*joined, *_of_pieces(text, pieces, {_first_word(text, start) for start, _ in worded})])


def _of_pieces(text: str, pieces: Sequence[re.Match[str]], ours: set[int]) -> Iterator[Difference]:
    """A piece inside one of our sentences that is too short to count changes nothing, and is left out."""
    mark = 0
    for piece in pieces:
        words = sum(1 for word in piece.group().split() if _WORD_CHAR.search(word))
        if piece.start() in ours and words < _FEWEST_WORDS:
            yield Difference(*piece.span(), "ignored", _TOO_SHORT)
        elif piece.start() not in ours and words >= _FEWEST_WORDS:
            yield Difference(mark, piece.start(), "broken", _reason(text, mark))
        mark = piece.end(1)


def _reason(text: str, mark: int) -> str:
    return next((reason for pattern, reason in _REASONS if pattern.match(text, mark)), "")


def _first_word(text: str, start: int) -> int:
    """Where the first word at or after this place begins."""
    match = _WORD_CHAR.search(text, start)
    return match.start() if match else start
