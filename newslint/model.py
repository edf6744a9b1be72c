"""The values every part of newslint speaks in: frozen, without behaviour.

They are named tuples because an article has hundreds of them: they are made three times as fast as frozen dataclasses.
Positions are code points. A `Span` is half-open and counts in the decoded *source* of a document, so that
`source[span.start:span.end]` is what stands there; only `Outline` counts in the *clean* text that readers make.
"""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]

BlockKind = Literal[
    "title",
    "heading",
    "paragraph",
    "list_item",
    "blockquote",
    "caption",
    "byline",
    "dateline",
    "table",
    "code",
]

Region = Literal["", "nav", "aside", "header", "footer", "figure", "form"]

MarkRole = Literal["open", "reopen", "close", "apostrophe", "prime", "separator", "orphan"]

MarkProblem = Literal[
    "unclosed",
    "unopened",
    "doubled",
    "mismatched-pair",
    "wrong-direction",
    "reversed-apostrophe",
    "wrong-nesting",
    "stray-space",
    "run-on-paragraphs",
]

AttributionKind = Literal["direct", "indirect", "according-to", "document", "passive", "anonymous"]

SpeakerKind = Literal["person", "body", "document", "anonymous", "unclear", "nobody"]


class Span(NamedTuple):
    """A half-open range of code points: `0 <= start <= end <= len(source)`."""

    start: int
    end: int


class Sentence(NamedTuple):
    """One sentence: where it stands in the source, and its text without markup."""

    span: Span
    text: str


class Outline(NamedTuple):
    """A block before it has sentences, in positions of the clean text; made by readers or inferred from line shapes."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marked: bool = False
    confidence: float = 1.0
    region: Region = ""


class Block(NamedTuple):
    """A title, heading, paragraph and so on, with its sentences.

    level: 1 to 6 for titles and headings, 0 for everything else. marked: markup says so; otherwise the kind
    was inferred from the shape of the line, with `confidence` in [0, 1]. region: the innermost part of the page
    that it stands in, if the markup tells.
    """

    kind: BlockKind
    span: Span
    level: int
    sentences: tuple[Sentence, ...]
    marked: bool = False
    confidence: float = 1.0
    region: Region = ""


class QuoteMark(NamedTuple):
    """One quotation mark or apostrophe and the role it plays in the least-cost reading of its text.

    role: "reopen" is the mark with which a later paragraph of a quotation begins; a "separator" parts items (A » B).
    problem: what is wrong with it, or None. partner: the mark at the other end. place: what to point at where that
    is more than the mark (a stray space). expected: the glyphs that would be right at `place`, or None where only
    a person can tell. confidence in [0, 1]: how much worse the best reading without this problem is.
    """

    span: Span
    role: MarkRole
    problem: MarkProblem | None = None
    partner: Span | None = None
    place: Span | None = None
    expected: str | None = None
    confidence: float = 1.0


class Quotation(NamedTuple):
    """Words between quotation marks; a broken one lacks its `open` or its `close`.

    span: from the opening mark to the end of the closing one (of a broken one: to the edge of its paragraph).
    level: 1 for an outer quotation, 2 for one inside another. kind: "double", "single" or "guillemet".
    """

    open: Span | None
    close: Span | None
    span: Span
    level: int
    kind: Literal["double", "single", "guillemet"]
    confidence: float = 1.0


class Attribution(NamedTuple):
    """Who is said to say what: source ("the minister"), cue ("said") and content; any of them may be None.

    The source of a quotation without a cue may stand in another sentence of the paragraph. confidence in [0, 1]: how
    likely the cue reports; words of intention ("plans to") are in doubt more often than words of speech.
    """

    source: Span | None
    cue: Span | None
    content: Span | None
    kind: AttributionKind
    confidence: float = 1.0


class Speaker(NamedTuple):
    """A source of an article under its fullest name, and what it is said to say.

    kind: "anonymous" for sources without a name ("sources", "residents"), "unclear" for a pronoun that could mean
    several, "nobody" for what has no source. statements: positions in `document.attributions`.
    """

    name: str
    kind: SpeakerKind
    statements: tuple[int, ...]


class PhraseHit(NamedTuple):
    """A phrase from a rule's phrase file, found in the text. label: the list of that file it belongs to."""

    span: Span
    phrase: str
    label: str


class TemplatePlace(NamedTuple):
    """Where a paragraph stands in another document of a corpus: `start:end` in that document's source."""

    document: str
    start: int
    end: int


class TemplateMatch(NamedTuple):
    """A paragraph that a corpus holds in `documents` of its documents, the one at hand among them if it was indexed.

    is_exact: but for case, punctuation and figures; otherwise nearly, and there may be more documents.
    places: the first few in other documents, in the order of their names.
    """

    documents: int
    is_exact: bool
    places: tuple[TemplatePlace, ...]


class Comment(NamedTuple):
    """A comment in the markup (`<!-- ... -->`), where editors switch rules off. text: what stands inside."""

    span: Span
    text: str


class Readability(NamedTuple):
    """Counts over a text and the scores made of them.

    words, sentences, letters, syllables: counts. polysyllables: words of three syllables or more.
    long_words: words of more than six letters. Grades are US school years; `flesch_reading_ease` runs from about
    0 (hard) to 100 (easy). Every score of an empty text is 0.
    """

    words: int
    sentences: int
    letters: int
    syllables: int
    polysyllables: int
    long_words: int
    flesch_reading_ease: float
    flesch_kincaid_grade: float
    gunning_fog: float
    smog_index: float
    automated_readability_index: float
    coleman_liau_index: float
    lix: float
    rix: float
