"""Sentence boundaries: our own segmenter where there are word classes for a language, sentencex for all others.

The segmenter looks once at every run of terminators. One regular expression tells what stands around it; the word
before, the words after and the word classes of the language decide whether a sentence ends there. Two stops of three
need no such look: a word in lower case stands before them, a space and a capital after.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from newslint.analysis import lazy
from newslint.analysis.abbreviations import TAIL, Kind, WordClasses, word_classes
from newslint.analysis.places import places

_TERMINATORS = ".!?…‽。！？｡؟۔।"
_ASCII_TERMINATORS = ".!?"
# The full stop of a word in lower case that only its last letters could make an abbreviation: it is no Roman number and
# has a vowel among them.
_PLAIN_STOP = re.compile(
    r"\.(?<=(?:[aeiouy][a-z][a-z]|[ a-z][aeiouy][a-z]|[ a-z][a-z][aeiouy])\.)(?<![ivx][ivx]\.)[ ](?=[\"'“‘]?[A-Z])"
)
# Every quantifier is possessive or bounded and a run of terminators always matches: linear time, whatever follows.
_TERMINATOR = re.compile(
    r"""
    (?P<marks> [.!?…‽。！？｡؟۔।] (?:
        (?<= [.!?…‽] ) [.!?…‽]*+ (?: [ \u00a0] [.!?…]++ (?!\w) )*+
      | [。！？｡؟۔।]*+
    ) )
    (?P<closing> (?:
        ["'”’»›«)\]}」』）]++ (?!\w)                # quotation marks and brackets
      | [“‘] (?![\w“‘])                             # the same marks close German and Nordic quotations
      | [ \u00a0\u202f]? » (?!\S)
      | [ ]? \[ \d{1,3} (?: [ ]?[,–-][ ]?\d{1,3} ){0,4} \] (?!\w) | [¹²³⁰-⁹]  # footnotes
      | [ ]? [\[(] (?: \.\.\. | … ) [\])]           # words left out
      | [ ] [:;] -? [()DP] (?!\w)                   # :-)
    )*+ )
    (?P<gap> \s*+ )
    (?= (?P<opening> [^\w\s.!?…]{0,3}+ [ \u00a0\u202f]? [^\w\s.!?…]{0,3}+ ) (?P<following> [^\W_]*+ ) )
    """,
    re.VERBOSE,
)
_BLANK_LINE = lazy.pattern(r"([\r\n])\s*\1")
_SURROGATE = lazy.pattern("[\ud800-\udfff]")

_FULL_WIDTH = frozenset("。！？｡؟۔।")
_QUOTES = frozenset("\"'”’»›«“‘")
_DASHES = frozenset("-–—")
_OPENERS = "\"'“‘„‚«‹([{¿¡–-/*•"

_LONGEST_TOKEN = 40
_LONGEST_OPENING_PHRASE = 15  # "At 5:30 a.m."

_DOTTED = re.compile(r"(?:[^\W\d_]\.&?)+[^\W\d_]\Z")  # U.S., S.&P.
_LONGEST_CONSONANTS = 4
_ONLY_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{1,3}\Z")
_NAMES_WITH_MARK = frozenset({"E", "Jeopardy", "Panic", "Wham", "Yahoo"})  # "Yahoo! News"
_JOINT = re.compile(r".*[-'’]")
_LIST_LABEL = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})\Z")

_CUE = (
    r"(?:said|says|tells|told|asks|asked|adds|added|writes|wrote|replied|responded|answered|cried|called|shouted|yelled"
    r"|screamed|whispered|muttered|exclaimed|wondered|demanded|insisted|declared|explained|suggests|suggested|argued"
    r"|noted|warned|joked|quipped|tweeted|continued|recalled)\b"
)
_NAME = r"(?:[A-Z][\w.’'-]*+,?\s+)"
_SPEAKER_AND_CUE = lazy.pattern(rf"{_NAME}{{1,4}}{_CUE}|{_CUE}\s+[A-Z]")
_NOTHING_BUT_ATTRIBUTION = lazy.pattern(rf"{_NAME}{{1,4}}{_CUE}\.")
_SUBJECT_AND_VERB = lazy.pattern(
    r"[A-Z][\w'’-]*+(?:\s+(?:is|are|was|were|has|had|have|will|would|said|says|also|[a-z]{2,6}n['’]t)|,\s+(?:which|who))\b"
)


def split(text: str, blocks: Iterable[tuple[int, int]], language: str | None) -> list[list[tuple[int, int]]]:
    """The sentences of each block `text[start:end]`, each as (start, end) in `text`, stripped of white space.

    Nothing but white space is left out. A line break does not end a sentence, a blank line does. language: ISO 639-1,
    a region after a hyphen is ignored; None is read as English.
    """
    language = _base(language)
    classes = word_classes(language)
    stretches = [_paragraphs(text, start, end) for start, end in blocks]
    if classes is None:
        return [[place for item in items for place in _sentencex(text, *item, language)] for items in stretches]
    stops = places(text, _ASCII_TERMINATORS if text.isascii() else _TERMINATORS)
    plain = {
        match.start()
        for match in _PLAIN_STOP.finditer(text)
        if text[match.start() - TAIL : match.start()] not in classes.tails
    }
    return [[place for item in items for place in _own(text, *item, stops, plain, classes)] for items in stretches]


@cache
def _base(language: str | None) -> str:
    return language.partition("-")[0].lower() if language else "en"


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between blank lines, stripped of white space; empty ones are left out."""
    whole = text[start:end]
    if "\n" not in whole and "\r" not in whole:  # most blocks: a tenth of the time that the pattern takes
        return _stripped(whole, start)
    found = []
    at = 0
    for blank in _BLANK_LINE.finditer(whole):
        found += _stripped(whole[at : blank.start()], start + at)
        at = blank.end()
    return found + _stripped(whole[at:], start + at)


def _stripped(stretch: str, start: int) -> list[tuple[int, int]]:
    if stretch and not (stretch[0].isspace() or stretch[-1].isspace()):
        return [(start, start + len(stretch))]
    trimmed = stretch.strip()
    first = start + len(stretch) - len(stretch.lstrip())
    return [(first, first + len(trimmed))] if trimmed else []


def _sentencex(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    import sentencex

    # Rust strings cannot hold the lone surrogates that stand for undecodable bytes.
    paragraph = _SURROGATE.sub("\ufffd", text[start:end])
    for part in sentencex.get_sentence_boundaries(language, paragraph):
        yield from _paragraphs(text, start + part["start_index"], start + part["end_index"])


def _own(
    text: str, start: int, end: int, stops: Sequence[int], plain: Collection[int], classes: WordClasses
) -> list[tuple[int, int]]:
    """stops: where all terminators of the text stand. plain: where sentences end beyond doubt."""
    found = []
    begin = resume = start
    first = bisect_left(stops, start)
    for at in stops[first : bisect_left(stops, end - 1, first)]:  # one at the very end parts nothing
        if at in plain and at - begin >= TAIL:
            found.append((begin, at + 1))
            begin = resume = at + 2
        elif at >= resume:
            terminator = _TERMINATOR.match(text, at, end)
            assert terminator is not None
            resume = terminator.end()
            if resume < end and _ends_sentence(terminator, begin, classes):
                found.append((begin, terminator.start("gap")))
                begin = resume
    found.append((begin, end))
    return found


def _ends_sentence(terminator: re.Match[str], begin: int, classes: WordClasses) -> bool:
    """Whether the sentence that began at `begin` ends with this terminator."""
    marks, closing, gap, opening, following = terminator.groups()
    if marks[-1] in _FULL_WIDTH:
        return True
    word = _word_before(terminator, begin)
    if not gap:
        return _lacks_space(terminator, word)
    if following[:1].islower() and not following[1:2].isupper():  # but iPhone, eBay
        return _starts_without_capital(terminator, begin, word, classes)
    if marks != ".":
        return _strong_mark_ends(terminator, word, classes)
    if _is_list_label(terminator, begin, word) and closing in ("", ")"):
        return False
    if closing:
        signed = closing[-1] in _QUOTES and opening[:1] in _DASHES  # “...” — Name
        return not (signed or _NOTHING_BUT_ATTRIBUTION.match(terminator.string, terminator.end()))
    kind = _kind(word, classes)
    return kind is None or _abbreviation_ends(kind, terminator, begin, word, classes)


def _word_before(terminator: re.Match[str], begin: int) -> str:
    """The token before the terminator, without what opens it; empty after white space."""
    at = terminator.start()
    window = terminator.string[max(begin, at - _LONGEST_TOKEN) : at]
    if not window or window[-1].isspace():
        return ""
    word = window.rsplit(None, 1)[-1]
    return word if word.isalpha() else word.rpartition("—")[2].lstrip(_OPENERS)


def _is_list_label(terminator: re.Match[str], begin: int, word: str) -> bool:
    """Whether the sentence so far is nothing but "1." or "iv.", perhaps after a bullet."""
    return terminator.start() - len(word) - begin <= 2 and _LIST_LABEL.match(word) is not None


def _starter_follows(terminator: re.Match[str], classes: WordClasses) -> bool:
    """Whether the word that follows has its capital from the start of a sentence: not so in "A. Smith"."""
    start, end = terminator.span("following")
    is_initial = end - start == 1 and terminator.string[end : end + 1] == "."
    return not is_initial and terminator["following"].lower() in classes.starters


def _lacks_space(terminator: re.Match[str], word: str) -> bool:
    """Whether a sentence ends although no space follows, as text taken from pages often has it: "the end.The next"."""
    _, closing, _, opening, following = terminator.groups()
    if len(opening) > 1 or not (closing or (len(word) > 2 and word.isalpha() and word.islower())):
        return False
    end = terminator.end("following")
    after = terminator.string[end : end + 1]
    return following.istitle() and following.isalpha() and (after.isspace() or after in ",'’")


def _starts_without_capital(terminator: re.Match[str], begin: int, word: str, classes: WordClasses) -> bool:
    """Whether a sentence starts in lower case, as in quoted posts: "see you there. i am late"."""
    marks, closing, _, opening, following = terminator.groups()
    if closing or opening or len(word) < 3 or not (word.isalpha() and word.islower()) or ".." in marks or "…" in marks:
        return False
    writes_so = terminator.string[begin].islower() or (len(word) > 4 and following in classes.starters)
    return writes_so and _kind(word, classes) is None


def _strong_mark_ends(terminator: re.Match[str], word: str, classes: WordClasses) -> bool:
    """Whether a sentence ends at "?", "!" or an ellipsis with a capital after it."""
    closing, following = terminator["closing"], terminator["following"]
    if not closing:
        return word not in _NAMES_WITH_MARK or _starter_follows(terminator, classes)
    starter = _starter_follows(terminator, classes)
    if not word and closing[0] in ")]":  # "[...]" stands for words left out
        return starter or _SUBJECT_AND_VERB.match(terminator.string, terminator.end()) is not None
    if _SPEAKER_AND_CUE.match(terminator.string, terminator.end()):
        return starter and following != "I"
    return True


def _abbreviation_ends(kind: Kind, terminator: re.Match[str], begin: int, word: str, classes: WordClasses) -> bool:
    """Whether the full stop of an abbreviation, with a capital or a number after it, ends a sentence as well."""
    text, following = terminator.string, terminator["following"]
    if terminator["opening"][:1] in _DASHES:  # a dateline; "9 a.m. – 10 a.m."
        return False
    starter = _starter_follows(terminator, classes)
    match kind:
        case "never":
            return False
        case "before_number":
            return not following[:1].isdigit()
        case "after_number":
            before = terminator.start() - len(word) - 2
            return starter or (before >= begin and text[before].isdigit())
        case "initials":
            return starter
        case "may_end":
            return starter or _SUBJECT_AND_VERB.match(text, terminator.end()) is not None
        case "clock":
            opening_phrase = terminator.start() - begin < _LONGEST_OPENING_PHRASE
            goes_on = following[:1].isdigit() or following.lower() in classes.clock_companions
            return starter or not (opening_phrase or goes_on)
        case "end":
            return True


def _kind(word: str, classes: WordClasses) -> Kind | None:
    """The kind of abbreviation that a word is, also of those in no list ("U.N.", "Mfg."); None for ordinary words."""
    kind = _listed_kind(word, classes)
    if kind is None and len(word) > _LONGEST_CONSONANTS and word.isalpha():
        return None  # an ordinary word
    if kind is None and (joint := _JOINT.match(word)):  # "ex-Gov.", "Sept. 29-Oct. 2", Italian "l'Avv."
        kind = _listed_kind(word[joint.end() :], classes)
    if kind is None and (
        (len(word) == 1 and word.isalpha())
        or _DOTTED.match(word)
        or _ONLY_CONSONANTS.match(word)
        or (classes.ordinals and len(word) <= 2 and word.isdigit())
    ):
        kind = "initials"
    return kind


def _listed_kind(word: str, classes: WordClasses) -> Kind | None:
    known = classes.abbreviations
    kind = known.get(word) or known.get(word.lower())
    if kind is None and word.isupper():  # "DEC." in a line of capitals
        kind = known.get(word.capitalize())
    return kind
