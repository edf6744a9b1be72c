"""Who the sources of an article are: the mentions of one person, body or document brought together.

What cannot be told safely stays apart: two rows for one person mislead less than one row for two.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.analysis import attribution_words as words
from newslint.analysis import speaker_names as names
from newslint.analysis import speaker_words as nouns
from newslint.analysis.speaker_names import Mention
from newslint.model import Attribution, Outline, Speaker

_SUREST = 0.65  # confidence of a cue that is believed where nothing is quoted
_FURTHEST = 1  # paragraphs that a pronoun is followed back
_MOST_PLACES = 3  # of a name in the text that are asked for the office of its bearer
_OFFICE_BEFORE, _OFFICE_BEHIND = 25, 50  # characters beside a name in which the office may stand
_UNSAID_BEFORE = 20  # characters
# Shortly before a verb: somebody could, should or wants to say it.
_UNSAID = frozenset("to would could should might may must can cannot not never n't won't didn't".split())


class _Known:
    """A speaker met so far, under its fullest name."""

    def __init__(self, mention: Mention) -> None:
        self.shown = mention.shown
        self.kind = mention.kind
        self.name = mention.name
        self.nouns: set[str] = set()
        self.gender = ""  # "m" or "f" where a title or a pronoun told
        self.statements: list[int] = []
        self.learn(mention)

    @property
    def mark(self) -> str:
        """The words by which it is found in the text: a surname, or all."""
        if self.kind != "person" or not self.name:
            return self.shown
        parts = [part for part in self.shown.split() if part.strip(".").lower() not in nouns.SUFFIXES]
        return parts[-1]

    def learn(self, mention: Mention) -> None:
        """Take in what a further mention adds: a fuller name, a sex, another noun."""
        if mention.title in nouns.MALE_TITLES | nouns.FEMALE_TITLES:
            self.gender = "m" if mention.title in nouns.MALE_TITLES else "f"
        if mention.noun:
            self.nouns.add(mention.noun)
        if len(mention.name) > len(self.name):
            self.name, self.shown = mention.name, mention.shown
            if mention.kind == "person":
                self.kind = "person"


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
    for number, item in enumerate(attributions):
        if not _is_said(text, item):
            if item.kind == "direct":
                yield number, names.NOBODY, 0
        elif item.source is None:
            yield number, names.NOBODY, 0
        elif (mention := names.read(text, item.source, item.kind)) and (
            names.is_listed(mention) or item.kind == "according-to" or _cue(text, item) in words.SAYING
        ):
            yield number, mention, item.source.start


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
        self._text = text
        self._starts = [block.start for block in blocks]

    def named(self, mention: Mention) -> _Known:
        """The speaker that a mention names: one met before, or a new one."""
        for known in reversed(self.known):
            if _is_same(known, mention):
                known.learn(mention)
                return known
        if mention.kind == "person" and not mention.name and (bearer := self._bearer(mention.noun)):
            return bearer
        full = self._in_full(mention)
        if full is not mention:
            return self.named(full)
        self.known.append(_Known(mention))
        return self.known[-1]

    def referred(self, mention: Mention, at: int) -> _Known:
        """Whom a pronoun, or "the agency", stands for: the last one named before it, where that is safe."""
        last, end = self._last_named(mention, at)
        gender = "m" if mention.noun in nouns.MALE else "f" if mention.noun in nouns.FEMALE else ""
        if last and not (gender and self._names_another(last, gender, end, at)):
            last.gender = gender or last.gender
            return last
        if gender and last is None and (only := self._only_person(gender, at)):
            return self.named(only)
        if mention.kind == "unclear":
            return self.named(mention._replace(shown=f"“{mention.noun}”"))
        return self.named(mention)

    def _last_named(self, mention: Mention, at: int) -> tuple[_Known | None, int]:
        """The speaker whose name stands last before a position, of those a mention can mean, and where it ends."""
        start = self._window(at)
        last, last_end = None, start
        for known in self.known:
            if known.kind == "person" and not known.gender and known.name:
                known.gender = self._gender(known.mark)
            if _may_mean(mention, known):
                found = self._text.rfind(known.mark, start, at)
                if found >= 0 and found + len(known.mark) > last_end:
                    last, last_end = known, found + len(known.mark)
        return last, last_end

    def _only_person(self, gender: str, at: int) -> Mention | None:
        """The one person whose full name stands shortly before a position, as the subject of a sentence."""
        found = {}
        for match in names.FULL_NAME.finditer(self._text, self._window(at), at):
            parts = match.group().split()
            if not any(_begins_no_name(part) for part in parts):
                found[parts[-1]] = match
        if len(found) != 1:
            return None
        ((surname, match),) = found.items()
        before = self._text[: match.start()][-_OFFICE_BEFORE:].rstrip(" ")
        is_subject = not before or before[-1] in ".!?\n" or nouns.is_office(before.split()[-1])
        if not is_subject or self._gender(surname) not in ("", gender):
            return None
        return Mention(match.group(), "person", (match.group().split()[0].lower(), surname.lower()))

    def _window(self, at: int) -> int:
        """Where the stretch begins in which names are looked for that a pronoun may stand for."""
        paragraph = bisect_right(self._starts, at) - 1
        return self._starts[max(0, paragraph - _FURTHEST)] if self._starts else 0

    def _names_another(self, last: _Known, gender: str, start: int, end: int) -> bool:
        """Whether a stretch of text names another person of that sex, as far as titles tell."""
        between = self._text[start:end]
        others = {known.mark for known in self.known if known is not last and known.kind == "person" and known.name}
        for match in names.FULL_NAME.finditer(between):
            parts = match.group().split()
            if not any(_begins_no_name(part) or part.lower() in last.name for part in parts):
                others.add(parts[-1])
        return any(other in between and self._gender(other) in ("", gender) for other in others)

    def _gender(self, surname: str) -> str:
        """ "m" or "f" as the title says that stands before a surname somewhere; "" if none does."""
        title = re.search(rf"\b(Mrs?|Ms|Miss|Sir|Dame|Lord)\.? {re.escape(surname)}\b", self._text)
        return "" if title is None else "m" if title[1].lower() in nouns.MALE_TITLES else "f"

    def _bearer(self, office: str) -> _Known | None:
        """The one person who is said to hold an office: "Jens Holm, the mayor" for "the mayor"."""
        persons = [known for known in self.known if known.kind == "person" and known.name]
        bearers = [known for known in persons if office in known.nouns or self._holds(known, office)]
        return bearers[0] if len(bearers) == 1 else None

    def _holds(self, known: _Known, office: str) -> bool:
        at = self._text.find(known.shown)
        for _ in range(_MOST_PLACES):
            if at < 0:
                return False
            around = self._text[max(0, at - _OFFICE_BEFORE) : at + len(known.shown) + _OFFICE_BEHIND]
            if office in re.split(r"\W+", around.lower()):
                return True
            at = self._text.find(known.shown, at + 1)
        return False

    def _in_full(self, mention: Mention) -> Mention:
        """A surname as the full name that the article gives it somewhere; else the mention itself."""
        if len(mention.name) != 1 or mention.kind not in ("person", "body") or mention.noun:
            return mention
        surname = re.escape(mention.shown.split()[-1])
        for full in re.finditer(rf"\b[A-Z][\w’'-]+ (?:[A-Z]\. )?{surname}\b", self._text):
            first, *_, last = full.group().split()
            if not _begins_no_name(first):
                return mention._replace(shown=full.group(), name=(first.lower(), last.lower()), kind="person")
        return mention


def _begins_no_name(word: str) -> bool:
    """Whether a word with a capital is none of a person's names."""
    low = word.lower().strip(".")
    return (
        low.endswith(("'s", "’s"))
        or low in nouns.TITLES | nouns.BODIES | nouns.GROUPS
        or nouns.is_office(word)
        or low in words.TIMES | words.DETERMINERS | words.OPENERS | words.CLAUSE_WORDS | words.SUBJECT_OPENERS
    )


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
