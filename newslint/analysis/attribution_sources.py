"""Where the source and the content of a cue stand: before it, behind it, or nowhere."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newslint.analysis import attribution_words as words
from newslint.analysis.attribution_cues import Cue, Words
from newslint.model import Attribution, AttributionKind, Span

# A source has at most so many words, and stands within so many words of its cue.
_LONGEST_SOURCE = 15
_REACH = 30
# So many marks at the end of a stretch are cut off: a bound for texts that are nothing but marks.
_MOST_MARKS = 8
_LONGEST_TRAIL = 60
_MOST_TRAILING_WORDS = 4

_CLOSING_MARKS = frozenset(",;:)”\"»]–—!?.'’")
_OPENING_MARKS = frozenset('(“"«[–—‘')
_MARKS = frozenset(",;:()“”\"'«»–—!?.")
_BELONGING_MARKS = frozenset("“\"«‘'([$£€#@")
_TRAILING_MARKS = frozenset(",;:–—")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+")
# End a noun phrase that lies behind them, whatever the words beside them.
_ENDS_OF_PHRASES = (words.CLAUSE_WORDS | words.ENDS_OF_PHRASES) - {"and"}
_NOUNS = words.UTTERANCES | words.ATTITUDES
_SOURCE_FOLLOWS = frozenset(phrase for phrase in words.PHRASES if phrase.endswith((" to", " of", " by")))


class _Range(NamedTuple):
    """The words `first` to `last` of a sentence, both included."""

    first: int
    last: int


def read(text: str, cue: Cue, sentence: Words, earlier: Span | None = None) -> Attribution:
    """The attribution of a cue, as if nothing in its sentence were quoted.

    earlier: the source of the cue before it in the sentence, which goes on to speak in "and warned", ", adding".
    """
    source: Span | None = None
    kind: AttributionKind = "indirect"
    rest = cue.end
    if cue.form in _SOURCE_FOLLOWS:
        source = _span(sentence, _behind(sentence, cue.last + 1))
        rest = source.end if source else cue.end
        kind = "according-to"
    elif cue.form in words.HEARSAY:
        rest = sentence.start
        kind = "passive"
    elif _is_passive(cue, sentence):
        by = cue.last + 1
        if by < len(sentence.plain) and sentence.plain[by] == "by":
            source = _span(sentence, _behind(sentence, by + 1))
        kind = "indirect" if source else "passive"
    elif cue.form in words.UTTERANCES:
        source = _span(sentence, _owner(cue, sentence) or _opening(sentence, cue.first))
        kind = "indirect" if source else "passive"
    elif not cue.form.endswith("ing") and _follows_content(text, cue.start, sentence.start):
        source = _span(sentence, _behind_inverted(cue, sentence))
        rest = source.end if source else cue.end
    if source is None and kind == "indirect":
        source = _before(cue, sentence, earlier)
    content = _content(text, cue, source, sentence, rest)
    return Attribution(source, Span(cue.start, cue.end), content, _kind(text, cue, source, kind), cue.confidence)


def _content(text: str, cue: Cue, source: Span | None, sentence: Words, rest: int) -> Span | None:
    """What stands behind cue and source, or, where nothing does, what stands before them."""
    start, end = sentence.start, sentence.end
    near = source is not None and source.end > cue.start - _LONGEST_TRAIL
    first = min(cue.start, source.start) if source and near else cue.start
    trails = source is not None and (source.start > cue.start or _is_short(text, cue.end, end))
    if trails and _follows_content(text, first, start):
        return stretch(text, start, first) or stretch(text, rest, end)
    return stretch(text, rest, end) or stretch(text, start, first)


def _kind(text: str, cue: Cue, source: Span | None, kind: AttributionKind) -> AttributionKind:
    if cue.form in words.ANONYMITY:
        return "anonymous"
    named = text[source.start : source.end].lower().split() if source else []
    if is_nameless(named):
        return "anonymous"
    if kind == "indirect" and is_document(named):
        return "document"
    return kind


def is_nameless(named: Sequence[str]) -> bool:
    """Whether the words of a source, in lower case, hide a name: "a source", but not "a source of pride"."""
    return not words.NAMELESS.isdisjoint(named) and any(
        word in words.NAMELESS and named[at + 1 : at + 2] != ["of"]
        for at, word in enumerate(named)
        if words.PREPOSITIONS_OF_PLACE.isdisjoint(named[:at])
    )


def is_document(named: Sequence[str]) -> bool:
    """Whether the words of a source, in lower case, name a text or figures rather than a person."""
    if words.DOCUMENTS.isdisjoint(named):
        return False
    for word in named:
        if word in words.DOCUMENTS:
            return True
        if word in words.PREPOSITIONS_OF_PLACE:  # "the chief of statistics" is a person
            return False
    return False


# -- sources in front of the cue


def _before(cue: Cue, sentence: Words, earlier: Span | None) -> Span | None:
    """The subject in front of a cue, or that of the cue before it."""
    plain, raw = sentence.plain, sentence.raw
    last = cue.first - 1
    while last >= 0 and _stands_beside(plain[last], raw[last]):
        last -= 1
    if last >= 0 and plain[last + 1] == "to" and plain[last].endswith(("ed", "s")) and not _is_capital(sentence, last):
        last -= 1  # "continued to call"
    if last < 0:
        return None
    if plain[last] in words.PRONOUNS and raw[last][-1] not in _CLOSING_MARKS:
        return Span(*sentence.inside(last, last))
    if cue.form.endswith("ing") or plain[last] in words.CLAUSE_WORDS:
        return earlier or _span(sentence, _opening(sentence, cue.first))
    if plain[last + 1] in ("who", "which"):
        return _span(sentence, _name_before(sentence, last) or _phrase_before(sentence, last))
    if raw[last][-1] in ",)":
        return _span(sentence, _in_apposition(sentence, last)) or earlier
    if raw[last][-1] in '–—:;!?”"' and not _is_quoted_word(raw[last]):
        return earlier
    return _span(sentence, _phrase_before(sentence, last))


def _stands_beside(word: str, raw: str) -> bool:
    """Whether a word stands between a subject and its verb: an auxiliary, an adverb."""
    if raw[-1] in _CLOSING_MARKS:
        return False
    return word in words.BESIDE_VERBS or word.endswith(("ly", "n't"))


def _phrase_before(sentence: Words, last: int) -> _Range | None:
    """The noun phrase that ends with the word `last`."""
    plain, raw = sentence.plain, sentence.raw
    first = last
    floor = max(0, last - _LONGEST_SOURCE + 1)
    while first > floor and raw[first][0] not in _OPENING_MARKS:
        before = first - 1
        word = plain[before]
        if raw[before][-1] in _CLOSING_MARKS and not _is_part(raw[before]):
            break
        if word == "and":
            if not _joins(sentence, before):
                break
        elif word in _ENDS_OF_PHRASES or word.endswith("n't"):
            break
        elif word.endswith("ed") and before > floor and _is_capital(sentence, before - 1):
            break  # "Holm attacked"
        elif plain[first] in words.DETERMINERS and word not in words.PREPOSITIONS_OF_PLACE:
            break
        first = before
    return _trimmed(sentence, first, last)


def _name_before(sentence: Words, last: int) -> _Range | None:
    """The name that ends with the word `last`: "a warning to Ana Reis, who said" is about her."""
    first = last + 1
    while first and _is_capital(sentence, first - 1) and last - first < _LONGEST_SOURCE:
        first -= 1
    return _Range(first, last) if first <= last else None


def _trimmed(sentence: Words, first: int, last: int) -> _Range | None:
    """Without the words of time or place that open a clause: "On Monday the mayor"."""
    plain = sentence.plain
    if plain[first] in words.OPENERS:
        inner = range(first + 1, last + 1)
        later = [at for at in inner if plain[at] in words.DETERMINERS and plain[at - 1] not in words.OPENERS]
        if later:
            first = later[-1]
        else:
            name = last
            while name > first + 1 and _is_capital(sentence, name - 1) and plain[name - 1] not in words.TIMES:
                name -= 1
            if not _is_capital(sentence, name) and plain[name - 1] not in words.TIMES:
                return None  # "China has in the past said"
            first = name
    return _Range(first, last) if plain[last].isalnum() or any(char.isalnum() for char in plain[last]) else None


def _in_apposition(sentence: Words, last: int) -> _Range | None:
    """The phrase that an insertion up to the word `last` belongs to: "Ana Reis, the engineer, said"."""
    raw, plain = sentence.raw, sentence.plain
    floor = max(0, last - _REACH)
    at = last - 1
    if raw[last][-1] == ")" or (raw[last][-1] == "," and raw[last][-2:-1] == ")"):
        while at >= floor and raw[at + 1][0] != "(":
            at -= 1
    else:
        while at >= floor and raw[at][-1] != ",":
            at -= 1
    while at >= floor:
        phrase = _phrase_before(sentence, at)
        if phrase is None:
            return None
        # An insertion may follow another: "Ana Reis, the engineer, a mother of two, said".
        opening = phrase.first - 1
        if raw[phrase.first][0].isupper() or opening < floor or raw[opening][-1] != ",":
            break
        if plain[_clause_start(sentence, opening)] in words.OPENERS:
            break
        at = opening
    else:
        return None
    return _Range(phrase.first, last)


def _clause_start(sentence: Words, at: int) -> int:
    """The first word of the stretch between commas that the word `at` ends."""
    floor = max(0, at - _REACH)
    while at > floor and sentence.raw[at - 1][-1] != ",":
        at -= 1
    return at


def _opening(sentence: Words, end: int) -> _Range | None:
    """The name or pronoun with which the sentence opens, in front of the word `end`: who goes on with ", saying"."""
    if not end:
        return None
    if sentence.plain[0] in words.PRONOUNS:
        return _Range(0, 0)
    if sentence.plain[0] in words.OPENERS or sentence.plain[0] in words.CLAUSE_WORDS:
        return None
    if sentence.plain[0] in words.DETERMINERS or sentence.raw[0][0] in _OPENING_MARKS:
        return None
    last = -1
    end = min(end, _LONGEST_SOURCE)
    while last + 1 < end and _is_capital(sentence, last + 1) and (last < 0 or sentence.raw[last][-1] not in ",:;"):
        last += 1
    return _Range(0, last) if last >= 0 else None


def _owner(cue: Cue, sentence: Words) -> _Range | None:
    """Whose words they are: "the mayor's claim", "her hope"."""
    at = cue.first - 1
    floor = max(0, at - 3)
    while at >= floor and sentence.raw[at][-1] not in ",;:.":
        word = sentence.plain[at]
        if word in words.POSSESSIVES:
            return _Range(at, at)
        if word.endswith("'s"):
            return _phrase_before(sentence, at)
        at -= 1
    return None


# -- sources behind the cue


def _behind(sentence: Words, first: int) -> _Range | None:
    """The noun phrase that begins with the word `first`."""
    raw, plain = sentence.raw, sentence.plain
    end = min(len(raw), first + _LONGEST_SOURCE)
    last = first
    while last < end:
        if raw[last][-1] in _CLOSING_MARKS and not _is_part(raw[last]):
            break
        following = last + 1
        if following < end and (plain[following] in words.ENDS_OF_SOURCES or raw[following][0] in _OPENING_MARKS):
            break
        last = following
    last = min(last, end - 1)
    return _Range(first, last) if first < end and plain[first] else None


def _behind_inverted(cue: Cue, sentence: Words) -> _Range | None:
    """The source behind a cue that follows what was said: a name, or a noun with an article, and no verb."""
    first = cue.last + 1
    if first >= len(sentence.raw) or sentence.raw[cue.last][-1] in _CLOSING_MARKS:
        return None
    if not _is_capital(sentence, first) and sentence.plain[first] not in words.SUBJECT_OPENERS:
        return None
    source = _behind(sentence, first)
    if (
        source is None
        or sentence.plain[first] in words.TIMES
        or sentence.plain[source.last] in words.PREPOSITIONS_OF_PLACE
    ):
        return None
    if not _is_capital(sentence, first) and cue.form not in words.SAYING:
        is_last = source.last == len(sentence.raw) - 1 or sentence.raw[source.last][-1] in _CLOSING_MARKS
        if not is_last or _opens_with_name(sentence):  # "Jens Holm, the mayor, deplored the loss"
            return None
    named = sentence.plain[source.first : source.last + 2]
    if any(word in words.VERBS_BEHIND or word.endswith("n't") for word in named):
        return None
    if any(
        sentence.plain[at].endswith("ed") and _is_capital(sentence, at - 1) for at in range(first + 1, source.last + 1)
    ):
        return None
    return source


def _opens_with_name(sentence: Words) -> bool:
    """Whether nothing but a name stands before the first comma."""
    for at, raw in enumerate(sentence.raw[:_LONGEST_SOURCE]):
        if not _is_capital(sentence, at):
            return False
        if raw[-1] == ",":
            return True
    return False


# -- words and stretches


def _is_part(raw: str) -> bool:
    """Whether the mark at its end belongs to the word: "Mr.", "J.", "ships'"."""
    if raw[-1] == ".":
        return raw[:-1].lower() in words.ABBREVIATED_TITLES or bool(_INITIALS.fullmatch(raw))
    return raw.endswith(("s'", "s’"))


def _is_quoted_word(raw: str) -> bool:
    return len(raw) > 2 and raw[0] in '“"' and raw[-1] in '”"'


def _is_capital(sentence: Words, at: int) -> bool:
    raw = sentence.raw[at]
    return raw[0].isupper() or raw.lstrip("“\"‘'(")[:1].isupper()


def _joins(sentence: Words, at: int) -> bool:
    """Whether "and" at the word `at` joins two names, or two adjectives that open the sentence."""
    if at == 0:
        return False
    return at == 1 or (_is_capital(sentence, at - 1) and _is_capital(sentence, at + 1))


def _span(sentence: Words, phrase: _Range | None) -> Span | None:
    if phrase is None:
        return None
    start, end = sentence.inside(*phrase)
    last = sentence.raw[phrase.last]
    if ")" in last and (bracketed := last.rstrip(",;:")).endswith(")"):  # "Holm (the mayor)" keeps its bracket
        end = sentence.start_of(phrase.last) + len(bracketed)
    return Span(start, end) if end > start else None


def _follows_content(text: str, first: int, start: int) -> bool:
    """Whether what was said stands right before cue and source: "..., said"; an apposition looks the same."""
    before = text[max(start, first - 3) : first].rstrip()
    return not before or (before[-1] in _MARKS and before[-1] != ")")


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a listener or a day at most: "he told reporters on Friday"."""
    return end - start < _LONGEST_TRAIL and len(text[start:end].split()) <= _MOST_TRAILING_WORDS


def _is_passive(cue: Cue, sentence: Words) -> bool:
    """Whether a form of "be" stands before a participle, at most an adverb between them."""
    if cue.form.endswith(("ing", "s")) or cue.form in _NOUNS or not cue.first:
        return False
    at = cue.first - 1
    if at and (sentence.plain[at].endswith("ly") or sentence.plain[at] in words.VERB_MARKERS):
        at -= 1
    return sentence.plain[at] in words.FORMS_OF_BE


def stretch(text: str, start: int, end: int) -> Span | None:
    """`text[start:end]` without marks and spaces at its edges, or None if nothing is left."""
    left = start
    while left < end and not (text[left].isalnum() or text[left] == "_"):
        left += 1
    if left >= end:
        return None
    if left > start and text[left - 1] in _BELONGING_MARKS:
        left -= 1
    floor = max(left, end - _MOST_MARKS)
    while end > floor and (text[end - 1] in _TRAILING_MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(left, end)
