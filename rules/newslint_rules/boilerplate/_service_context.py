"""What the lines round a line show: stamps of programs, threads of comments, lists of other stories."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newslint import Block
from newslint_rules.boilerplate._service_phrases import Evidence

_MACHINE_LINE = re.compile(
    r"https?://\S+|\w[\w.+-]*@[\w-]+\.\w[\w.]*|\d{4}-\d\d-\d\dT\d\d:\d\d\S*"
    r"|(?:image|photo|picture|slide) \d+ (?:of|/) \d+|\d+ (?:mins?|minutes?) read"
    r"|(?:&lt;|<)/?(?:span|div|p|br|center|img|a|script|style|iframe)\b.*",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r".{0,40}\b(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{1,2}/\d{1,2}/\d{4}),? "
    r"(?:at )?\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;,…][\"”’)]*\Z")
_COMMENTS = "comments"
_READ_MORE = "read more"

# Characters: no line that is longer is one of these.
_LONGEST_MACHINE_LINE = 300
_LONGEST_STAMP = 70
_LONGEST_HEADLINE = 120
_FEWEST_HEADLINE_WORDS = 4
_BODY_LENGTH = 120  # a line this long is running text; a date above the first one is that of the story
_FEWEST_STAMPS = 2  # of a thread
_FEWEST_WEAK = 3


class Line(NamedTuple):
    """A block, its text without markup, and what shows it to be a service line, if anything does."""

    block: Block
    text: str
    shown: Evidence | None = None


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Service lines in a row: at least one of them stands alone, or there are three."""
    lines = _with_machine_lines(lines)
    if not any(line.shown for line in lines):  # as in most articles
        return
    lines = _with_headlines(_with_thread(lines))
    for is_service, group in groupby(lines, key=lambda line: line.shown is not None):
        run = list(group)
        if is_service and (len(run) >= _FEWEST_WEAK or any(line.shown and line.shown.stands_alone for line in run)):
            yield run


def _with_machine_lines(lines: Sequence[Line]) -> list[Line]:
    shown = Evidence("machine line", "no reporter writes this", 0.6)
    return [
        line._replace(shown=shown)
        if not line.shown and len(line.text) <= _LONGEST_MACHINE_LINE and _MACHINE_LINE.fullmatch(line.text)
        else line
        for line in lines
    ]


def _with_thread(lines: list[Line]) -> list[Line]:
    """A thread of comments: all from the first to the last line with date and time, below the text of the story.

    Posts of a live blog have stamps, too: only a line that invites or heads comments tells the two apart.
    """
    if not any(line.shown and line.shown.kind == _COMMENTS for line in lines):
        return lines
    body = next((number for number, line in enumerate(lines) if len(line.text) >= _BODY_LENGTH), len(lines))
    stamps = [
        number
        for number, line in enumerate(lines)
        if number > body and len(line.text) <= _LONGEST_STAMP and _STAMP.fullmatch(line.text)
    ]
    if len(stamps) < _FEWEST_STAMPS:
        return lines
    shown = Evidence(_COMMENTS, "stands in a thread of comments", 0.6)
    return [
        line._replace(shown=shown) if stamps[0] <= number <= stamps[-1] and not line.shown else line
        for number, line in enumerate(lines)
    ]


def _with_headlines(lines: list[Line]) -> list[Line]:
    """Headlines of other stories, in a row below a line such as "Related articles"."""
    if not any(line.shown and line.shown.is_whole_line for line in lines):
        return lines
    found: list[Line] = []
    shown = Evidence(_READ_MORE, "a headline in a list of other stories", 0.6)
    in_list = False
    for line in lines:
        if line.shown:
            in_list = line.shown.kind == _READ_MORE and line.shown.is_whole_line
        elif in_list := in_list and _is_headline(line):
            line = line._replace(shown=shown)
        found.append(line)
    return found


def _is_headline(line: Line) -> bool:
    # What follows such a list is often a heading of the story itself.
    return (
        line.block.kind in ("list_item", "paragraph")
        and len(line.text) <= _LONGEST_HEADLINE
        and len(line.text.split()) >= _FEWEST_HEADLINE_WORDS
        and not _SENTENCE_END.search(line.text)
    )
