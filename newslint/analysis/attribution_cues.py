"""Words and phrases that report: found in one pass, then judged by what stands beside them."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.analysis import attribution_words as words
from newslint.analysis.phrases import Hit, PhraseMatcher

# How far from a word its neighbours are looked for, in code points.
_NEIGHBOURHOOD = 32
_QUOTE_MARKS = "“”\"‘’'«»„"
_EDGE_MARKS = _QUOTE_MARKS + ",;:.!?()[]–—-…"
_OWNER = "cues"
_NOUN_LIKE = frozenset(words.NOUN_LIKE)


class Cue(NamedTuple):
    """A word or phrase at `start:end` of the text that reports. form: itself in lower case."""

    start: int
    end: int
    form: str


class _Context(NamedTuple):
    """The words beside a hit, in lower case and without marks; before, after: the very characters beside it."""

    previous: str
    following: str
    after: str
    following_is_name: bool
    previous_is_name: bool


def candidates(text: str) -> list[Hit]:
    """Every place in a text where a word of some cue stands, in its order."""
    return _matcher().find(text).get(_OWNER, [])


def select(text: str, start: int, end: int, hits: list[Hit]) -> Iterator[Cue]:
    """The hits inside the sentence `text[start:end]` that report; the longest where they overlap."""
    covered = start
    judged: tuple[int, int] | None = None
    context = None
    for hit in hits:
        if hit.start < covered or hit.end > end:
            continue
        if judged != (hit.start, hit.end):
            context = _context(text, start, end, hit)
            judged = (hit.start, hit.end)
        if context is not None and _JUDGES[hit.label](hit.phrase, context):
            yield Cue(hit.start, hit.end, hit.phrase)
            covered = hit.end


@cache
def _matcher() -> PhraseMatcher:
    lists = {
        "phrase": words.PHRASES,
        "reporting": sorted(words.forms(words.REPORTING)),
        "stating": sorted(words.forms(words.STATING)),
        "clause": sorted(words.forms(words.WITH_CLAUSE)),
        "infinitive": sorted(words.forms(words.WITH_INFINITIVE)),
        "preposition": sorted(words.forms(words.WITH_PREPOSITION)),
        "utterance": words.UTTERANCES,
    }
    return PhraseMatcher({_OWNER: lists})


def _context(text: str, start: int, end: int, hit: Hit) -> _Context:
    before = text[max(start, hit.start - _NEIGHBOURHOOD) : hit.start].split()
    behind = text[hit.end : min(end, hit.end + _NEIGHBOURHOOD)]
    after = behind.split(None, 1)
    previous = before[-1] if before else ""
    following = after[0] if after else ""
    plain = following.strip(_EDGE_MARKS)
    return _Context(
        previous.strip(_EDGE_MARKS).lower().replace("’", "'"),
        plain.lower().replace("’", "'"),
        behind[:1] if behind[:1] in {",", ":"} else following[:1],
        plain[:1].isupper(),
        previous[:1].isupper(),
    )


def _opens_content(context: _Context) -> bool:
    """A clause or a quotation follows."""
    return (
        context.following in words.COMPLEMENTISERS
        or context.following in words.CLAUSE_OPENERS
        or context.after == ":"
        or context.after in _QUOTE_MARKS
    )


def _is_verb(form: str, context: _Context) -> bool:
    """Of a form that may be a noun: a word before it that goes with verbs, or "that" behind it."""
    if form not in _NOUN_LIKE:
        return context.previous not in words.DETERMINERS
    if context.previous in words.DETERMINERS or context.previous.endswith("'s"):
        return context.following == "that"
    return context.previous in words.VERB_MARKERS or context.following in words.COMPLEMENTISERS


def _phrase(form: str, context: _Context) -> bool:
    return True


def _clause(form: str, context: _Context) -> bool:
    return _is_verb(form, context) and (_opens_content(context) or form not in _NOUN_LIKE and context.following_is_name)


def _infinitive(form: str, context: _Context) -> bool:
    return context.following == "to"


def _preposition(form: str, context: _Context) -> bool:
    return context.following in words.PREPOSITIONS and context.previous not in words.DETERMINERS


def _utterance(form: str, context: _Context) -> bool:
    return context.following in {"that", "about"}


_JUDGES = {
    "phrase": _phrase,
    "reporting": _is_verb,
    "stating": _is_verb,
    "clause": _clause,
    "infinitive": _infinitive,
    "preposition": _preposition,
    "utterance": _utterance,
}
