"""What each role would cost a quotation mark in its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis import lazy
from newslint.analysis.quote_conventions import ACCENTS, APOSTROPHES, FAMILY, GUILLEMETS, MINOR, SINGLES, Convention
from newslint.analysis.quote_marks import CLOSER, DASH, IDEOGRAPH, OPENER, OTHER, SPACE, WORD, Candidate
from newslint.model import MarkProblem, MarkRole

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
LIKE_ELISION = 1.0  # opening before what may begin with an apostrophe: '03, 'em
GLUED_ENDING = 0.4  # “no”s
OKINA = 0.3  # Hawai‘i, Sana‘a
BACK_TO_FRONT = 6.5  # on top of a stray and a missing space: a mark that looks the other way; with them, two orphans
# A quotation that opens again in the middle of a paragraph: where a speaker was named in between, where nothing tells,
# and where whole sentences follow one another. The second is dearer than the missing closing mark it may be just as
# well, so that it is never chosen but makes that less sure.
SPOKEN_BETWEEN = 8.5
RUN_ON_PERHAPS = ORPHAN_DOUBLE + 0.4
RUN_ON_LIKELY = 3.0
AT_EDGE = 3.2  # opening as the last mark of a block, closing as its first

_CONTRACTION = lazy.pattern(r"(?:s|t|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
_NAME_PREFIX = lazy.pattern(r"(?<!\w)(?:[dDlL]‘\w|O‘[A-Z])")
_DECADE = lazy.pattern(r"\d0s(?!\w)")
_YEAR = lazy.pattern(r"\d\d(?!\w)")
_WORD = re.compile(r"[^\W\d_]*")
_WORDS = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_ELIDED_BEFORE = lazy.pattern(r"(?<!\w)[^\W\d_]+['’]\Z")
_SENTENCE_END = frozenset(".!?…")
_ENDING = lazy.pattern(r"(?:s|d|ed|ing)(?!\w)")  # “A”s, echo()'ing
_FEET_BEFORE = lazy.pattern(r"\d\s?['’′]\s?\d{1,2}(?:[.,]\d+|[½¼¾])?\Z")
_NUMBER_BEFORE = lazy.pattern(r"(?<![\w$€£])\d{1,3}(?:[.,]\d+)?\Z")
_LONGEST_WORD = 24
_SHORTEST_SPEECH = 4  # words of a sentence of its own
_LONGEST_LABEL = 80
_LABEL_WORDS = 4
_PARTNER = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_LONGEST_ARTICLE = 8  # with its apostrophe: nell’, quell’

Reading = tuple[MarkRole, MarkProblem | None]

OPEN: Reading = ("open", None)
CLOSE: Reading = ("close", None)
REOPEN_UNCLOSED: Reading = ("reopen", "unclosed")
RUN_ON: Reading = ("reopen", "run-on-paragraphs")
APOSTROPHE: Reading = ("apostrophe", None)
PRIME: Reading = ("prime", None)
SEPARATOR: Reading = ("separator", None)
WRONG_APOSTROPHE_GLYPH: Reading = ("apostrophe", "reversed-apostrophe")
UNCLOSED: Reading = ("orphan", "unclosed")
UNOPENED: Reading = ("orphan", "unopened")
EXTRA: Reading = ("orphan", "doubled")


class Options(NamedTuple):
    """What a mark may be and what that costs it, whatever the other marks are.

    stays: readings that neither open nor close a quotation. run_on: cost of opening the quotation again that the mark
    before has opened; None where it cannot.
    """

    glyph: str
    leads: bool
    stays: tuple[tuple[float, Reading], ...]
    opens: tuple[float, Reading]
    closes: tuple[float, Reading]
    run_on: float | None
    after_letter: bool
    after_mark: str


def is_reversed(text: str, at: int, convention: Convention) -> bool:
    """Whether an opening mark between two letters stands for an apostrophe: NATO‘s, but not Hawai‘i."""
    if convention.elides or text[at] in ACCENTS or _CONTRACTION.match(text, at + 1):
        return True
    return _NAME_PREFIX.match(text, at - 1) is not None


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
    return _Place(text, mark, start, end, convention).options()


def leading_cost(text: str, mark: Candidate, end: int, convention: Convention) -> float | None:
    """How odd an apostrophe is that no letter stands before: ’tis, ’90s, “Titanic”’s; None where it cannot be one."""
    at, after = mark.at, mark.end
    if _ENDING.match(text, after) and mark.left in (CLOSER, WORD, OTHER):
        return 0.1
    if mark.left not in (SPACE, OPENER, DASH, OTHER):
        return None
    if _DECADE.match(text, after):
        return 0.3
    if _YEAR.match(text, after):
        return 0.5
    word = _WORD.match(text, after, min(end, after + _LONGEST_WORD))
    if word and word.group().lower() in convention.leading:
        return 0.3
    if mark.glyph == "’" and mark.glyph not in convention.closers:
        return 1.5
    if mark.left == DASH and text[at - 2 : at - 1].isalpha():
        return 2.5  # al-'Adad
    return None


class _Place:
    """A mark with what stands around it in the block `text[start:end]`."""

    def __init__(self, text: str, mark: Candidate, start: int, end: int, convention: Convention) -> None:
        self.text = text
        self.mark = mark
        self.start = start
        self.end = end
        self.convention = convention
        self.before = text[mark.at - 1] if mark.at > start else ""
        self.after = text[mark.end] if mark.end < end else ""

    def options(self) -> Options:
        mark = self.mark
        opening, closing = self._opening(), self._closing()
        stays = [
            *self._orphaned(opening[0], closing[0]),
            *self._doubled(),
            *self._apostrophe(),
            *self._prime(),
            *self._separator(),
        ]
        before = self.before
        return Options(
            mark.glyph,
            mark.leads,
            tuple(stays),
            opening,
            closing,
            self._run_on(),
            before.isalpha(),
            before if before in FAMILY else "",
        )

    def _run_on(self) -> float | None:
        text, at, speaker = self.text, self.mark.at, self.convention.speaker
        ahead = text[max(self.start, at - 3) : at]
        if not self.after.isupper() or not ahead[-1:].isspace() or _SENTENCE_END.isdisjoint(ahead):
            return None
        opened = text.rfind(text[at], self.start, at) + 1
        if not opened or speaker is None:
            return RUN_ON_PERHAPS
        if speaker.search(text, opened, at):
            return SPOKEN_BETWEEN
        is_speech = text[opened].isupper() and text.count(" ", opened, at) >= _SHORTEST_SPEECH
        return RUN_ON_LIKELY if is_speech else RUN_ON_PERHAPS

    def _opening(self) -> tuple[float, Reading]:
        mark, after = self.mark, self.after
        cost, problem = self._inner_space(after, mark.right)
        if mark.right == CLOSER and after not in "….!?%":
            cost += ODD_PUNCTUATION
        if mark.glyph in SINGLES and leading_cost(self.text, mark, self.end, self.convention) is not None:
            cost += LIKE_ELISION
        if mark.left in (WORD, CLOSER) and not self._is_elided():
            cost, problem = cost + MISSING_SPACE, problem or "stray-space"
        if after.isspace() and mark.left == WORD:
            cost += BACK_TO_FRONT
        if mark.glyph not in self.convention.closers:
            cost, problem = cost + WRONG_DIRECTION, "wrong-direction"
        return cost, ("open", problem)

    def _closing(self) -> tuple[float, Reading]:
        """A closing mark of the wrong glyph pays when its partner is known."""
        mark = self.mark
        cost, problem = self._inner_space(self.before, mark.left)
        if mark.left == OPENER:
            cost += ODD_PUNCTUATION
        if mark.right == OPENER or (mark.right == WORD and self.after.isdigit()):
            cost += ODD_NEIGHBOUR
        elif mark.right == WORD and (self.convention.suffixes or _ENDING.match(self.text, mark.end)):
            cost += GLUED_ENDING
        elif mark.right == WORD:
            cost, problem = cost + MISSING_SPACE, problem or "stray-space"
        if mark.right == WORD and self.before.isspace():
            cost += BACK_TO_FRONT
        return cost, ("close", problem)

    def _inner_space(self, char: str, neighbour: str) -> tuple[float, MarkProblem | None]:
        """The cost of what stands on the inner side of the mark."""
        if not char:
            return AT_EDGE, None
        if char.isspace():
            spaced = self.mark.glyph in GUILLEMETS and (self.convention.spaced or char in "\u00a0\u202f")
            return (0.0, None) if spaced else (STRAY_SPACE, "stray-space")
        return (STRAY_SPACE if neighbour == SPACE else 0.0), None

    def _is_elided(self) -> bool:
        """l’“auteur”"""
        at = self.mark.at
        found = _ELIDED_BEFORE.search(self.text, max(self.start, at - _LONGEST_ARTICLE), at)
        return found is not None and (self.convention.elides or len(found.group()) <= 3)

    def _orphaned(self, opening: float, closing: float) -> Iterator[tuple[float, Reading]]:
        """Of the two the likelier: the other one leads nowhere else."""
        yield ORPHAN_SINGLE if self.mark.glyph in MINOR else ORPHAN_DOUBLE, UNCLOSED if opening <= closing else UNOPENED

    def _doubled(self) -> Iterator[tuple[float, Reading]]:
        glyph = self.mark.glyph
        if glyph in (self.before, self.after):
            yield DOUBLED, EXTRA

    def _separator(self) -> Iterator[tuple[float, Reading]]:
        """A guillemet that parts items, points or goes on: Home » News » Sport, Read more », »Y así siguió."""
        mark = self.mark
        if mark.glyph not in GUILLEMETS:
            return
        if self.end - self.start <= _LONGEST_LABEL and self._points():
            yield ODD_NEIGHBOUR, SEPARATOR
            return
        if mark.leads and mark.glyph == "»" and mark.glyph not in self.convention.closers:
            yield ODD_NEIGHBOUR, SEPARATOR
            return
        if not mark.left == mark.right == SPACE:
            return
        follows, ahead = self.text[mark.end + 1 : mark.end + 2], self.text[mark.at - 2 : mark.at - 1]
        if not (follows.isupper() if self.after else ahead.isalnum()):
            return  # « une défaite » en vue
        if not self.convention.spaced or (mark.leads and mark.glyph not in self.convention.closers):
            yield ODD_NEIGHBOUR, SEPARATOR

    def _points(self) -> bool:
        """Whether the mark is an arrow of a line too short for prose: « Previous, Next ›, Home»News»Sport."""
        line, glyph = self.text[self.start : self.end], self.mark.glyph
        if line[-1] in _SENTENCE_END:
            return False
        if glyph in (self.before, self.after):
            return True
        if _PARTNER[glyph] in line:
            return not any(map(str.isalpha, line))
        at_edge = not self.before or not self.after
        if (at_edge or self.mark.left == self.mark.right == SPACE) and len(_WORDS.findall(line)) <= _LABEL_WORDS:
            return True
        if self.convention.quotes_with(glyph):
            pairs_with_itself = glyph in self.convention.closers.get(glyph, "")
            return line.count(glyph) > 1 and (not pairs_with_itself or self.mark.left == self.mark.right)
        return line.count(glyph) > 1 or at_edge

    def _apostrophe(self) -> Iterator[tuple[float, Reading]]:
        if self.mark.glyph not in SINGLES:
            return
        cost = self._apostrophe_cost()
        if cost is None:
            return
        if self.mark.glyph in APOSTROPHES:
            yield cost, APOSTROPHE
        elif (
            self.before.isalpha() and self.after.isalpha() and not is_reversed(self.text, self.mark.at, self.convention)
        ):
            yield OKINA, APOSTROPHE
        else:
            yield cost + WRONG_APOSTROPHE, WRONG_APOSTROPHE_GLYPH

    def _apostrophe_cost(self) -> float | None:
        """How odd the mark is as an apostrophe; None where it cannot be one."""
        text, at = self.text, self.mark.at
        before, after = self.before, self.after
        if not before.isalnum():
            return leading_cost(text, self.mark, self.end, self.convention)
        if after.isalnum():
            return 0.0
        if not before.isalpha():
            return 2.0
        if after in FAMILY:
            return 0.2  # l’“auteur”
        found = _WORD_BEFORE.search(text, max(self.start, at - _LONGEST_WORD), at)
        word = found.group() if found else ""
        return self._trailing_cost(word, at - len(word) - 1)

    def _trailing_cost(self, word: str, ahead: int) -> float:
        """How odd an apostrophe is after the word. ahead: the place before it."""
        stem = word.lower()
        if ahead >= self.start and self.text[ahead] in APOSTROPHES and len(stem) == 1:
            return 0.1  # rock ’n’ roll
        if self.convention.elides and len(stem) <= 2:
            return 0.3  # d’ « une »
        if stem[-1] in self.convention.possessive:
            return 0.55
        if stem in self.convention.trailing or (self.convention.possessive and stem.endswith("in") and len(stem) > 3):
            return 0.6
        return 1.8 if word[0].isupper() else 4.4  # a name in transliteration, Kazan’; else worse than an orphan

    def _prime(self) -> Iterator[tuple[float, Reading]]:
        """Feet and inches, minutes and seconds."""
        text, at = self.text, self.mark.at
        if not self.before.isdigit() or self.mark.glyph not in "\"'”’" or self.after.isalpha():
            return
        if self.mark.glyph in SINGLES:
            yield (0.3 if self.after.isdigit() else 0.7), PRIME
            return
        window = max(self.start, at - 12)
        if _FEET_BEFORE.search(text, window, at):
            yield 0.2, PRIME
        else:
            yield (1.0 if _NUMBER_BEFORE.search(text, window, at) else 3.5), PRIME
