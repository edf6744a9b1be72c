"""Where the source and the content of a cue stand: before it, behind it, or nowhere."""

import re

from newslint.analysis import attribution_words as words
from newslint.analysis.attribution_cues import Cue
from newslint.model import AttributionKind, Span

# How far from its cue a source is looked for, in code points.
_REACH = 160
# A clause in apposition may stand between a source and its cue: "Ana Reis, the engineer in charge, said".
_APPOSITION_EDGES = 2

_CLAUSE_EDGE = re.compile(
    r"[,;:()“”\"«»–—]|\.\s"
    r"|\b(?:and|but|or|that|because|as|while|when|if|although|though|whether|how|what|after|before|until|since)\b"
)
_SOURCE_END = re.compile(
    r"[,;:()“”\"«»–—!?]|\.(?=\s|$)"
    r"|\s(?:in|on|at|during|that|who|which|as|when|while|after|before|but|told|said|has|have|is|are|was|were|to)\s"
)
_PUNCTUATION = ",;:()“”\"«»–—!?."
_BY = re.compile(r"\s+by\s+")
_NAMELESS = re.compile(
    r"\b(?:sources?|insiders?|anonymous|anonymously|unnamed|not to be (?:named|identified)"
    r"|(?:some|many|several|most|other) (?:people|officials|experts|critics|analysts|observers))\b",
    re.IGNORECASE,
)
_BE = frozenset("is are was were be been being".split())
_BESIDE_VERBS = (words.VERB_MARKERS - words.PRONOUNS) | _BE | frozenset("who himself herself themselves".split())
_SOURCE_FOLLOWS = frozenset(phrase for phrase in words.PHRASES if phrase.endswith((" to", " of", " by")))
_WITHOUT_SOURCE = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


def locate(text: str, cue: Cue, start: int, end: int) -> tuple[Span | None, Span | None]:
    """Source and content of a cue in the sentence `text[start:end]`."""
    if cue.form in _SOURCE_FOLLOWS:
        source = _behind(text, cue.end, end)
        edge = source.end if source else cue.end
        return source, _stretch(text, edge, end) or _stretch(text, start, cue.start)
    if cue.form in _WITHOUT_SOURCE:
        return None, _stretch(text, start, end)
    if _is_passive(text, cue, start):
        by = _BY.match(text, cue.end, end)
        return _behind(text, by.end(), end) if by else None, _stretch(text, cue.end, end)
    source = _inverted(text, cue, start, end)
    if source:
        return source, _stretch(text, start, cue.start) or _stretch(text, source.end, end)
    source = _before(text, cue, start)
    first = source.start if source else cue.start
    return source, _stretch(text, cue.end, end) or _stretch(text, start, first)


def kind(text: str, cue: Cue, source: Span | None) -> AttributionKind:
    """What kind of attribution this is if its content is no quotation."""
    named = text[source.start : source.end] if source else ""
    if "condition of anonymity" in cue.form or "asked not to" in cue.form or _NAMELESS.search(named):
        return "anonymous"
    if cue.form == "according to":
        return "according-to"
    if named and not words.DOCUMENTS.isdisjoint(named.lower().split()):
        return "document"
    return "indirect" if source else "passive"


def _before(text: str, cue: Cue, start: int) -> Span | None:
    """The subject in front of a cue: the words since the last edge of a clause, without auxiliaries and adverbs."""
    first = max(start, cue.start - _REACH)
    edges = [(first, first), *(match.span() for match in _CLAUSE_EDGE.finditer(text, first, cue.start))]
    end = cue.start
    for distance, (edge_start, edge_end) in enumerate(reversed(edges)):
        subject = _stretch(text, edge_end, _without_auxiliaries(text, edge_end, end))
        if subject is None:
            end = edge_start
            continue
        if distance and len(edges) > distance + 1:
            return _with_head(text, edges[: -distance - 1], subject)
        return subject
    return None


def _with_head(text: str, edges: list[tuple[int, int]], apposition: Span) -> Span:
    """An apposition together with the name before it, if a comma parts them."""
    name = _stretch(text, edges[-1][1], apposition.start)
    if name and text[apposition.start - 2 : apposition.start] == ", ":
        return Span(name.start, apposition.end)
    return apposition


def _without_auxiliaries(text: str, start: int, end: int) -> int:
    """Where the subject in `text[start:end]` ends, before "has also" and the like."""
    while True:
        stretch = _stretch(text, start, end)
        if stretch is None:
            return start
        word = text[stretch.start : stretch.end].rpartition(" ")[2]
        if word.lower() not in _BESIDE_VERBS and not word.endswith("ly"):
            return stretch.end
        end = stretch.end - len(word)


def _behind(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that begins at `start`."""
    stop = _SOURCE_END.search(text, start + 1, min(end, start + _REACH))
    return _stretch(text, start, stop.start() if stop else min(end, start + _REACH))


def _inverted(text: str, cue: Cue, start: int, end: int) -> Span | None:
    """The source behind a cue that follows what was said: ", said the minister." """
    before = text[max(start, cue.start - 3) : cue.start].rstrip()
    if before and before[-1] not in _PUNCTUATION:
        return None
    stop = _SOURCE_END.search(text, cue.end + 1, min(end, cue.end + _REACH))
    if stop and text[stop.start()] not in _PUNCTUATION:
        return None
    source = _stretch(text, cue.end, stop.start() if stop else min(end, cue.end + _REACH))
    if source is None:
        return None
    first = text[source.start : source.end].split(None, 1)[0]
    if first[0].isupper() or first.lower() in words.DETERMINERS | words.PRONOUNS:
        return source
    return None


def _is_passive(text: str, cue: Cue, start: int) -> bool:
    if cue.form.endswith(("ing", "s")):
        return False
    before = text[max(start, cue.start - 24) : cue.start].split()
    return not _BE.isdisjoint(word.lower() for word in before[-2:])


def _stretch(text: str, start: int, end: int) -> Span | None:
    """`text[start:end]` without marks and white space at its edges, or None if nothing is left."""
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip(" \t\r\n,;:.—–\"“”’'"))
    right = len(raw.rstrip(" \t\r\n,;:—–"))
    return Span(start + left, start + right) if right > left and any(map(str.isalnum, raw[left:right])) else None
