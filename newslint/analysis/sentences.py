"""Sentence boundaries: our own segmenter where there are word classes for a language, sentencex for all others.

The segmenter looks once at every run of terminators. One regular expression tells what stands around it; the word
before, the words after and the word classes of the language decide whether a sentence ends there.
"""

import re
from collections.abc import Iterator

from newslint.analysis.abbreviations import Kind, WordClasses, word_classes

# Every quantifier is possessive or bounded and a run of terminators always matches: linear time, whatever follows.
_TERMINATOR = re.compile(
    r"""
    (?P<marks> [.!?…‽]++ (?: [ \u00a0] [.!?…]++ (?!\w) )*+ | [。！？｡؟۔।]++ )
    (?P<closing> (?:
        ["'”’»›«)\]}」』）]++ (?!\w)             # quotation marks and brackets that close behind the full stop
      | [“‘] (?![\w“‘])                          # the same marks close German and Nordic quotations
      | [ \u00a0\u202f]? » (?!\S)
      | [ ]? \[ \d{1,3} \] (?!\w) | [¹²³⁰-⁹]     # footnotes
    )*+ )
    (?P<gap> \s*+ )
    (?= (?P<opening> [^\w\s.!?…]{0,3}+ [ \u00a0\u202f]? [^\w\s.!?…]{0,3}+ ) (?P<following> [^\W_]*+ ) )
    """,
    re.VERBOSE,
)
_BLANK_LINE = re.compile(r"([\r\n])\s*\1")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FULL_WIDTH = frozenset("。！？｡؟۔।")
_OPENERS = "\"'“‘„‚«‹([{¿¡–-/*•"
_LONGEST_TOKEN = 40
_LONGEST_OPENING_PHRASE = 15

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_ONLY_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{1,3}\Z")
_LIST_LABEL = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})\Z")

_CUE = (
    r"(?:said|says|asked|asks|added|adds|told|wrote|writes|replied|cried|shouted|exclaimed|wondered|quipped|tweeted|recalled)\b"
)
_NAME = r"(?:[A-Z][\w.’'-]*+,?\s+)"
_SPEAKER_AND_CUE = re.compile(rf"{_NAME}{{1,4}}{_CUE}|{_CUE}\s+[A-Z]")
_NOTHING_BUT_ATTRIBUTION = re.compile(rf"{_NAME}{{1,4}}{_CUE}[.,]")


def split(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, each as (start, end) in `text`, stripped of white space.

    Nothing but white space is left out. A line break does not end a sentence, a blank line does. language: ISO 639-1,
    a region after a hyphen is ignored; None is read as English.
    """
    language = language.partition("-")[0].lower() if language else "en"
    classes = word_classes(language)
    return [
        sentence
        for first, last in _paragraphs(text, start, end)
        for sentence in (_own(text, first, last, classes) if classes else _sentencex(text, first, last, language))
    ]


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between blank lines, stripped of white space; empty ones are left out."""
    at = start
    for stop, resume in [*(blank.span() for blank in _BLANK_LINE.finditer(text, start, end)), (end, end)]:
        stretch = text[at:stop]
        if trimmed := stretch.strip():
            first = at + len(stretch) - len(stretch.lstrip())
            yield first, first + len(trimmed)
        at = resume


def _sentencex(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    import sentencex

    # Rust strings cannot hold the lone surrogates that stand for undecodable bytes.
    paragraph = _SURROGATE.sub("\ufffd", text[start:end])
    for part in sentencex.get_sentence_boundaries(language, paragraph):
        yield from _paragraphs(text, start + part["start_index"], start + part["end_index"])


def _own(text: str, start: int, end: int, classes: WordClasses) -> Iterator[tuple[int, int]]:
    begin = start
    for terminator in _TERMINATOR.finditer(text, start, end):
        resume = terminator.end()
        if resume < end and _ends_sentence(text, begin, terminator, classes):
            yield begin, terminator.start("gap")
            begin = resume
    yield begin, end


def _ends_sentence(text: str, begin: int, terminator: re.Match[str], classes: WordClasses) -> bool:
    marks, closing, gap, opening, following = terminator.groups()
    if marks[-1] in _FULL_WIDTH:
        return True
    word = _word_before(text, begin, terminator.start())
    if not gap:
        return _lacks_space(text, terminator, word)
    if following[:1].islower() and not _is_brand(following):
        return False
    starter = following.lower() in classes.starters and not _is_initial(text, terminator)
    if marks != ".":
        return _strong_mark_ends(text, terminator, word, starter)
    if closing:
        return not _NOTHING_BUT_ATTRIBUTION.match(text, terminator.end())
    return _full_stop_ends(text, begin, terminator, word, starter, classes)


def _word_before(text: str, begin: int, at: int) -> str:
    """The token that ends at `at`, without what opens it; empty where white space stands before."""
    window = text[max(begin, at - _LONGEST_TOKEN) : at]
    if not window or window[-1].isspace():
        return ""
    return window.rsplit(None, 1)[-1].rpartition("—")[2].lstrip(_OPENERS)


def _is_initial(text: str, terminator: re.Match[str]) -> bool:
    """Whether the word that follows is one letter and a full stop: "A. Smith"."""
    start, end = terminator.span("following")
    return end - start == 1 and text[end : end + 1] == "."


def _is_brand(word: str) -> bool:
    """iPhone, eBay."""
    return word[1:2].isupper()


def _lacks_space(text: str, terminator: re.Match[str], word: str) -> bool:
    """Whether a sentence ends here although nothing stands between it and the next one: "the end.The next"."""
    marks, closing, _, opening, following = terminator.groups()
    if len(marks) > 1 or len(opening) > 1 or "@" in word or "." in word:
        return False
    if not (closing or (len(word) > 2 and word.isalpha() and word.islower())):
        return False
    after = text[terminator.end("following") : terminator.end("following") + 1]
    return following.istitle() and following.isalpha() and (after.isspace() or after in ",'’")


def _strong_mark_ends(text: str, terminator: re.Match[str], word: str, starter: bool) -> bool:
    """After "?", "!" and ellipses."""
    marks, closing = terminator["marks"], terminator["closing"]
    if closing and "?" in marks or "!" in marks:
        return starter or not _SPEAKER_AND_CUE.match(text, terminator.end())
    if closing[:1] in (")", "]") and not word:  # "[...]" stands for words left out
        return starter
    return True


def _full_stop_ends(
    text: str, begin: int, terminator: re.Match[str], word: str, starter: bool, classes: WordClasses
) -> bool:
    opening, following = terminator["opening"], terminator["following"]
    kind = classes.abbreviations.get(word.lower())
    if kind is None:
        kind = _guess_kind(word, classes)
    if kind is None:
        return not (terminator.start() - len(word) <= begin and _LIST_LABEL.match(word))
    if kind == "never":
        return False
    if kind == "number":
        return not following[:1].isdigit()
    if kind == "clock":
        opening_phrase = terminator.start() - begin < _LONGEST_OPENING_PHRASE
        return starter or not (opening_phrase or following[:1].isdigit() or following.lower() in classes.clock_companions)
    return starter


def _guess_kind(word: str, classes: WordClasses) -> Kind | None:
    """The kind of an abbreviation that is in no list: an initial, "U.N.", "Mfg.", a German ordinal."""
    if len(word) == 1 and word.isalpha():
        return "may_end"
    if _DOTTED.match(word) or _ONLY_CONSONANTS.match(word):
        return "may_end"
    if classes.ordinals and len(word) <= 2 and word.isdigit():
        return "may_end"
    return None
