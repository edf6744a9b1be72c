"""A document: its source, its clean text, the way between them, and facts computed once, when first asked for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

from newslint.analysis import attribution, dale_chall, language, quotations, readability, sentences, speakers, structure
from newslint.analysis.phrases import Hit, PhraseMatcher
from newslint.analysis.quotations import Parse
from newslint.analysis.template_index import Passage, TemplateIndex, is_indexed
from newslint.model import (
    Attribution,
    Block,
    BlockKind,
    Comment,
    Outline,
    PhraseHit,
    Quotation,
    QuoteMark,
    Readability,
    Region,
    Sentence,
    Span,
    Speaker,
    TemplateMatch,
)
from newslint.offsets import Lines, OffsetMap

_Value = TypeVar("_Value", QuoteMark, Quotation, Attribution)

_RUNNING: tuple[BlockKind, ...] = ("paragraph", "list_item", "blockquote")
_OF_THE_ARTICLE: tuple[Region, ...] = ("", "header", "figure")
_SHORTEST_PROSE = 60  # characters: about one sentence

_LENT = ("phrase_matcher", "template_index")

_UNDECODABLE = re.compile("[\ud800-\udfff]+")


class HasSpan(Protocol):
    """Anything that stands somewhere in the source: a sentence, a block, a quotation."""

    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, eq=False)
class Document:
    """An article and what is known about it.

    source: the text as it was given, decoded; every `Span` counts in it.
    text: the clean text that rules read: without markup, with entities resolved. Equal to source in plain text.
    offsets: the map between the two; None where they are equal.
    outline: the blocks that markup tells, in positions of `text`; None where they must be inferred.
    links: text that is a link, in the source. comments: comments of the markup.
    language_told: the language that a caller, the config or front matter names; it wins over detection.
    language_declared: what `<html lang>` says, which counts only where the text is too short to tell: the templates
    of many sites say the wrong one.
    """

    source: str = field(repr=False)
    text: str = field(repr=False)
    format: str = "plain"
    path: str | None = None
    offsets: OffsetMap | None = field(default=None, repr=False)
    outline: tuple[Outline, ...] | None = field(default=None, repr=False)
    links: tuple[Span, ...] = field(default=(), repr=False)
    comments: tuple[Comment, ...] = field(default=(), repr=False)
    language_told: str | None = None
    language_declared: str | None = None
    phrase_matcher: PhraseMatcher | None = field(default=None, repr=False)
    template_index: TemplateIndex | None = field(default=None, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Facts are made anew after pickling: they are larger than the text, and what the linter lent stays with it."""
        return {item.name: None if item.name in _LENT else getattr(self, item.name) for item in fields(self)}

    # -- places

    def locate(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`."""
        return self.offsets.to_source(start, end) if self.offsets else Span(start, end)

    def within(self, part: HasSpan, start: int, end: int) -> Span:
        """The source span of `text_of(part.span)[start:end]`: a match inside a sentence, say."""
        base = self.clean_range(part.span)[0]
        return self.locate(base + start, base + end)

    def clean_range(self, span: Span) -> tuple[int, int]:
        """Where a source span stands in `text`, as (start, end)."""
        return self.offsets.to_clean(span) if self.offsets else (span.start, span.end)

    def text_of(self, span: Span) -> str:
        """What a reader sees at a source span: its text without markup."""
        start, end = self.clean_range(span)
        return self.text[start:end]

    @cached_property
    def lines(self) -> Lines:
        """The lines of the source, for line and column numbers."""
        return Lines(self.source)

    # -- facts

    @cached_property
    def language(self) -> str | None:
        """ISO 639-1 code, as told or detected; None when there is too little text to tell."""
        if self.language_told:
            return self.language_told.partition("-")[0]
        return language.detect(self._prose()) or self.language_declared

    def detect_language(self, part: HasSpan) -> tuple[str, float] | None:
        """The likeliest language of a block or sentence as (ISO 639-1 code, probability); None if it is too short."""
        return language.detect_paragraph(self.text_of(part.span))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Titles, headings, paragraphs and so on, in the order of the source."""
        locate = self.offsets.to_source if self.offsets else Span
        following = iter(self.sentences)
        return tuple(
            [
                Block(
                    item.kind,
                    locate(item.start, item.end),
                    item.level,
                    tuple(islice(following, len(ranges))),
                    item.marked,
                    item.confidence,
                    item.region,
                )
                for item, ranges in zip(self._outline, self._sentence_ranges, strict=True)
            ]
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks, in the order of the source."""
        text, offsets = self.text, self.offsets
        ranges = chain.from_iterable(self._sentence_ranges)
        if offsets:
            return tuple([Sentence(offsets.to_source(start, end), text[start:end]) for start, end in ranges])
        # Made in the short way, at half the cost: an article has dozens of them.
        new = tuple.__new__
        return tuple([new(Sentence, (new(Span, place), text[place[0] : place[1]])) for place in ranges])

    @cached_property
    def quote_marks(self) -> tuple[QuoteMark, ...]:
        """Every quotation mark and apostrophe with the role it plays, in the order of the source."""
        if self.offsets is None:
            return self._quotes.marks
        return tuple(self._in_source(mark) for mark in self._quotes.marks)

    @cached_property
    def quote_problems(self) -> tuple[QuoteMark, ...]:
        """Those of the quotation marks that have a problem; most documents have none."""
        return tuple([mark for mark in self.quote_marks if mark.problem])

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations, also broken ones, in the order of the source."""
        return tuple(self._in_source(quotation) for quotation in self._quotes.quotations)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to say what, in the order of the source."""
        return tuple(self._in_source(item) for item in self._attributions)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """The sources of the article, the mentions of each brought together, in the order in which they first speak."""
        return speakers.resolve(self.text, self._outline, self._attributions)

    def readability(self, part: HasSpan | None = None) -> Readability:
        """Counts and scores of the article, all but its tables and code, or of one block or sentence."""
        if part is None:
            return self._article_readability
        return self._measure(part.sentences if isinstance(part, Block) else [part])

    def dale_chall(self) -> float | None:
        """The Dale-Chall score of what `readability()` measures; None in a language other than English.

        Apart from the other scores because it costs as much as all of them, and no rule needs it.
        """
        sentences = (self.text_of(sentence.span) for block in self.prose_blocks for sentence in block.sentences)
        return dale_chall.measure(sentences, self.language)

    def word_count(self, part: HasSpan) -> int:
        """The words of a block or sentence, as `readability` counts them but without the cost of its scores."""
        return readability.count_words(self.text_of(part.span))

    def phrases(self, rule_id: str) -> tuple[PhraseHit, ...]:
        """Hits of the phrases in a rule's phrase file, in the order of the source."""
        return tuple(
            PhraseHit(self.locate(hit.start, hit.end), hit.phrase, hit.label)
            for hit in self._phrase_hits.get(rule_id, ())
        )

    @property
    def passages(self) -> list[Passage]:
        """The paragraphs that a template index remembers, with their places in the source."""
        return [Passage(self.text_of(block.span), *block.span) for block in self.blocks if is_indexed(block)]

    def find_template(self, block: Block, *, minimum_documents: int, minimum_similarity: float) -> TemplateMatch | None:
        """How often the corpus holds a block, word for word or nearly; None if not so often, or without an index.

        minimum_similarity: share of word triples in common, from 0 to 1.
        """
        if self.template_index is None or not is_indexed(block):
            return None
        text = self.text_of(block.span)
        return self.template_index.find(text, minimum_documents, minimum_similarity, self.path)

    @cached_property
    def undecodable(self) -> tuple[Span, ...]:
        """Where the bytes of the file were not valid in its encoding."""
        try:
            self.source.encode()  # what cannot be encoded are these, and hardly any text has them
        except UnicodeEncodeError:
            return tuple(Span(*match.span()) for match in _UNDECODABLE.finditer(self.source))
        return ()

    # -- looking around

    @property
    def running_blocks(self) -> tuple[Block, ...]:
        """The running text of the article: its paragraphs, list items and block quotes."""
        return self.blocks_of(*_RUNNING)

    @property
    def prose_blocks(self) -> tuple[Block, ...]:
        """All blocks but tables and code: what readability is measured on."""
        return tuple(block for block in self.blocks if block.kind not in ("table", "code"))

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in the order of the source."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this source offset."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return self.sentences[index]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this source offset."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].span.end:
            return None
        return self.blocks[index]

    # -- how facts are made

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def _prose(self) -> str:
        """The running text that tells the language: menus and lists of links are in many, or in none."""
        prose = (
            self.text[item.start : item.end]
            for item in self._outline
            if item.kind in _RUNNING and item.region in _OF_THE_ARTICLE and item.end - item.start >= _SHORTEST_PROSE
        )
        return "\n".join(prose) or self.text

    @cached_property
    def _outline(self) -> Sequence[Outline]:
        return structure.infer(self.text) if self.outline is None else structure.refine(self.text, self.outline)

    @cached_property
    def _sentence_ranges(self) -> list[list[tuple[int, int]]]:
        return sentences.split(self.text, [(item.start, item.end) for item in self._outline], self.language)

    @cached_property
    def _quotes(self) -> Parse:
        # Conventions differ between countries: «» in Switzerland, „“ in Germany.
        told = self.language_told or self.language
        return quotations.parse(self.text, [item for item in self._outline if item.kind != "code"], told)

    @cached_property
    def _attributions(self) -> tuple[Attribution, ...]:
        links = [self.clean_range(span) for span in self.links]
        ranges, quoted = self._sentence_ranges, self._quotes.quotations
        return tuple(attribution.find(self.text, self._outline, ranges, quoted, links))

    @cached_property
    def _phrase_hits(self) -> Mapping[str, Sequence[Hit]]:
        return self.phrase_matcher.find(self.text) if self.phrase_matcher else {}

    @cached_property
    def _article_readability(self) -> Readability:
        return self._measure([sentence for block in self.prose_blocks for sentence in block.sentences])

    def _measure(self, parts: Iterable[HasSpan]) -> Readability:
        spans = [part.span for part in parts]
        ranges = map(self.offsets.to_clean, spans) if self.offsets else spans
        return readability.measure([self.text[start:end] for start, end in ranges], self.language)

    def _in_source(self, value: _Value) -> _Value:
        """The same value with its spans counted in the source."""
        if self.offsets is None:
            return value
        spans: Any = {name: self.locate(*part) for name, part in value._asdict().items() if isinstance(part, Span)}
        return value._replace(**spans)
