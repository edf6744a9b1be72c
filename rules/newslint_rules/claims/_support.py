"""What in a document may support or take over a claim, made ready for many look-ups."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, chain

from newslint import Block, Document, Sentence, Span

# What one of these reports is the claim of the person who speaks.
_SPEAKING = frozenset(
    "said|says|told|tells|according to|added|wrote|writes|acknowledged|argued|claimed|explained|insisted|warned".split(
        "|"
    )
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")
# Found by attribution, but nobody speaks: "is known for", "ensuring that".
_SILENT_CUES = frozenset(
    {"known", "ensure", "ensures", "ensured", "ensuring", "require", "requires", "mean", "means", "meaning"}
    | {"maintain", "maintaining", "charging", "learning"}
)
_CLEAR = frozenset({"according-to", "document", "anonymous"})  # kinds of attribution that leave no doubt
# A sentence goes on about what the one before it reports: "He", "The report".
_GOES_ON = re.compile(
    r"""[“"'‘]?(?:(?:But|And|Yet|Still),?\ )?(?:
        He | She | They | It | His | Her | Their | Its | This | That | These | Those
      | The\ (?:\w+\ )?(?:report | study | survey | poll | statement | company | official | minister | group | agency
          | bank | firm | figures? | data | document | review | inquiry | investigation | court | judge | researchers?
          | scientists? | authors? | findings | results | spokes\w+)
    )\b""",
    re.VERBOSE,
)
_FOOTNOTE = re.compile(r"\[ ?\d{1,3}(?:[,–-] ?\d{1,3})* ?\]")
_AUTHOR_AND_YEAR = re.compile(r"\(\w+ (?:et al\.,? )?\d{4}\)")
_REPORTS = (
    "report|survey|poll|study|census|figures|statistics|researchers|surveyed|polled|polling|questionnaire|analysis"
    "|audit|ranking|rankings|index|database|data|numbers|estimates|white paper"
).split("|")
_REPORT = re.compile(rf"\b(?:{'|'.join(_REPORTS)})\b", re.IGNORECASE)

_CARRIED = 2  # sentences that a source goes on to support
_LEAD = 2  # sentences that open an article, and as many after them in which their source may follow
_REPORT_AHEAD = 2  # sentences in which the report may follow that figures come from
_WRITTEN = frozenset({"paragraph", "list_item"})


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

    def last_before(self, offset: int) -> Span | None:
        """The last of the spans that begins before this source offset."""
        index = bisect_left(self._spans, offset, key=lambda span: span.start)
        return self._spans[index - 1] if index else None

    def touch(self, span: Span) -> bool:
        """Whether one of the spans shares a character with this one."""
        index = bisect_left(self._spans, span.end, key=lambda item: item.start)
        return index > 0 and self._furthest[index - 1] > span.start


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
        """Links and footnotes: places where the source can be looked up."""
        return Ranges(chain(self._document.links, self._footnotes))

    @cached_property
    def _footnotes(self) -> tuple[Span, ...]:
        text = self._document.text
        notes = chain(_FOOTNOTE.finditer(text) if "[" in text else (), _AUTHOR_AND_YEAR.finditer(text))
        return tuple(self._document.locate(*match.span()) for match in notes)

    @cached_property
    def named(self) -> Ranges:
        """Sources with a first and a last name."""
        sources = (item.source for item in self._document.attributions if item.source)
        return Ranges(source for source in sources if _NAME.search(self._document.text_of(source)))

    @cached_property
    def told(self) -> Ranges:
        """Expressions with which somebody reports, with who it is where that is told: "Holm said"."""
        return Ranges(self._told())

    @cached_property
    def unsupported(self) -> dict[int, Sentence]:
        """Sentences of the running text that neither have a source nor follow from one, by their numbers."""
        found: dict[int, Sentence] = {}
        opening: list[int] = []
        number = 0
        for block in self._document.blocks:
            if block.kind in _WRITTEN:
                found.update(self._without_source(block, number))
                if len(opening) < 2 * _LEAD:
                    opening += range(number, number + len(block.sentences))
            number += len(block.sentences)
        for place, sentence in enumerate(opening[:_LEAD]):
            if any(self._sourced[later] for later in opening[place + 1 : place + 1 + _LEAD]):
                found.pop(sentence, None)
        return found

    @cached_property
    def report(self) -> Span | None:
        """The first mention of a report, poll or list, from which the figures after it come."""
        for block in self._document.blocks:
            text = self._document.text_of(block.span)
            lower = text.lower()
            # Most blocks have none of the words, which is told in a tenth of the time that the expression takes.
            if any(word in lower for word in _REPORTS) and (match := _REPORT.search(text)):
                return self._document.within(block, *match.span())
        return None

    def figures_have_report(self, sentence: Sentence) -> bool:
        """Whether a report, poll or list is named before a sentence with figures, or in the two after it."""
        if self.report is None:
            return False
        sentences = self._document.sentences
        number = bisect_right(sentences, sentence.span, key=lambda item: item.span) + _REPORT_AHEAD
        return number > len(sentences) or self.report.start < sentences[number - 1].span.end

    @cached_property
    def _sourced(self) -> bytearray:
        """For every sentence whether it says itself where it comes from, or is mostly the words of others."""
        document = self._document
        starts = [sentence.span.start for sentence in document.sentences]
        found = bytearray(len(starts))
        for start, end in chain(self._told(), document.links, self._footnotes):
            first = max(0, bisect_right(starts, start) - 1)
            for number in range(first, bisect_left(starts, end, first)):
                found[number] = True
        spoken = (item.content for item in document.attributions if item.content and item.kind == "direct")
        quoted = (item.span for item in document.quotations if item.open and item.close)
        for start, end in chain(spoken, quoted):
            for number in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
                if start <= sum(document.sentences[number].span) // 2 < end:
                    found[number] = True
        return found

    def _told(self) -> Iterator[Span]:
        for source, cue, _, kind, _ in self._document.attributions:
            if cue and (kind in _CLEAR or self._speaks(cue, is_alone=source is None and kind == "indirect")):
                yield Span(min(cue.start, source.start), max(cue.end, source.end)) if source else cue

    def _speaks(self, cue: Span, *, is_alone: bool) -> bool:
        """Whether somebody reports here: "threatening" and "known" are words of reports, and report nothing alone."""
        word = self._document.text_of(cue).lower()
        return word in _SPEAKING or not (is_alone or word in _SILENT_CUES)

    def _without_source(self, block: Block, number: int) -> Iterator[tuple[int, Sentence]]:
        """The sentences without a source of a block whose first sentence has this number."""
        carried = 0
        for at, sentence in enumerate(block.sentences, number):
            if self._sourced[at]:
                carried = _CARRIED
            elif carried and _GOES_ON.match(sentence.text):
                carried -= 1
            else:
                carried = 0
                yield at, sentence


def in_own_voice(document: Document, rule_id: str) -> Iterator[tuple[Span, str, Sentence]]:
    """Phrases of a rule outside quotation marks, with their lists and sentences; none that overlaps one before it."""
    quoted = support_of(document).quoted
    covered = 0
    for hit in document.phrases(rule_id):
        block, sentence = document.block_at(hit.span.start), document.sentence_at(hit.span.start)
        if hit.span.start < covered or block is None or block.kind not in _WRITTEN or sentence is None:
            continue
        if not quoted.hold(hit.span.start):
            covered = hit.span.end
            yield hit.span, hit.label, sentence


@lru_cache(maxsize=1)
def support_of(document: Document) -> Support:
    """The support of a document, computed once for all rules; the last document asked about stays in memory."""
    return Support(document)
