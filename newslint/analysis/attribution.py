"""Who is said to say what: sources, reporting cues and the content that belongs to them.

A cue is a word or phrase that reports ("said", "according to", "in the words of"). There are attributions without
one: a quotation whose speaker stands beside another one of the paragraph, or nowhere; a headline that names its
speaker before a colon; a sentence with a footnote or with a link to a report.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newslint.analysis import attribution_cues as cues
from newslint.analysis import attribution_sources as sources
from newslint.analysis import attribution_words as words
from newslint.analysis.attribution_cues import Cue, Words
from newslint.model import Attribution, AttributionKind, Outline, Quotation, Span

# Fewer words between quotation marks are a name or a word kept at a distance rather than speech.
_SHORTEST_SPEECH = 3

_TELLING = words.SPEECH | frozenset(words.PHRASES)

_DIRECT = ("direct", "anonymous")
_HEADLINES = ("title", "heading")
_CITING = ("paragraph", "list_item", "blockquote")
_LONGEST_SPEAKER = 5  # words before or behind the colon of a headline
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_FOOTNOTE_LINK = re.compile(r"\[?\d{1,3}\]?")

Place = tuple[int, int]


class _Reported(NamedTuple):
    """A cue, its sentence as `start:end`, and its attribution as if nothing there were quoted."""

    cue: Cue
    start: int
    end: int
    told: Attribution


def find(
    text: str,
    blocks: Sequence[Outline],
    sentences: Sequence[Sequence[Place]],
    quotations: Sequence[Quotation],
    links: Sequence[Place] = (),
) -> Iterator[Attribution]:
    """Attributions in the order of the text; all positions, also those of the result, count in the clean text.

    sentences: for each block its sentences as (start, end). links: text that is a link, in its order. A quotation
    that a cue interrupts gives one attribution for each of its parts. Every cue has an attribution of its own, so
    "said he believes" gives two.
    """
    outer = [item for item in quotations if item.level == 1]
    # A quotation that lacks a mark may hold more than was spoken: its words count, and so do the cues inside it.
    quoted = [item.span for item in outer if item.open and item.close]
    speech = [item.span for item in outer if len(text[item.span.start : item.span.end].split()) >= _SHORTEST_SPEECH]
    ranges = [item for block, own in zip(blocks, sentences, strict=True) if block.kind != "code" for item in own]
    reported = list(_reported(text, ranges, quoted))
    told = _told(reported, speech)
    told += _headlines(text, blocks, told)
    told += _untold(blocks, told, speech)
    if links or "[" in text:
        told += _citations(text, blocks, sentences, links, told)
    told.sort(key=_place)
    yield from told


def _reported(text: str, ranges: Sequence[Place], quoted: Sequence[Span]) -> Iterator[_Reported]:
    """Every cue outside of quotations: what stands inside is reported, and reports nothing itself."""
    at = 0
    for start, end in ranges:
        sentence = Words(text, start, end)
        earlier: Span | None = None
        for cue in cues.find(sentence):
            while at < len(quoted) and quoted[at].end <= cue.start:
                at += 1
            if at == len(quoted) or cue.start < quoted[at].start:
                told = sources.read(text, cue, sentence, earlier)
                earlier = told.source or earlier
                yield _Reported(cue, start, end, told)


def _told(reported: Sequence[_Reported], speech: Sequence[Span]) -> list[Attribution]:
    """The attributions of all cues: of the quotations that a cue introduces or follows, else of what it reports."""
    spoken: dict[Cue, list[Span]] = {}
    starts = [item.cue.start for item in reported]
    for span in speech:
        at = bisect_right(starts, span.start)
        near = [item for item in reported[max(0, at - 2) : at + 2] if item.start < span.end and item.end > span.start]
        if near:
            best = min(near, key=lambda item: (item.cue.form not in _TELLING, _gap(span, item.cue)))
            spoken.setdefault(best.cue, []).append(span)
    return [attribution for item in reported for attribution in _of_cue(item.told, spoken.get(item.cue, ()))]


def _of_cue(told: Attribution, spoken: Sequence[Span]) -> Iterable[Attribution]:
    if not spoken:
        return (told,)
    kind: AttributionKind = "anonymous" if told.kind == "anonymous" else "direct"
    return [told._replace(content=span, kind=kind, confidence=1.0) for span in spoken]


def _gap(span: Span, cue: Cue) -> int:
    return max(span.start - cue.end, cue.start - span.end)


def _untold(blocks: Sequence[Outline], told: Sequence[Attribution], speech: Sequence[Span]) -> list[Attribution]:
    """Quotations that no cue tells of: their source is that of the last told one in the paragraph, else of the next."""
    contents = {item.content for item in told}
    left = [span for span in speech if span not in contents]
    if not left:
        return []
    speakers = sorted(
        (item for item in told if item.source and item.content and (item.kind in _DIRECT or not item.cue)), key=_place
    )
    places = [_place(item)[0] for item in speakers]
    starts = [block.start for block in blocks]
    untold = []
    for span in left:
        at = bisect_right(places, span.start)
        block = bisect_right(starts, span.start)
        near = speakers[max(0, at - 1) : at + 1]
        speaker = next((item for item in near if bisect_right(starts, _place(item)[0]) == block), None)
        kind: AttributionKind = "anonymous" if speaker and speaker.kind == "anonymous" else "direct"
        untold.append(Attribution(speaker.source if speaker else None, None, span, kind))
    return untold


def _headlines(text: str, blocks: Iterable[Outline], told: Sequence[Attribution]) -> list[Attribution]:
    """Headlines that name their speaker before a colon or behind it: "Brekke: bridge must close", "...: report"."""
    found = []
    names: set[str] | None = None
    for block in blocks:
        if block.kind in _HEADLINES and text.count(":", block.start, block.end) == 1:
            if names is None:
                names = _names(text, told)
            colon = text.index(":", block.start, block.end)
            if not text[colon + 1 : colon + 2].isspace():
                continue
            parts = sources.stretch(text, block.start, colon), sources.stretch(text, colon + 1, block.end)
            for speaker, content in (parts, parts[::-1]):
                if speaker and content and (kind := _speaks(text, speaker, names)):
                    found.append(Attribution(speaker, None, content, kind))
                    break
    return found


def _names(text: str, told: Sequence[Attribution]) -> set[str]:
    """Words with a capital that stand in the sources of an article."""
    named = (text[item.source.start : item.source.end].split() for item in told if item.source and item.cue)
    return {word.strip(",.").lower() for word in chain.from_iterable(named) if word[0].isupper()}


def _speaks(text: str, speaker: Span, names: set[str]) -> AttributionKind | None:
    """The kind of attribution that such a part of a headline makes of the rest; None if it names no source."""
    named = text[speaker.start : speaker.end].lower().split()
    if len(named) > _LONGEST_SPEAKER:
        return None
    if sources.is_nameless(named):
        return "anonymous"
    if sources.is_document(named):
        return "document"
    return "indirect" if named[-1] in words.SPEAKERS or names.issuperset(named) else None


def _citations(
    text: str,
    blocks: Sequence[Outline],
    sentences: Sequence[Sequence[Place]],
    links: Sequence[Place],
    told: Sequence[Attribution],
) -> list[Attribution]:
    """Sentences that nobody else is told to say, but that bear a footnote or a link to a report."""
    notes = [match.span() for match in _FOOTNOTE.finditer(text)]
    marks = sorted({*notes, *(link for link in links if _is_citation(text[link[0] : link[1]]))})
    taken = sorted(span for item in told for span in (item.cue, item.content) if span)
    starts = [span.start for span in taken]
    found = []
    at = 0
    for block, own in zip(blocks, sentences, strict=True):
        for start, end in own if block.kind in _CITING else ():
            while at < len(marks) and marks[at][0] < start:
                at += 1
            if at < len(marks) and marks[at][1] <= end:
                before = bisect_right(starts, end - 1) - 1
                if before < 0 or max(span.end for span in taken[max(0, before - 1) : before + 1]) <= start:
                    content = sources.stretch(text, start, end)
                    found.append(Attribution(Span(*marks[at]), None, content, "document"))
    return found


def _is_citation(link: str) -> bool:
    return bool(_FOOTNOTE_LINK.fullmatch(link)) or sources.is_document(link.lower().split())


def _place(item: Attribution) -> tuple[int, int]:
    """Where an attribution begins; of those that begin together, the one with the earlier cue first.

    A source that stands with another attribution, of which this one goes on, is no beginning.
    """
    if item.cue is None and item.content:
        return item.content.start, item.content.start
    starts = [span.start for span in (item.cue, item.source, item.content) if span]
    return min(starts), starts[0]
