"""Which paragraphs of a corpus come back in other documents: word for word, or nearly.

Every paragraph has a key, equal for paragraphs that differ in case, punctuation and figures only, and a sketch, from
which the share of word triples that two paragraphs have in common can be estimated: the smallest hash values of its
triples (bottom-k sketches: Broder, "On the resemblance and containment of documents", 1997).
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from newslint.model import Block, TemplateMatch, TemplatePlace

_INDEXED = ("paragraph", "list_item", "blockquote", "caption")

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST = 25  # characters; of shorter lines too many are alike
_LONG_FOR_A_HEADING = 40  # characters
_FEWEST_WORDS = 6  # of a paragraph that may be nearly the same as another
_SKETCH = 12  # values
_LEADING = 4  # values of a sketch by which it is found,
_FEWEST_SHARED = 2  # and how many of them another must have
_SPREAD = 0x9E3779B1  # 2^32 over the golden ratio: checksums of like words become unlike
_MASK = 0xFFFFFFFF
_MOST_PLACES = 3
_MOST_HOLDERS = 100  # paragraphs that are looked up for one value
_MOST_ALIKE = 20  # paragraphs that are compared with one: as many as it takes to know a template
_EXCERPT = 48


class Fingerprint(NamedTuple):
    """What is remembered of a paragraph. key: 64 bits. sketch: up to twelve values of 32 bits, rising."""

    key: int
    sketch: tuple[int, ...]


class Template(NamedTuple):
    """A paragraph of a corpus. documents: how many hold it. places: the first few, in the order of document names.

    excerpt: how it begins at the first of them.
    """

    documents: int
    places: tuple[TemplatePlace, ...]
    excerpt: str
    sketch: tuple[int, ...]


class Passage(NamedTuple):
    """A paragraph to index: its text, and where it stands in the source of its document."""

    text: str
    start: int
    end: int


class TemplateIndex:
    """The paragraphs of a corpus, by key. Not changed once it is made.

    documents: how many it was made of. is_pruned: what stands in one document only was left out, so that it can no
    longer be merged.
    """

    def __init__(self, documents: int, templates: Mapping[int, Template], *, is_pruned: bool = False) -> None:
        self.documents = documents
        self.templates = dict(sorted(templates.items()))
        self.is_pruned = is_pruned

    def __len__(self) -> int:
        return len(self.templates)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TemplateIndex):
            return NotImplemented
        return (self.documents, self.is_pruned, self.templates) == (other.documents, other.is_pruned, other.templates)

    __hash__ = None  # type: ignore[assignment]

    def find(
        self, text: str, minimum_documents: int, minimum_similarity: float, name: str | None = None
    ) -> TemplateMatch | None:
        """Whether so many documents hold a paragraph, or one that is nearly the same.

        minimum_similarity: share of word triples in common, from 0 to 1; estimated, with an error of about 0.14.
        name: the document at hand, whose places are no news.
        """
        found = fingerprint(text)
        if found is None:
            return None
        same = self.templates.get(found.key)
        if same is not None and same.documents >= minimum_documents:
            return TemplateMatch(same.documents, True, _others(same.places, name))
        alike = list(self._alike(found.sketch, minimum_similarity))
        # One document may hold several variants: only those known by name surely differ.
        names = {place.document for template in alike for place in template.places}
        documents = max([len(names), *(template.documents for template in alike)])
        if documents < minimum_documents:
            return None
        places = _first(place for template in alike for place in _others(template.places, name))
        return TemplateMatch(documents, False, places)

    def most_frequent(self, minimum_documents: int) -> list[Template]:
        """The paragraphs that so many documents hold, those of most documents first."""
        frequent = [template for template in self.templates.values() if template.documents >= minimum_documents]
        return sorted(frequent, key=lambda template: (-template.documents, template.places))

    def merged(self, other: "TemplateIndex") -> "TemplateIndex":
        """The index of both corpora: that of two halves equals that of the whole.

        Raises ValueError if one is pruned.
        """
        if self.is_pruned or other.is_pruned:
            raise ValueError("a pruned index cannot be merged: what it left out may stand in the other as well")
        templates = dict(self.templates)
        for key, template in other.templates.items():
            templates[key] = _joined(templates.get(key), template)
        return TemplateIndex(self.documents + other.documents, templates)

    def pruned(self, minimum_similarity: float = 0.5) -> "TemplateIndex":
        """Without the paragraphs that stand in one document and are like none of another: far smaller."""
        kept = {
            key: template
            for key, template in self.templates.items()
            if template.documents > 1 or len(list(islice(self._alike(template.sketch, minimum_similarity), 2))) > 1
        }
        return TemplateIndex(self.documents, kept, is_pruned=True)

    def _alike(self, sketch: tuple[int, ...], minimum_similarity: float) -> Iterator[Template]:
        postings = self._postings
        shared: Counter[int] = Counter()
        for value in sketch:
            at = bisect_left(postings, value << 32)
            end = min(at + _MOST_HOLDERS, len(postings))
            while at < end and postings[at] >> 32 == value:
                shared[postings[at] & _MASK] += 1
                at += 1
        for number, count in shared.most_common(_MOST_ALIKE):
            if count < _FEWEST_SHARED:
                return
            template = self._numbered[number]
            if similarity(sketch, template.sketch) >= minimum_similarity:
                yield template

    @cached_property
    def _numbered(self) -> list[Template]:
        return list(self.templates.values())

    @cached_property
    def _postings(self) -> "array[int]":
        """Pairs of a value and the number of a paragraph, as one integer each, in order: a twentieth of a dict."""
        pairs = (
            (value << 32) | number
            for number, template in enumerate(self._numbered)
            for value in template.sketch[:_LEADING]
        )
        return array("Q", sorted(pairs))


class IndexBuilder:
    """Takes documents one by one; `index` is what they come to. The order does not matter."""

    def __init__(self) -> None:
        self._documents = 0
        self._templates: dict[int, Template] = {}

    def add(self, name: str, passages: Iterable[Passage]) -> None:
        """Take a document. A paragraph counts once in it, however often it stands there."""
        self._documents += 1
        name = _encodable(name)
        own: dict[int, Template] = {}
        for passage in passages:
            found = fingerprint(passage.text)
            if found is not None and found.key not in own:
                place = TemplatePlace(name, passage.start, passage.end)
                own[found.key] = Template(1, (place,), _excerpt(passage.text), found.sketch)
        for key, template in own.items():
            self._templates[key] = _joined(self._templates.get(key), template)

    @property
    def index(self) -> TemplateIndex:
        return TemplateIndex(self._documents, self._templates)


def is_indexed(block: Block) -> bool:
    """Whether an index remembers a block: titles, headings, bylines and datelines come back for good reasons.

    A longer line that only looks like a heading may as well be a caption or a prompt.
    """
    if block.kind == "heading" and not block.marked:
        return sum(len(sentence.text) for sentence in block.sentences) >= _LONG_FOR_A_HEADING
    return block.kind in _INDEXED


def fingerprint(text: str) -> Fingerprint | None:
    """Key and sketch of a paragraph; None if it is too short to be told from others."""
    if len(text) < _SHORTEST:
        return None
    from hashlib import blake2b  # 5 ms, and most runs have no index

    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]
    key = int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "little")
    if len(words) < _FEWEST_WORDS:
        return Fingerprint(key, ())
    triples = zip(words, words[1:], words[2:], strict=False)
    values = {crc32(f"{first} {second} {third}".encode()) * _SPREAD & _MASK for first, second, third in triples}
    return Fingerprint(key, tuple(sorted(values)[:_SKETCH]))


def similarity(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """The share of word triples that two paragraphs have in common, of all that either has, estimated from sketches."""
    union = sorted({*first, *second})[:_SKETCH]
    common = {*first}.intersection(second)
    return sum(value in common for value in union) / max(len(union), 1)


def _joined(first: Template | None, second: Template) -> Template:
    """What is known of one paragraph from two corpora; it does not matter which is which."""
    if first is None:
        return second
    earlier = min(first, second, key=lambda template: (template.places, template.excerpt))
    return Template(
        first.documents + second.documents,
        _first((*first.places, *second.places)),
        earlier.excerpt,
        earlier.sketch,
    )


def _others(places: Iterable[TemplatePlace], name: str | None) -> tuple[TemplatePlace, ...]:
    own = None if name is None else _encodable(name)
    return tuple(place for place in places if place.document != own)


def _first(places: Iterable[TemplatePlace]) -> tuple[TemplatePlace, ...]:
    return tuple(sorted(places)[:_MOST_PLACES])


def _encodable(text: str) -> str:
    """The text with "?" for the lone surrogates that stand for undecodable bytes: no file takes them."""
    return text.encode("utf-8", "replace").decode()


def _excerpt(text: str) -> str:
    line = " ".join(_encodable(text[: 2 * _EXCERPT]).split())
    return line if len(line) <= _EXCERPT and len(text) <= 2 * _EXCERPT else f"{line[:_EXCERPT]}…"
