"""Where the source and the content of a cue stand: before it, behind it, or nowhere."""

import re

from newslint.analysis import attribution_words as words
from newslint.analysis.attribution_cues import Cue
from newslint.model import Attribution, AttributionKind, Span

# How far from its cue a source is looked for, in code points.
_REACH = 160
_LONGEST_SUBJECT = 15
# So many marks at the end of a stretch are cut off: a bound for texts that are nothing but marks.
_MOST_MARKS = 8

_LONGEST_TRAIL = 60
_MOST_TRAILING_WORDS = 4

_OPENING_MARKS = frozenset('(“"«[–—')
_CLOSING_MARKS = frozenset(',;:)”"»]–—')
_MARKS = frozenset(',;:()“”"«»–—!?.')
_BELONGING_MARKS = frozenset("“\"«‘'([$£€#@")
_TRAILING_MARKS = frozenset(",;:–—")
_FIRST_LETTER = re.compile(r"\w")
_SOURCE_END = re.compile(
    r"[,;:()“”\"«»–—!?]|\.(?=\s|$)"
    r"|\s(?:in|on|at|during|that|who|which|as|when|while|after|before|but|told|said|has|have|is|are|was|were|to)\s"
)
_BY = re.compile(r"\s+by\s+")
_BEGIN_SOURCE = words.DETERMINERS | words.PRONOUNS
_BESIDE_VERBS = (words.VERB_MARKERS - words.PRONOUNS) | words.FORMS_OF_BE | {"who", "himself", "herself", "themselves"}
_SOURCE_FOLLOWS = frozenset(phrase for phrase in words.PHRASES if phrase.endswith((" to", " of", " by")))


def read(text: str, cue: Cue, start: int, end: int) -> Attribution:
    """The attribution of a cue in the sentence `text[start:end]`, as if nothing in it were quoted."""
    source: Span | None = None
    kind: AttributionKind = "indirect"
    rest = cue.end
    if cue.form in _SOURCE_FOLLOWS:
        source = _behind(text, cue.end, end)
        rest = source.end if source else cue.end
        kind = "according-to"
    elif cue.form in words.HEARSAY:
        rest = start
        kind = "passive"
    elif _is_passive(text, cue, start):
        by = _BY.match(text, cue.end, end)
        source = _behind(text, by.end(), end) if by else None
        kind = "indirect" if source else "passive"
    elif _follows_content(text, cue.start, start):
        source = _behind_inverted(text, cue, end)
        rest = source.end if source else cue.end
    if source is None and kind == "indirect":
        source = _before(text, cue, start)
    return Attribution(
        source, Span(cue.start, cue.end), _content(text, cue, source, start, rest, end), _kind(text, cue, source, kind)
    )


def _content(text: str, cue: Cue, source: Span | None, start: int, rest: int, end: int) -> Span | None:
    """What stands behind cue and source, or, where nothing does, what stands before them."""
    first = min(cue.start, source.start) if source else cue.start
    trails = source is not None and (source.start > cue.start or _is_short(text, cue.end, end))
    if trails and _follows_content(text, first, start):
        return _stretch(text, start, first) or _stretch(text, rest, end)
    return _stretch(text, rest, end) or _stretch(text, start, first)


def _kind(text: str, cue: Cue, source: Span | None, kind: AttributionKind) -> AttributionKind:
    if cue.form in words.ANONYMITY:
        return "anonymous"
    named = text[source.start : source.end].lower().split() if source else []
    if not words.NAMELESS.isdisjoint(named):
        return "anonymous"
    if kind == "indirect" and not words.DOCUMENTS.isdisjoint(named):
        return "document"
    return kind


def _before(text: str, cue: Cue, start: int) -> Span | None:
    """The subject in front of a cue: the words since the last edge of a clause, without auxiliaries and adverbs.

    Where a comma stands between, the name before an apposition belongs to it: "Ana Reis, the engineer, said".
    """
    first = max(start, cue.start - _REACH)
    position = begin = cue.start
    end = 0
    in_apposition = False
    for word in reversed(text[first : cue.start].split()[-_LONGEST_SUBJECT:]):
        position = text.rfind(word, first, position)
        low = word.lower()
        if end == 0:
            if low in _BESIDE_VERBS or low.endswith("ly"):
                continue
            if low in words.CLAUSE_WORDS:
                return None
            in_apposition = word[-1] == ","
            end = position + len(word)
        elif in_apposition:
            in_apposition = word[-1] != ","
        elif low in words.CLAUSE_WORDS or word[-1] in _CLOSING_MARKS:
            break
        begin = position
        if word[0] in _OPENING_MARKS:
            break
    return _stretch(text, begin, end) if end and not in_apposition else None


def _behind(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that begins at `start`."""
    stop = _SOURCE_END.search(text, start + 1, min(end, start + _REACH))
    return _stretch(text, start, stop.start() if stop else min(end, start + _REACH))


def _follows_content(text: str, first: int, start: int) -> bool:
    """Whether what was said stands right before cue and source: "..., said"; an apposition looks the same."""
    before = text[max(start, first - 3) : first].rstrip()
    return not before or before[-1] in _MARKS


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a listener or a day at most: "he told reporters on Friday"."""
    return end - start < _LONGEST_TRAIL and len(text[start:end].split()) <= _MOST_TRAILING_WORDS


def _behind_inverted(text: str, cue: Cue, end: int) -> Span | None:
    """The source behind such a cue: a name, or a noun with an article, up to a mark and not up to a verb."""
    stop = _SOURCE_END.search(text, cue.end + 1, min(end, cue.end + _REACH))
    if stop and text[stop.start()] not in _MARKS:
        return None
    source = _stretch(text, cue.end, stop.start() if stop else min(end, cue.end + _REACH))
    if source is None:
        return None
    first = text[source.start : source.end].split(None, 1)[0]
    return source if first[0].isupper() or first.lower() in _BEGIN_SOURCE else None


def _is_passive(text: str, cue: Cue, start: int) -> bool:
    """Whether a form of "be" stands before a participle, at most an adverb between them."""
    if cue.form.endswith(("ing", "s")):
        return False
    before = [word.lower() for word in text[max(start, cue.start - 24) : cue.start].split()[-2:]]
    if before and (before[-1].endswith("ly") or before[-1] in words.VERB_MARKERS):
        before.pop()
    return bool(before) and before[-1] in words.FORMS_OF_BE


def _stretch(text: str, start: int, end: int) -> Span | None:
    """`text[start:end]` without marks and spaces at its edges, or None if nothing is left."""
    first = _FIRST_LETTER.search(text, start, end)
    if first is None:
        return None
    left = first.start()
    if left > start and text[left - 1] in _BELONGING_MARKS:
        left -= 1
    floor = max(left, end - _MOST_MARKS)
    while end > floor and (text[end - 1] in _TRAILING_MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(left, end)
