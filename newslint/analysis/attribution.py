"""Who is said to say what: sources, reporting cues and the content that belongs to them.

A cue is a word or phrase that reports ("said", "according to", "in the words of"). Quotations without a cue are
attributions too: their speaker stands elsewhere, or nowhere.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, TypeVar

from newslint.analysis import attribution_cues as cues
from newslint.analysis import attribution_sources as sources
from newslint.analysis.attribution_cues import Cue
from newslint.analysis.phrases import Hit
from newslint.model import Attribution, Outline, Quotation, Span

# Fewer words between quotation marks are a name or a word kept at a distance rather than speech.
_SHORTEST_SPEECH = 3
_Placed = TypeVar("_Placed", Hit, Span)


class _Reported(NamedTuple):
    """A cue and the sentence around it."""

    cue: Cue
    start: int
    end: int


def find(
    text: str,
    blocks: Sequence[Outline],
    sentences: Sequence[Sequence[tuple[int, int]]],
    quotations: Sequence[Quotation],
) -> Iterator[Attribution]:
    """Attributions in the order of the text; all positions, also those of the result, count in the clean text.

    sentences: for each block its sentences as (start, end). A quotation that a cue interrupts gives one attribution
    for each of its parts. Every cue has an attribution of its own, so "said he believes" gives two.
    """
    hits = cues.candidates(text)
    outer = [item.span for item in quotations if item.level == 1]
    for block, ranges in zip(blocks, sentences, strict=True):
        if block.kind != "code":
            yield from _in_block(text, ranges, _inside(hits, block), _inside(outer, block))


def _in_block(
    text: str, ranges: Sequence[tuple[int, int]], hits: Sequence[Hit], quoted: Sequence[Span]
) -> Iterator[Attribution]:
    reported = list(_reported(text, ranges, _outside(hits, quoted)))
    speech = [span for span in quoted if len(text[span.start : span.end].split()) >= _SHORTEST_SPEECH]
    spoken = _link(reported, speech)
    linked = {span for spans in spoken.values() for span in spans}
    told = chain.from_iterable(_attributions(text, item, spoken.get(item.cue, [])) for item in reported)
    untold = (Attribution(None, None, span, "direct") for span in speech if span not in linked)
    yield from sorted(chain(told, untold), key=_place)


def _reported(text: str, ranges: Sequence[tuple[int, int]], hits: Sequence[Hit]) -> Iterator[_Reported]:
    at = 0
    for start, end in ranges:
        own = []
        while at < len(hits) and hits[at].start < end:
            own.append(hits[at])
            at += 1
        for cue in cues.select(text, start, end, own):
            yield _Reported(cue, start, end)


def _link(reported: Sequence[_Reported], speech: Sequence[Span]) -> dict[Cue, list[Span]]:
    """The quotations that each cue introduces or follows: the nearest cue in the sentences where one begins or ends."""
    spoken: dict[Cue, list[Span]] = {}
    starts = [item.cue.start for item in reported]
    for span in speech:
        at = bisect_left(starts, span.start)
        near = [item for item in reported[max(0, at - 1) : at + 1] if _share_sentence(span, item)]
        if near:
            best = min(near, key=lambda item: _gap(span, item.cue))
            spoken.setdefault(best.cue, []).append(span)
    return spoken


def _attributions(text: str, item: _Reported, spoken: Sequence[Span]) -> Iterator[Attribution]:
    cue = Span(item.cue.start, item.cue.end)
    source, content = sources.locate(text, item.cue, item.start, item.end)
    kind = sources.kind(text, item.cue, source)
    if not spoken:
        yield Attribution(source, cue, content, kind)
    for span in spoken:
        yield Attribution(source, cue, span, "anonymous" if kind == "anonymous" else "direct")


def _inside(items: Sequence[_Placed], block: Outline) -> Sequence[_Placed]:
    """The items that begin in a block, of items in the order of the text."""
    start = attrgetter("start")
    return items[bisect_left(items, block.start, key=start) : bisect_left(items, block.end, key=start)]


def _outside(hits: Sequence[Hit], quoted: Sequence[Span]) -> list[Hit]:
    """The hits that no quotation holds: what stands there is reported, and reports nothing itself."""
    outside = []
    at = 0
    for hit in hits:
        while at < len(quoted) and quoted[at].end <= hit.start:
            at += 1
        if at == len(quoted) or hit.start < quoted[at].start:
            outside.append(hit)
    return outside


def _share_sentence(span: Span, item: _Reported) -> bool:
    return item.start < span.end and item.end > span.start


def _gap(span: Span, cue: Cue) -> int:
    return max(span.start - cue.end, cue.start - span.end)


def _place(item: Attribution) -> int:
    return min(span.start for span in (item.source, item.cue, item.content) if span is not None)
