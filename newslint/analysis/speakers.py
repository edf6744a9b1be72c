"""Who the sources of an article are: the mentions of one person, body or document brought together.

What cannot be told safely stays apart: two rows for one person mislead less than one row for two.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from newslint.analysis import attribution_words as words
from newslint.analysis import speaker_names as names
from newslint.analysis import speaker_words as nouns
from newslint.analysis.speaker_names import Mention
from newslint.model import Attribution, Outline, Speaker

_SUREST = 0.65  # confidence of a cue that is believed where nothing is quoted
_FURTHEST = 1  # paragraphs that a pronoun is followed back
_LONGEST_WINDOW = 1000  # and characters
_MOST_ALIKE = 8  # speakers that share a word, of whom a mention may mean one
_OFFICE_BEFORE, _OFFICE_BEHIND = 25, 50  # characters beside a name in which the office of its bearer may stand
_UNSAID_BEFORE = 20  # characters
# Shortly before a verb: somebody could, should or wants to say it.
_UNSAID = frozenset("to would could should might may must can cannot not never n't won't didn't".split())

_OF_DOCUMENTS = frozenset({"says", "say"})  # "the timetable says"; a vicar said

_TITLED = re.compile(r"\b(Mrs?|Ms|Miss|Sir|Dame|Lord)\.? ([A-Z][\w’'-]+)")
_WORD = re.compile(r"[^\W\d_][\w-]*")


class _Known:
    """A speaker met so far, under its fullest name."""

    def __init__(self, mention: Mention) -> None:
        self.shown = mention.shown
        self.kind = mention.kind
        self.name = mention.name
        self.mark = self._find_mark()  # the words by which it is found in the text
        self.nouns: set[str] = set()
        self.gender = ""  # "m" or "f" where a title or a pronoun told
        self.statements: list[int] = []
        self.learn(mention)

    @property
    def is_named_person(self) -> bool:
        return self.kind == "person" and bool(self.name)

    def _find_mark(self) -> str:
        """A surname, or all."""
        return names.surname(self.shown) if self.is_named_person else self.shown

    def learn(self, mention: Mention) -> None:
        """Take in what a further mention adds: a fuller name, a sex, another noun."""
        if mention.title in nouns.MALE_TITLES:
            self.gender = "m"
        elif mention.title in nouns.FEMALE_TITLES:
            self.gender = "f"
        if mention.noun:
            self.nouns.add(mention.noun)
        if len(mention.name) > len(self.name):
            self.name, self.shown = mention.name, mention.shown
            if mention.kind == "person":
                self.kind = "person"
            self.mark = self._find_mark()


def resolve(text: str, blocks: Sequence[Outline], attributions: Sequence[Attribution]) -> tuple[Speaker, ...]:
    """The speakers of an article in the order in which they first speak; all positions count in the clean text.

    Statements without a source come together as one speaker of kind "nobody"; pronouns that nobody can safely be put
    for, as "unclear". What the writer says ("I think") is left out.
    """
    finder = _Finder(text, blocks)
    references = []
    for number, mention, at in _mentions(text, attributions):
        if mention.kind == "unclear" or (mention.kind == "body" and mention.is_definite and not mention.name):
            references.append((number, mention, at))
        else:
            finder.named(mention).statements.append(number)
    for number, mention, at in references:  # once all names are known
        finder.referred(mention, at).statements.append(number)
    found = sorted(finder.known, key=lambda known: min(known.statements))
    return tuple(Speaker(known.shown, known.kind, tuple(sorted(known.statements))) for known in found)


def _mentions(text: str, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Mention, int]]:
    """Each statement by its number, with the mention of who makes it and where that stands."""
    proper = names.proper_words(text)
    for number, item in enumerate(attributions):
        if not _is_said(text, item):
            if item.kind == "direct":
                yield number, names.NOBODY, 0
        elif item.source is None:
            yield number, names.NOBODY, 0
        elif mention := names.read(text, item.source, item.kind, proper):
            if names.is_listed(mention) or item.kind == "according-to":
                yield number, mention, item.source.start
            elif (cue := _cue(text, item)) in words.SAYING:
                yield number, mention if cue in _OF_DOCUMENTS else names.as_person(mention), item.source.start


def _is_said(text: str, item: Attribution) -> bool:
    """Whether somebody says something there, and does not merely plan, deny or expect it."""
    if item.cue is None or item.kind == "according-to":
        return True
    if item.content is None:
        return False
    before = text[max(0, item.cue.start - _UNSAID_BEFORE) : item.cue.start].lower().split()[-2:]
    if not _UNSAID.isdisjoint(before):
        return False
    return _cue(text, item) in words.SPEECH and (item.kind == "direct" or item.confidence >= _SUREST)


def _cue(text: str, item: Attribution) -> str:
    return text[item.cue.start : item.cue.end].lower() if item.cue else ""


class _Finder:
    """Brings mentions together, in the order of the text."""

    def __init__(self, text: str, blocks: Sequence[Outline]) -> None:
        self.known: list[_Known] = []
        self._by_word: dict[str, list[_Known]] = defaultdict(list)
        self._text = text
        self._starts = [block.start for block in blocks]

    def named(self, mention: Mention) -> _Known:
        """The speaker that a mention names: one met before, or a new one."""
        for known in self._alike(_keys(mention.name, {mention.noun})):
            if _is_same(known, mention):
                known.learn(mention)
                self._register(known)
                return known
        if mention.kind == "person" and not mention.name and (bearer := self._bearer(mention.noun)):
            return bearer
        known = _Known(self._in_full(mention))
        self.known.append(known)
        self._register(known)
        return known

    def referred(self, mention: Mention, at: int) -> _Known:
        """Whom a pronoun, or "the agency", stands for: the last one named before it, where that is safe."""
        start = self._window(at)
        gender = "m" if mention.noun in nouns.MALE else "f" if mention.noun in nouns.FEMALE else ""
        last, end = self._last_named(mention, start, at)
        if last and not (gender and self._names_another(last, gender, end, at)):
            last.gender = gender or last.gender
            return last
        if gender and last is None and (only := self._only_person(gender, start, at)):
            return self.named(only)
        if mention.kind == "unclear":
            return self.named(mention._replace(shown=f"“{mention.noun}”"))
        return self.named(mention)

    # -- who has been met

    def _register(self, known: _Known) -> None:
        for key in _keys(known.name, known.nouns or {""}):
            if known not in self._by_word[key][-_MOST_ALIKE:]:
                self._by_word[key].append(known)

    def _alike(self, keys: set[str]) -> list[_Known]:
        """Speakers that have one of these words in their names, the last met first."""
        return sorted(self._sharing(keys), key=_first_met, reverse=True)

    def _sharing(self, keys: set[str]) -> set[_Known]:
        """Speakers that have one of these words in their names: the last few for each."""
        met = keys & self._by_word.keys()
        return {known for key in met for known in self._by_word[key][-_MOST_ALIKE:]}

    def _bearer(self, office: str) -> _Known | None:
        """The one person who is said to hold an office: "Jens Holm, the mayor" for "the mayor"."""
        only = None
        for known in self._bearers(office):
            if only not in (None, known):
                return None
            only = known
        return only

    def _bearers(self, office: str) -> Iterator[_Known]:
        yield from (known for known in self._by_word.get(office, ()) if known.is_named_person)
        for at in self._places.get(office, ()):
            around = self._text[max(0, at - _OFFICE_BEHIND) : at + len(office) + _OFFICE_BEFORE]
            for known in self._sharing({word.lower() for word in _WORD.findall(around)}):
                if known.is_named_person and known.shown in around:
                    yield known

    # -- what stands in the text

    def _window(self, at: int) -> int:
        """Where the stretch begins in which names are looked for that a pronoun may stand for."""
        paragraph = bisect_right(self._starts, at) - 1
        start = self._starts[max(0, paragraph - _FURTHEST)] if self._starts else 0
        return max(start, at - _LONGEST_WINDOW)

    def _last_named(self, mention: Mention, start: int, end: int) -> tuple[_Known | None, int]:
        """The speaker whose name stands last in a stretch, of those a mention can mean, and where it ends."""
        last, best = None, (start, 0)
        rfind = self._text.rfind
        for known in self._sharing(self._words_within(start, end)):
            found = rfind(known.mark, max(start, best[0] - len(known.mark)), end)
            if found < 0:  # or it stands further back than another
                continue
            if not known.gender and known.is_named_person:
                known.gender = self._genders.get(known.mark, "")
            place = found + len(known.mark), _first_met(known)
            if place > best and _may_mean(mention, known):
                last, best = known, place
        return last, best[0]

    def _names_another(self, last: _Known, gender: str, start: int, end: int) -> bool:
        """Whether a stretch of text names another person of that sex, as far as titles tell."""
        between = self._text[start:end]
        others = (
            known.mark
            for known in self._sharing(self._words_within(start, end))
            if known is not last and known.is_named_person and known.mark in between
        )
        unknown = (
            names.surname(full)
            for _, full in names.full_names(self._text, start, end)
            if {part.lower() for part in full.split()}.isdisjoint(last.name)
        )
        return any(self._genders.get(other, gender) == gender for other in chain(others, unknown))

    def _only_person(self, gender: str, start: int, end: int) -> Mention | None:
        """The one person whose full name stands in a stretch, as the subject of a sentence."""
        found = {names.surname(full): (at, full) for at, full in self._full_names_within(start, end)}
        if len(found) != 1:
            return None
        ((surname, (at, full)),) = found.items()
        before = self._text[max(0, at - _OFFICE_BEFORE) : at].rstrip(" ")
        is_subject = not before or before[-1] in ".!?\n" or nouns.is_office(before.split()[-1])
        if not is_subject or self._genders.get(surname, gender) != gender:
            return None
        return Mention(full, "person", (full.split()[0].lower(), surname.lower()))

    def _in_full(self, mention: Mention) -> Mention:
        """A surname as the full name that the article gives it somewhere; else the mention itself."""
        if len(mention.name) != 1 or mention.kind not in ("person", "body") or mention.noun:
            return mention
        full = self._full_names.get(mention.name[0])
        if full is None:
            return mention
        return mention._replace(shown=full, name=(full.split()[0].lower(), mention.name[0]), kind="person")

    def _words_within(self, start: int, end: int) -> set[str]:
        """The words of a stretch in lower case."""
        starts, words_there = self._words
        return set(words_there[bisect_left(starts, start) : bisect_left(starts, end)])

    def _full_names_within(self, start: int, end: int) -> list[tuple[int, str]]:
        """Where each full name begins that stands whole in a stretch, and the name."""
        found = self._in_order
        inside = found[bisect_left(found, (start, "")) : bisect_left(found, (end, ""))]
        return [(at, full) for at, full in inside if at + len(full) <= end]

    @cached_property
    def _words(self) -> tuple[list[int], list[str]]:
        """Where each word of the text begins, and the words in lower case."""
        found = [(match.start(), match.group().lower()) for match in _WORD.finditer(self._text)]
        return [start for start, _ in found], [word for _, word in found]

    @cached_property
    def _in_order(self) -> list[tuple[int, str]]:
        """All full names in the order of the text, and where each begins."""
        return list(names.full_names(self._text, 0, len(self._text)))

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Surname in lower case -> the first full name that ends with it."""
        found: dict[str, str] = {}
        for _, full in self._in_order:
            found.setdefault(names.surname(full).lower(), full)
        return found

    @cached_property
    def _genders(self) -> dict[str, str]:
        """Surname -> "m" or "f", as the title says that stands before it somewhere."""
        return {name: "m" if title.lower() in nouns.MALE_TITLES else "f" for title, name in _TITLED.findall(self._text)}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each office stands in the text: a few places of each."""
        places: dict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self._text):
            word = match.group()
            if nouns.is_office(word) and len(places[word.lower()]) < _MOST_ALIKE:
                places[word.lower()].append(match.start())
        return places


def _first_met(known: _Known) -> int:
    return known.statements[0] if known.statements else 0


def _keys(name: Sequence[str], of_kind: set[str]) -> set[str]:
    """The words under which a speaker is looked up."""
    keys = {*name, *of_kind}
    if len(name) > 1:
        keys.add(_initials(name))
    return keys


def _may_mean(mention: Mention, known: _Known) -> bool:
    """Whether a pronoun, or a noun with "the", can stand for a speaker."""
    if mention.kind == "body":
        return known.kind == "body" and (mention.noun in nouns.ANY_BODY or mention.noun in known.nouns | {*known.name})
    if mention.noun in nouns.MALE:
        return known.kind == "person" and known.gender != "f"
    if mention.noun in nouns.FEMALE:
        return known.kind == "person" and known.gender != "m"
    return mention.noun in nouns.ITS and known.kind in ("body", "document", "anonymous")


def _is_same(known: _Known, mention: Mention) -> bool:
    """Whether a mention names a speaker met before."""
    if known.kind in ("nobody", "unclear", "anonymous") or mention.kind in ("nobody", "unclear", "anonymous"):
        return known.kind == mention.kind and (not known.nouns or mention.noun in known.nouns)
    if mention.name and known.name:
        return _same_name(known, mention)
    if mention.name or mention.kind != known.kind:
        return False
    return mention.noun in known.nouns or (known.kind == "body" and mention.noun in known.name)


def _same_name(known: _Known, mention: Mention) -> bool:
    ours, theirs = known.name, mention.name
    if ours == theirs:
        return True
    if "document" in (known.kind, mention.kind):
        return False
    if len(theirs) == 1:
        return theirs[0] == ours[-1] or theirs[0] == _initials(ours)
    if len(ours) == 1:
        return ours[0] == theirs[-1] or ours[0] == _initials(theirs)
    if known.kind == "body" or mention.kind == "body":
        return known.kind == mention.kind and (set(theirs) <= set(ours) or set(ours) <= set(theirs))
    return ours[-1] == theirs[-1] and (ours[0] == theirs[0] or ours[0] in theirs or theirs[0] in ours)


def _initials(name: Sequence[str]) -> str:
    return "".join(part[0] for part in name)
