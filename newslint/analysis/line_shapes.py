"""What single lines of unmarked text look like: bylines, captions, headings, entries of a list."""

import re

from newslint.analysis import lazy
from newslint.analysis.lines import ends_sentence

# -- bylines

_BYLINE_OPENING = re.compile(
    r"(?P<by>(?:(?:words|story|text|article|analysis|opinion|review|interview|report|written|posted|published|reported|"
    r"reporting)\s+)?by:?\s+)"
    r"|(?P<label>(?:text|texte|texto|testo|tekst|author|autor|autora|auteur|autore|auteure|автор|текст)\s?:\s*)"
    r"|(?P<foreign>(?:von|par|por|di|door|av|af)\s+)(?=\S)",
    re.IGNORECASE,
)
_NAME_PARTS = frozenset(
    (
        "de del della der den des di da do dos du la le van von zu zur ten ter bin ibn al el "
        "and und et y e en och og i и &"
    ).split()
)
_NAME_WORDS = 8
_LONGEST_BYLINE = 120
_NAME_END = re.compile(r"[,|/(•·–—]|\s-\s|\s(?:for|in|at|of|für|pour|para|voor|för)\s")
_ROLE = lazy.pattern(
    r"\b(?:writers?|reporters?|correspondents?|editors?|staff|press|columnists?|contributors?|bureau|reuters|afp|"
    r"university|college|institute|journalist\w*|korrespondent\w*|redakteur\w*|redaktion|redactie|rédaction|redacción)\b",
    re.IGNORECASE,
)


def is_byline(text: str, *, in_head: bool) -> bool:
    """Whether a line that does not end as a sentence names the author and says no more than their post.

    in_head: the line stands before the first paragraph, where "By admin" and "Jo Hale, Staff Writer" are bylines.
    """
    if len(text) > _LONGEST_BYLINE:
        return False
    opening = _BYLINE_OPENING.match(text)
    if opening is None:
        name, _, post = text.partition(",")
        return in_head and bool(_ROLE.search(post)) and _is_name(name, fewest=2)
    rest = text[opening.end() :]
    if opening["foreign"] and not in_head:
        return False
    if opening["by"] and in_head and " " not in rest:
        return True
    name = _NAME_END.split(rest, maxsplit=1)[0]
    return _is_name(name, fewest=1 if in_head else 2)


def _is_name(text: str, *, fewest: int) -> bool:
    words = text.split()
    return (
        fewest <= len(words) <= _NAME_WORDS
        and (words[0][0].isupper() or words[0][0] == "@")
        and all(word[0].isupper() or word[0] == "@" or word.lower() in _NAME_PARTS for word in words)
    )


# -- captions

_LONGEST_CAPTION = 400
_PICTURE = (
    r"(?:photo(?:graph|graphy)?|image|picture|illustration|graphic|video|media|foto|bild|imagen|immagine|imagem|"
    r"zdjęcie|фото)s?"
)
_CAPTION_OPENING = re.compile(
    rf"(?:(?:file|stock|main|cover|lead)\s)?{_PICTURE}\s?(?:[:/|(©]|\d|(?:by|courtesy|credits?|copyright|caption)\s?\S)"
    rf"|(?:an?\s)?(?:file|stock)[\s-]{_PICTURE}\b"
    r"|(?:figure|fig\.|table|chart|map|abbildung|abb\.|figura|tabelle|tableau|рис\.)\s?\d"
    rf"|(?:{_PICTURE}\s)?(?:credits?|source|quelle|fuente|crédito?s?|fonte)\s?:"
    r"|(?:pictured|above|below|left|right)\s?:"
    r"|file\s?[-–—]\s"
    r"|courtesy\s?(?:of\s|:)|(?:an?\s)?artist['’]s\s(?:concept|conception|impression|illustration|rendering)\b"
    r"|(?:in\s)?this\s(?:[\w.,'’-]{1,20}\s){0,6}(?:photo(?:graph)?|image|illustration)\s(?:shows|provided|released|taken)\b"
    r"|in\sthis\s(?:[\w.,'’-]{1,20}\s){0,6}(?:photo(?:graph)?|image),"
    r"|\[\s?(?:photo|image|picture|foto|사진)\b"
)
_LONGEST_OPENING = 200
_CREDIT_LINE = lazy.pattern(rf"{_PICTURE}\s?(?::|\d+ (?:of|/))")
_CREDIT = lazy.pattern(
    r"\((?:AP Photo|Photo|Image|Picture|Credit|Courtesy|Foto|Getty|Shutterstock)\b[^()]{0,80}\)"
    r"|\b(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|Courtesy|Foto|Bild)s?(?:\s(?:by|courtesy of|credit)|:|/)"
    r"\s?[^.]{2,60}\.?\Z"
    r"|\b(?:Getty Images|Shutterstock|iStock)\b[^.]{0,20}\Z"
    r"|\bfile (?:photo|image|picture)\b"
    r"|\blicensed under CC\b|\bunder a CC license\b|\bin the Public Domain\b"
)
# One of these is in every credit; a look for them in the tail of a line costs a tenth of the pattern.
_CREDIT_CLUES = ("oto", "mage", "icture", "redit", "ourtesy", "Bild", "tock", "CC", "Public D")
_AGENCY_CREDIT = lazy.pattern(
    r"/(?:AP|AFP|Reuters|EPA|Getty Images|Bloomberg|PA|dpa|Shutterstock)(?:/[^()]{1,40})?\)?\.?\Z"
)
_CREDIT_LENGTH = 160
# "... during the first half, Tuesday, Nov. 19, 2019, in Leeds." is how agencies close captions, and only captions.
_AGENCY_DATE = lazy.pattern(
    r"day, [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}(?:,? (?:in|at|outside|near|during) [^.()]{3,60})?\."
    r"(?:\s\([^()]{2,60}\))?\Z"
)
_SHORTEST_AGENCY_CAPTION = 80


def is_caption(text: str) -> bool:
    """Whether a line opens as captions do ("Image caption", "Figure 3") or closes with a credit or an agency's date."""
    if len(text) > _LONGEST_CAPTION:
        return False
    # In lower case, because `re` takes half as long again to ignore case.
    if _CAPTION_OPENING.match(text[:_LONGEST_OPENING].lower()):
        return True
    tail = text[-_CREDIT_LENGTH:]
    if "/" in tail and _AGENCY_CREDIT.search(tail):
        return True
    if "day, " in tail and len(text) >= _SHORTEST_AGENCY_CAPTION and _AGENCY_DATE.search(tail):
        return True
    for clue in _CREDIT_CLUES:  # any() takes twice as long
        if clue in tail:
            return _CREDIT.search(tail) is not None
    return False


def is_credit_line(text: str) -> bool:
    """Whether a line is the credit or the counter that stands under a caption: "Photo: Ana Lee, AP", "Image 2 of 5"."""
    return len(text) <= _STUB_LENGTH and _CREDIT_LINE.match(text.lower()) is not None


# -- quotations set off from the text

_OPENING_QUOTES = '"“„‘«'
# "The minister wrote in a statement:" announces words, "said the plan has three parts:" what is in a list.
_ANNOUNCEMENT = lazy.pattern(
    r"\b(?:wrote|writes|says?|said|stated|observed|notes|noted|adds|added|replied|responded|explained|recalled|"
    r"concluded|continued|warned|argued|argues|tweeted|posted|reads)"
    r"(?:\s(?:in|on|to|of|about)\s[^.:,;]{1,40})?:\Z"
)
_LONGEST_ANNOUNCEMENT = 60
_DASHES = "—–-"
_POST_SIGNATURE = lazy.pattern(r"[—–-]\s?\S.{0,60}\(@\w{1,30}\)")


def introduces_quotation(text: str, following: str) -> bool:
    """Whether a line announces a quotation, and the next one is it: in quotation marks, or longer than a heading."""
    if text[-1] not in ":,":
        return False
    if following[0] in _OPENING_QUOTES:
        return text[-1] == ":" or text[-2:-1].isalpha()  # not so between lines of code: `"name": "Ana",`
    tail = max(0, len(text) - _LONGEST_ANNOUNCEMENT)
    return text[-1] == ":" and len(following) > _STUB_LENGTH and _ANNOUNCEMENT.search(text, tail) is not None


def is_post_signature(text: str) -> bool:
    """Whether a line signs a post from a social network: "— Jo Hale (@johale) May 3, 2021"."""
    return text[0] in _DASHES and _POST_SIGNATURE.match(text) is not None


# -- headings and entries of lists

# Neither is longer than this; the length in characters is for scripts without spaces.
_STUB_WORDS, _STUB_LENGTH = 14, 100
# A heading that capitalises its words is one at a length that would otherwise be a sentence's.
_LONG_STUB_WORDS, _LONG_STUB_LENGTH = 20, 130
# In headlines that capitalise, words of this many letters or fewer may be small, whatever the language.
_SMALL_WORD = 4
_TITLE_CASE = 0.8
_TITLE_WORDS, _TITLE_LENGTH = 25, 200
_QUESTION_MARKS = "?？؟"
_TITLE_ENDS = _QUESTION_MARKS + "!！…"
_STUB_ENDS = _QUESTION_MARKS + "…)'\"”’»%°®™"
_ASIDE_OPENINGS = "([{<@"
_ENDS_OPEN = re.compile(r"[,;:–—、-]['\"”’»)]?\Z")
_ADDRESS_CLUES = ("://", "www.", "@", "#")
_ADDRESS = lazy.pattern(r"https?://|\bwww\.|\S@\S+\.\w|#\w")
_LONGEST_LABEL = 42
_LABEL = re.compile(r"([^\W_][^:.!?;,(\"“”]{1,40}):\s+\S")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W_]+)*")


def _ends_open(text: str) -> bool:
    """Whether a line ends in a comma, colon or dash, perhaps before a closing mark: something must follow."""
    return _ENDS_OPEN.search(text, max(0, len(text) - 2)) is not None


def _has_address(text: str) -> bool:
    return any(clue in text for clue in _ADDRESS_CLUES) and _ADDRESS.search(text) is not None


class Shape:
    """A line's outward form.

    ends_sentence: with a full stop or the like. is_entry: short and without one, as headings and the entries of a
    list are. is_stub: an entry that may be a heading: neither a small letter nor a bracket opens it, and no comma ends
    it. is_running: running text, as it stands under a heading.
    """

    __slots__ = ("ends_sentence", "is_entry", "is_stub", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends_sentence = ends_sentence(text)
        self.is_entry = self.is_stub = False
        if len(text) <= _LONG_STUB_LENGTH and self._is_entry():
            self.is_entry = not _has_address(text)
            self.is_stub = self.is_entry and self._opens_and_ends_as_stub()

    @property
    def is_running(self) -> bool:
        return not self.is_entry and (len(self.text) > _LONG_STUB_LENGTH or not _has_address(self.text))

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def label(self) -> str:
        """What stands before a colon at the beginning ("Group A: Norway, Serbia"), or nothing."""
        match = _LABEL.match(self.text) if ":" in self.text[:_LONGEST_LABEL] else None
        return match[1] if match else ""

    @property
    def is_question(self) -> bool:
        return self.text[-1] in _QUESTION_MARKS

    @property
    def is_title_case(self) -> bool:
        """Whether nearly all longer words begin with a capital."""
        words = [word for word in _WORD.findall(self.text) if len(word) > _SMALL_WORD]
        return bool(words) and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)

    @property
    def may_be_title(self) -> bool:
        """Headlines may be longer than headings, and may end in a full stop if their words are capitalised."""
        text = self.text
        if len(text) > _TITLE_LENGTH or self.words > _TITLE_WORDS or _ends_open(text):
            return False
        return not self.ends_sentence or text[-1] in _TITLE_ENDS or (self.words > 3 and self.is_title_case)

    def _is_entry(self) -> bool:
        text = self.text
        if (
            (self.ends_sentence and not self.is_question)
            or text[-1] == ":"
            or "\t" in text
            or "|" in text
            or not any(map(str.isalpha, text))
        ):
            return False
        words = self.words
        is_short = len(text) <= _STUB_LENGTH and words <= _STUB_WORDS
        return is_short or (words <= _LONG_STUB_WORDS and self.is_title_case)

    def _opens_and_ends_as_stub(self) -> bool:
        first, last = self.text[0], self.text[-1]
        return (
            not first.islower()
            and first not in _ASIDE_OPENINGS
            and (last.isalnum() or last in _STUB_ENDS)
            and not _ends_open(self.text)
        )
