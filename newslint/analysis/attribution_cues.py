"""Words and phrases that report: found in one pass, then judged by what stands beside them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newslint.analysis import attribution_words as words
from newslint.analysis.phrases import Hit, PhraseMatcher

# How far from a word its neighbours are looked for, in code points.
_NEIGHBOURHOOD = 32
_QUOTE_MARKS = "“”\"‘’'«»„"
_EDGE_MARKS = _QUOTE_MARKS + " \t\r\n,;:.!?()[]–—-…"
_OWNER = "cues"


class Cue(NamedTuple):
    """A word or phrase at `start:end` of the text that reports. form: itself in lower case."""

    start: int
    end: int
    form: str


_Judge = Callable[[str, str, str], bool]


def candidates(text: str) -> list[Hit]:
    """Every place in a text where a word of some cue stands, in its order."""
    return _matcher().find(text).get(_OWNER, [])


def select(text: str, start: int, end: int, hits: Iterable[Hit]) -> Iterator[Cue]:
    """The hits inside the sentence `text[start:end]` that report; the longest where they overlap."""
    judges = _judges()
    covered = start
    for hit in hits:
        if hit.start < covered or hit.end > end:
            continue
        before = text[max(start, hit.start - _NEIGHBOURHOOD) : hit.start]
        behind = text[hit.end : min(end, hit.end + _NEIGHBOURHOOD)]
        form = hit.phrase
        if any(reports(form, before, behind) for reports in judges[form]):
            yield Cue(hit.start, hit.end, form)
            covered = hit.end


@cache
def _matcher() -> PhraseMatcher:
    return PhraseMatcher({_OWNER: {"cue": sorted(_judges())}})


@cache
def _judges() -> Mapping[str, Sequence[_Judge]]:
    """For each form of a cue word the tests of which one must hold, the cheapest first."""
    groups: tuple[tuple[_Judge, Iterable[str]], ...] = (
        (_always, words.PHRASES),
        (_as_verb, words.forms([*words.REPORTING, *words.STATING])),
        (_with_infinitive, words.forms(words.WITH_INFINITIVE)),
        (_with_clause, words.forms(words.WITH_CLAUSE)),
        (_with_that, words.forms(words.WITH_THAT)),
        (_with_preposition, words.forms(words.WITH_PREPOSITION)),
        (_as_utterance, words.UTTERANCES | words.ATTITUDES),
    )
    judges: dict[str, list[_Judge]] = {}
    for judge, group in groups:
        for form in group:
            judges.setdefault(form, []).append(judge)
    return judges


# Each test gets a form and the text before and behind it within its sentence.


def _always(form: str, before: str, behind: str) -> bool:
    return True


def _as_verb(form: str, before: str, behind: str) -> bool:
    previous = _last_word(before)
    if previous in words.DETERMINERS or previous.endswith("'s"):
        return form in words.NOUN_LIKE and _first_word(behind) == "that"
    if form not in words.NOUN_LIKE or previous in words.VERB_MARKERS or behind.startswith(":"):
        return True
    following = _first_word(behind)
    if following in words.CLAUSE_OPENERS:
        return before.endswith(("s ", ", ")) or before[before.rstrip().rfind(" ") + 1 :][:1].isupper()
    return following in words.COMPLEMENTISERS


def _with_clause(form: str, before: str, behind: str) -> bool:
    if not _as_verb(form, before, behind):
        return False
    following = behind.split(None, 1)[0] if behind.strip() else ""
    word = _plain(following)
    return (
        word in words.COMPLEMENTISERS
        or word in words.CLAUSE_OPENERS
        or behind[:1] == ":"
        or following[:1] in _QUOTE_MARKS
        or ((following[:1].isupper() or not word) and _is_plainly_verb(form, before))
    )


def _is_plainly_verb(form: str, before: str) -> bool:
    return form not in words.NOUN_LIKE or _last_word(before) in words.VERB_MARKERS


def _with_that(form: str, before: str, behind: str) -> bool:
    return _first_word(behind) in words.COMPLEMENTISERS or not _first_word(behind)


def _with_infinitive(form: str, before: str, behind: str) -> bool:
    return behind.startswith(" to ")


def _with_preposition(form: str, before: str, behind: str) -> bool:
    return _first_word(behind) in words.PREPOSITIONS and _last_word(before) not in words.DETERMINERS


def _as_utterance(form: str, before: str, behind: str) -> bool:
    return _first_word(behind) in {"that", "about", "of"}


def _last_word(text: str) -> str:
    return _plain(text[text.rstrip().rfind(" ") + 1 :])


def _first_word(text: str) -> str:
    parts = text.split(None, 1)
    return _plain(parts[0]) if parts else ""


def _plain(word: str) -> str:
    """In lower case, without marks at its edges and with straight apostrophes."""
    return word.strip(_EDGE_MARKS).lower().replace("’", "'")
