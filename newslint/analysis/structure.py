"""Titles, headings, paragraphs and other blocks of text without markup, told from the shape of its lines.

Each line is first looked at by itself (date lines, bylines, captions, list markers), then the title is sought, then
runs of short lines are told apart by what stands before and after them. The confidences are shares of right labels
measured on web news and on the GUM corpus, rounded.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newslint.analysis import code_lines, lines
from newslint.analysis.date_lines import is_date_line
from newslint.analysis.line_shapes import (
    Shape,
    introduces_quotation,
    is_byline,
    is_caption,
    is_credit_line,
    is_post_signature,
)
from newslint.analysis.lines import LIST_MARKER
from newslint.model import BlockKind, Outline, Region

_LEVELS: dict[BlockKind, int] = {"title": 1, "heading": 2}
# Date lines, bylines and captions may stand before the title, but not more of them than this.
_HEAD_LINES = 6
# A line this long is running text: where the first one stands, the head of the article ends.
_BODY_LENGTH = 120
# Where a page keeps its bylines and dates; a menu has other dates.
_REGIONS_OF_HEAD: tuple[Region, ...] = ("", "header")
# Questions that are headings are no longer than this.
_QUESTION_WORDS = 10
# A paragraph of no more than this many characters above a credit is what the credit belongs to.
_LONGEST_CREDITED = 300
# A short line of so few words is hardly ever a sentence that lost its full stop.
_SURE_HEADING_WORDS = 6
# In interviews at least one line in so many is a question.
_INTERVIEW_SHARE = 6
# Unmarked short lines in a row are a list from this many on; fewer are as often names, addresses or lines of verse.
_LIST_LENGTH = 5
# Lines with labels are a list from this many on.
_LABELLED_LENGTH = 3
# A summary is no longer than this, and shares so many words with the title: a first section's heading shares fewer.
_SUMMARY_WORDS = 70
_SHARED_STEMS = 3


class _Label(NamedTuple):
    kind: BlockKind
    confidence: float


_CAPTION = _Label("caption", 0.85)
_CODE = _Label("code", 0.9)
_QUOTED = _Label("blockquote", 0.95)  # as in mail
_POST = _Label("blockquote", 0.8)
_SECOND_HEADING = _Label("heading", 0.65)  # of a part, and right under it of its first section
_SENTENCE = _Label("paragraph", 0.93)
_FRAGMENT = _Label("paragraph", 0.6)
_Labels = list[_Label | None]


def infer(text: str) -> tuple[Outline, ...]:
    """The blocks of a text in its order; positions count in `text`, spans are stripped of white space.

    Every character but white space is in exactly one block. Never raises; takes time linear in the text.
    """
    found = lines.read(text)
    labels = _labels([Shape(line.text) for line in found], may_hold_code=code_lines.may_hold_code(text))
    # Made in the short way, at half the cost: an article has dozens of blocks.
    return tuple(
        [
            tuple.__new__(
                Outline, (label.kind, line.start, line.end, _LEVELS.get(label.kind, 0), False, label.confidence, "")
            )
            for line, label in zip(found, labels, strict=True)
        ]
    )


def refine(text: str, outline: Sequence[Outline]) -> tuple[Outline, ...]:
    """The blocks that markup tells, with bylines and datelines among the paragraphs at the head of the article.

    Markup has no common name for these: pages and Markdown write most of them as paragraphs. The head is what stands
    around the title, or at the beginning where there is none, up to the first paragraph of running text.
    """
    title = next((index for index, item in enumerate(outline) if item.kind == "title"), -1)
    first = max(0, title - _HEAD_LINES)
    refined = list(outline)
    for index, item in enumerate(outline[first : title + _HEAD_LINES + 1], first):
        if item.kind != "paragraph" or item.region not in _REGIONS_OF_HEAD:
            continue
        if item.end - item.start > _BODY_LENGTH:
            if index > title:
                break
            continue
        label = _date_or_author(Shape(text[item.start : item.end]), in_head=True)
        if label is not None:
            refined[index] = item._replace(kind=label.kind, marked=False, confidence=label.confidence)
    return tuple(refined)


def _labels(shapes: Sequence[Shape], *, may_hold_code: bool) -> list[_Label]:
    labels: _Labels = [None] * len(shapes)
    if may_hold_code:
        _label_code(shapes, labels)
    _label_by_wording(shapes, labels)
    _label_title(shapes, labels)
    _label_marked_entries(shapes, labels)
    _label_labelled_entries(shapes, labels)
    is_interview = _is_interview(shapes)
    for first, end in _runs(shapes, labels):
        _label_run(shapes, labels, first, end, is_interview=is_interview)
    _doubt_repeated_headings(shapes, labels)
    return [
        label or (_SENTENCE if shape.ends_sentence else _FRAGMENT) for shape, label in zip(shapes, labels, strict=True)
    ]


def _label_code(shapes: Sequence[Shape], labels: _Labels) -> None:
    """Lines of code, and what stands between two of them and is no sentence, as comments and arguments do."""
    for index, shape in enumerate(shapes):
        if code_lines.is_code(shape.text):
            labels[index] = _CODE
            if index > 1 and labels[index - 2] is _CODE and not shapes[index - 1].ends_sentence:
                labels[index - 1] = _CODE


def _label_by_wording(shapes: Sequence[Shape], labels: _Labels) -> None:
    body = next((index for index, shape in enumerate(shapes) if len(shape.text) > _BODY_LENGTH), len(shapes))
    for index, shape in enumerate(shapes):
        if labels[index] is not None:
            continue
        if len(shape.text) <= _BODY_LENGTH:
            # A headline may well begin with "Von" or "Di", but not with "By".
            in_head = index < body and (index > 0 or shape.text.startswith("By "))
            labels[index] = _QUOTED if shape.text[0] == ">" else _date_or_author(shape, in_head=in_head)
        if labels[index] is None and index and is_caption(shape.text):  # a headline may begin with "Video:"
            labels[index] = _CAPTION
    for index, (shape, following) in enumerate(pairwise(shapes)):
        if introduces_quotation(shape.text, following.text):
            labels[index + 1] = labels[index + 1] or _Label("blockquote", 0.7)
        elif is_post_signature(following.text):
            labels[index : index + 2] = _POST, _POST
        elif is_credit_line(following.text) and len(shape.text) <= _LONGEST_CREDITED:
            labels[index] = labels[index] or _CAPTION


def _date_or_author(shape: Shape, *, in_head: bool) -> _Label | None:
    if is_date_line(shape.text):
        return _Label("dateline", 0.95)
    if not shape.ends_sentence and is_byline(shape.text, in_head=in_head):
        return _Label("byline", 0.95)
    return None


def _label_title(shapes: Sequence[Shape], labels: _Labels) -> None:
    first = next((index for index, label in enumerate(labels[:_HEAD_LINES]) if label is None), None)
    if first is None:
        return
    stands_alone = len(shapes) == 1 and shapes[first].ends_sentence  # a title stands over something
    if shapes[first].may_be_title and not stands_alone:
        labels[first] = _Label("title", 0.95)
    elif first + 1 < len(shapes) and labels[first + 1] is None and _is_summary(shapes[first], shapes[first + 1]):
        labels[first + 1] = _Label("title", 0.6)


def _is_summary(shape: Shape, following: Shape) -> bool:
    """Whether a paragraph says in a sentence what the stub after it says in a headline: they share words."""
    if not following.is_stub or following.is_question or shape.words > _SUMMARY_WORDS:
        return False
    stems = _stems(following.text)
    shared = len(stems & _stems(shape.text))
    return shared >= _SHARED_STEMS and 2 * shared >= len(stems)


def _stems(text: str) -> set[str]:
    return {word.lower()[:5] for word in text.split() if len(word) > 3}


def _label_marked_entries(shapes: Sequence[Shape], labels: _Labels) -> None:
    markers = [LIST_MARKER.match(shape.text) for shape in shapes]
    if not any(markers):
        return
    for index, (shape, marker) in enumerate(zip(shapes, markers, strict=True)):
        if marker is None or labels[index] is not None:
            continue
        has_next = index + 1 < len(shapes) and markers[index + 1] is not None
        has_neighbour = has_next or (index > 0 and markers[index - 1] is not None)
        if marker["bullet"]:
            labels[index] = _Label("list_item", 0.95 if has_neighbour else 0.7)
        elif marker["number"]:
            if not has_neighbour and shape.is_stub and index + 1 < len(shapes) and shapes[index + 1].is_running:
                labels[index] = _Label("heading", 0.85)
            else:
                labels[index] = _Label("list_item", 0.85 if has_neighbour else 0.6)
        elif has_neighbour:  # alone it may be an initial: "J. Doe said"
            labels[index] = _Label("list_item", 0.8)


def _label_labelled_entries(shapes: Sequence[Shape], labels: _Labels) -> None:
    """Entries of a list that each begin with a label of their own; in a transcript, the names of speakers come back."""
    found = [shape.label for shape in shapes]
    if sum(map(bool, found)) < _LABELLED_LENGTH:
        return
    times = Counter(found)
    first = 0
    for index in range(len(shapes) + 1):
        inside = index < len(shapes) and labels[index] is None and found[index] and times[found[index]] == 1
        if not inside:
            if index - first >= _LABELLED_LENGTH:
                labels[first:index] = [_Label("list_item", 0.7)] * (index - first)
            first = index + 1


def _runs(shapes: Sequence[Shape], labels: _Labels) -> Iterator[tuple[int, int]]:
    """Stretches of unlabelled short lines; a line in capitals begins a new one."""
    first = None
    for index in range(len(shapes) + 1):
        inside = index < len(shapes) and labels[index] is None and shapes[index].is_entry
        if first is not None and (not inside or _turns_to_capitals(shapes[index - 1].text, shapes[index].text)):
            yield first, index
            first = None
        if inside and first is None:
            first = index


def _turns_to_capitals(text: str, following: str) -> bool:
    return following.isupper() and not text.isupper()


def _label_run(shapes: Sequence[Shape], labels: _Labels, first: int, end: int, *, is_interview: bool) -> None:
    size = end - first
    head = shapes[first]
    if size > 1 and first and shapes[first - 1].text.endswith(":"):
        labels[first:end] = [_Label("list_item", 0.75)] * size
    elif size == 1:
        if head.is_stub and _has_text_after(shapes, labels, end) and not (head.is_question and is_interview):
            labels[first] = _Label("heading", _heading_confidence(head))
    elif size >= _LIST_LENGTH or _has_text_after(shapes, labels, end):
        if head.is_stub:
            labels[first] = _Label("heading", 0.6)
        if size == 2 and head.is_stub and shapes[first + 1].is_stub and shapes[first + 1].words <= _SURE_HEADING_WORDS:
            labels[first + 1] = _SECOND_HEADING
        if size >= _LIST_LENGTH:
            labels[first + 1 : end] = [_Label("list_item", 0.7)] * (size - 1)


def _has_text_after(shapes: Sequence[Shape], labels: _Labels, index: int) -> bool:
    """Whether running text or a list stands at `index`, or behind the captions there."""
    while index < len(shapes):
        label = labels[index]
        if label is None or label.kind != "caption":
            return shapes[index].is_running or (label is not None and label.kind == "list_item")
        index += 1
    return False


def _heading_confidence(shape: Shape) -> float:
    """The longer a short line, the likelier it is a sentence that lost its full stop."""
    if shape.is_question:
        return 0.55
    if shape.words <= _SURE_HEADING_WORDS:
        return 0.85
    return 0.55 if shape.words <= 9 else 0.45


def _doubt_repeated_headings(shapes: Sequence[Shape], labels: _Labels) -> None:
    """Lines that come again and again are more often advertisements, credits and buttons than headings."""
    headings = [index for index, label in enumerate(labels) if label is not None and label.kind == "heading"]
    times = Counter(shapes[index].text for index in headings)
    for index in headings:
        if times[shapes[index].text] > 1:
            labels[index] = None if labels[index] is _SECOND_HEADING else _Label("heading", 0.4)


def _is_interview(shapes: Sequence[Shape]) -> bool:
    """Whether many lines are questions, and no fewer of them too long for headings than short enough."""
    questions = [shape for shape in shapes if shape.is_question]
    short = sum(shape.is_stub and shape.words <= _QUESTION_WORDS for shape in questions)
    return len(questions) * _INTERVIEW_SHARE >= len(shapes) and short * 2 <= len(questions)
