"""Tokens and word classes of background prose: what tells an encyclopedia's sentence from a reporter's."""

import re
from collections.abc import Iterable

_MARKS_AFTER_WORDS = ("", ",", ".", ":", ";")

# One of these, and a paragraph is reporting: it need not be looked at any closer. Case counts ("US" is not "us").
_TELLTALES = """said says told added asked saying we We I'm I’m We're We’re we're we’re my our us your Mr Mrs Ms
    don't don’t didn't didn’t doesn't doesn’t can't can’t he's he’s she's she’s got week weekend latest
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday Yesterday tonight tomorrow
    spokesman spokeswoman spokesperson""".split()
TELLTALES = frozenset(word + mark for word in _TELLTALES for mark in _MARKS_AFTER_WORDS)

# "I" speaks; World War I, Peter I and Robert I. Lipp do not.
_SPEAKER = re.compile(r"(?<!\w)I(?=[ ,])")

_FEWEST_WORDS = 7
_SPEECH_OR_ASIDE = ('"', "“", "''", "(")
_TITLE_OF_WORK = re.compile(r"""["“] ?[^"”]{2,60}["”],? (?:is|was|are|were|\()""")
_ENDS = tuple(stop + closing for stop in ".!?…" for closing in ("", '"', "”", "'", "’", ")"))
_DEBRIS = ("http", "www.", "@", "#", "|", "<")

# Words that share a weight, on top of the one that each may have for itself.
CLASSES = {
    "reporting": """say saying tell tells adds asked announced reported claimed claims warned argued insisted according
        believes believe thinks hopes expects expected stated denied confirmed accused urged pledged interview
        statement""".split(),
    "news time": """today week weeks month months day days night morning afternoon evening season ago recent recently
        latest now""".split(),
    "personal": """you your me you're it's that's he's she's can't won't didn't isn't you’re it’s that’s he’s she’s
        can’t won’t didn’t isn’t""".split(),
    "arguing": "will would could should might must may if but because however although even still yet".split(),
    "present": "is are has have includes include consists lies contains serves remains".split(),
    "past": "was were had".split(),
}

# Words that may open a sentence and are no names: they keep their form, all others with a capital become "N".
OPENERS = frozenset(
    """the a an it its they their he she his her this these those that in on at by for from with of to as since after
    before during under over between among within while when where although though despite following because if and but
    or so yet however also both each all many most some several other another such more much few no not there here then
    later once twice until prior according early first one two three four five six seven eight nine ten who what which
    why how you your it's he's she's that's there's only even still just perhaps maybe meanwhile moreover furthermore
    additionally nevertheless together along like unlike than through throughout toward towards upon via without earlier
    last next every any do does did is are was were has have had can could will would should may might must up out off
    about above across against around near beyond per now
    located situated founded established born based headquartered formed created built known bordered named launched
    introduced published designed considered developed made composed divided covering spanning home originally
    historically geographically traditionally officially commonly formally formerly widely often sometimes generally
    typically currently primarily mainly largely economically politically surrounded bounded nestled opened completed
    released written directed produced recorded described regarded called dubbed governed ruled inhabited populated rich
    occupying comprising consisting stretching bordering signed ratified adopted enacted passed incorporated chartered
    organised organized raised educated housed""".split()
)

# The first six letters of a word serve as its stem. These are too common to tell one text from another.
COMMON_STEMS = frozenset(
    word[:6]
    for word in """with from that this have were been will would their which about there they them then than when what
    where while after before other over such some more most also into only just between through during because could
    should being these those your very much many even well back down here said told says made make took take first last
    year years people time""".split()
)
_STEM = re.compile(r"\b[a-z]{4,6}")

SENTENCE = "^"  # stands before the first token of every sentence
NAME = "N"

_SENTENCE_START = re.compile(r"([.!?])([\"”]?) ([A-ZÀ-Þ][\w'’]*+)")
_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’&-]*+(?:\.\w++)*+(?: [A-ZÀ-Þ][\w'’&-]*+(?:\.\w++)*+)*+")
_NUMBER = re.compile(r"[0-9]\d*+(?:[,.]\d++)*+\w*+")  # twice as fast as without a class in front


def could_be_background(text: str) -> bool:
    """Whether nothing shows at first sight that a line is reporting, speech, a caption or debris of a page."""
    if not text.endswith(_ENDS) or (text.startswith(_SPEECH_OR_ASIDE) and not _TITLE_OF_WORK.match(text)):
        return False
    words = text.split()
    if len(words) < _FEWEST_WORDS or not TELLTALES.isdisjoint(words):
        return False
    return not any(sign in text for sign in _DEBRIS) and not (" I" in text and _speaks(text))


def _speaks(text: str) -> bool:
    """Whether an "I" in a text is the writer or a speaker: no name stands before it."""
    for match in _SPEAKER.finditer(text):
        before = text[: match.start()].split(None)[-1:] or [""]
        if not before[0][:1].isupper() or before[0].lower() in OPENERS:
            return True
    return False


def stems(text: str) -> frozenset[str]:
    """The content words of a text, each cut to its first six letters."""
    return all_stems(text) - COMMON_STEMS


def all_stems(text: str) -> frozenset[str]:
    """The same, with the common ones among them."""
    return frozenset(_STEM.findall(text.lower()))


def tokens(text: str) -> list[str]:
    """The words and marks of a text, with everything that could tell its subject masked.

    Names become "N" (a run of them one "N"), years "Y", other numbers "0"; `SENTENCE` stands before each sentence.
    Substitution over the whole line is several times as fast as a loop over its words.
    """
    text = _SENTENCE_START.sub(_mark_sentence, f". {text}")
    text = _NUMBER.sub(_mask_number, _NAMES.sub(NAME, text))
    text = text.replace("“", '"').replace("”", '"').replace("''", '"').replace("’", "'")
    for mark in ',;:()"–—!?':
        if mark in text:
            text = text.replace(mark, f" {mark} ")
    found = text.replace(". ", " . ").removesuffix(".").split()
    is_marked = found[1:2] == [SENTENCE]
    return [SENTENCE, *found[1 + is_marked :]]


def _mark_sentence(match: re.Match[str]) -> str:
    stop, quote, word = match.groups()
    low = word.lower()
    return f" {stop} {quote} {SENTENCE} {low if low in OPENERS else word}"


def _mask_number(match: re.Match[str]) -> str:
    number = match.group()
    return "Y" if len(number) == 4 and number[0] in "12" and number.isdigit() else "0"


def what_is_absent(texts: Iterable[str]) -> str:
    """What a reporter would have put in and these texts lack, in words; "" if they lack nothing."""
    used = {token for text in texts for token in tokens(text)}
    signs = {"attribution": CLASSES["reporting"], "quotation": ['"'], "recent date": CLASSES["news time"]}
    *most, last = [name for name, words in signs.items() if used.isdisjoint(words)] or [""]
    return f"{', '.join(most)} or {last}" if most else last
