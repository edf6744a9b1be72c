"""Who is said to say what: sources, reporting cues and the content that belongs to them.

A cue is a word or phrase that reports ("said", "according to", "in the words of"). Quotations without a cue are
attributions too: their speaker stands elsewhere, or nowhere.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newslint.analysis import attribution_cues as cues
from newslint.analysis import attribution_sources as sources
from newslint.analysis.attribution_cues import Cue
from newslint.analysis.phrases import Hit
from newslint.model import Attribution, Outline, Quotation, Span

# Fewer words between quotation marks are a name or a word kept at a distance rather than speech.
_SHORTEST_SPEECH = 3


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
    ranges = [item for block, own in zip(blocks, sentences, strict=True) if block.kind != "code" for item in own]
    outer = [item for item in quotations if item.level == 1]
    # A quotation that lacks a mark may hold more than was spoken: its words count, and so do the cues inside it.
    quoted = [item.span for item in outer if item.open and item.close]
    speech = [item.span for item in outer if len(text[item.span.start : item.span.end].split()) >= _SHORTEST_SPEECH]
    reported = list(_reported(text, ranges, _outside(cues.candidates(text), quoted)))
    spoken = _link(reported, speech)
    linked = {span for spans in spoken.values() for span in spans}
    told = chain.from_iterable(_attributions(text, item, spoken.get(item.cue, ())) for item in reported)
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
    told = sources.read(text, item.cue, item.start, item.end)
    if not spoken:
        yield told
    for span in spoken:
        yield told._replace(content=span, kind="anonymous" if told.kind == "anonymous" else "direct")


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


def _place(item: Attribution) -> tuple[int, int]:
    """Where an attribution begins; of those that begin together, the one with the earlier cue first."""
    starts = [span.start for span in (item.cue, item.source, item.content) if span]
    return min(starts), starts[0]
