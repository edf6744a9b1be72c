"""What in a document may support or take over a claim, made ready for many look-ups."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from newslint import Document, Span

# What one of these reports is the claim of the person who speaks.
_SPEAKING = frozenset(
    "said|says|told|tells|according to|added|wrote|writes|acknowledged|argued|claimed|explained|insisted|warned".split(
        "|"
    )
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")


class Ranges:
    """Spans that may overlap, asked by position in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._furthest = list(accumulate((span.end for span in self._spans), max))

    def hold(self, offset: int) -> bool:
        """Whether one of the spans holds this source offset."""
        index = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        return index >= 0 and self._furthest[index] > offset

    def first_from(self, offset: int, end: int) -> Span | None:
        """The first of the spans that begins in `offset:end`."""
        index = bisect_left(self._spans, offset, key=lambda span: span.start)
        return self._spans[index] if index < len(self._spans) and self._spans[index].start < end else None


class Support:
    """Quotations, reported speech, links and named sources of a document; each is read when first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def quoted(self) -> Ranges:
        """What stands between two quotation marks: the words of others."""
        return Ranges(item.span for item in self._document.quotations if item.open and item.close)

    @cached_property
    def reported(self) -> Ranges:
        """What somebody who is told says, without quotation marks: "she said studies show"."""
        return Ranges(
            item.content
            for item in self._document.attributions
            if item.source and item.cue and item.content and item.kind != "direct"
            if self._document.text_of(item.cue).lower() in _SPEAKING
        )

    @cached_property
    def links(self) -> Ranges:
        """Text that links to somewhere, where the source can be looked up."""
        return Ranges(self._document.links)

    @cached_property
    def named(self) -> Ranges:
        """Sources with a first and a last name."""
        sources = (item.source for item in self._document.attributions if item.source)
        return Ranges(source for source in sources if _NAME.search(self._document.text_of(source)))
