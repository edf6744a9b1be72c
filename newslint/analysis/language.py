"""Which language a text is in.

English is told by its function words, languages with a script of their own by their letters, and only texts with signs
of another language by langdetect, whose profiles take a tenth of a second or more and tens of MB to load.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.analysis.foreign_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

# Function words that are rare in other languages: Danish has "for" and "at" too.
_FUNCTION_WORDS = frozenset(
    [
        *("the", "and", "of", "to", "that", "this", "these", "those", "it", "its", "they", "their", "them", "there"),
        *("he", "him", "his", "she", "you", "your", "who", "which", "what", "when", "where", "as", "or", "but", "not"),
        *("with", "from", "into", "about", "after", "because", "than", "more", "also", "said", "says"),
        *("was", "were", "are", "been", "has", "have", "had", "will", "would", "could", "should"),
    ]
)
# Half of English news texts have a share of .26, one in two hundred less than .12; other languages have up to .07.
_ENGLISH_SHARE = 0.1
_LEAST_FUNCTION_WORDS = 2
# 199 of 200 foreign paragraphs of two sentences, in twelve languages, have this share of foreign words or letters.
_FOREIGN_SHARE = 0.04
_FOREIGN_LETTERS = 0.02
_MOST_BYTES = 1.5  # of UTF-8 a character, in Latin script

_SCRIPTS = {
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "ORIYA": "or",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
# The languages that share a script, which langdetect tells apart; those of one script load in half the time of all.
_SHARED_SCRIPTS = {
    "LATIN": (
        *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl"),
        *("no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi"),
    ),
    "CYRILLIC": ("bg", "mk", "ru", "uk"),
    "ARABIC": ("ar", "fa", "ur"),
    "DEVANAGARI": ("hi", "mr", "ne"),
}
_LEAST_KANA = 0.1  # as many as there are ideographs, in Japanese

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 1200
_LEAST_LETTERS_OF_A_SCRIPT = 10
_LEAST_LETTERS = 100  # of shorter texts langdetect is surer than it should be
_TRIALS = 3  # langdetect's own 7 take twice as long for the same answers
_LETTERS_OF_PROSE = 0.7  # of what is not white space; tables and code have fewer


def canonical(code: str) -> str:
    """A language code as newslint writes it: "en", "de-CH". Raises ValueError for what cannot be one."""
    if not (isinstance(code, str) and _CODE.match(code)):
        raise ValueError(f"{code!r} is no language code; use ISO 639-1: en, de, pt-BR")
    primary, _, region = code.replace("_", "-").partition("-")
    return f"{primary.lower()}-{region.upper() if len(region) == 2 else region}" if region else primary.lower()


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language of most of a text, or None when there is too little of it to tell."""
    likeliest = detect_paragraph(_sample(text))
    return likeliest[0] if likeliest else None


def detect_paragraph(text: str) -> tuple[str, float] | None:
    """The likeliest language of a text as (ISO 639-1 code, probability), or None when there is too little to tell.

    Looks at the first 1,200 characters.
    """
    text = text[:_LONGEST]
    if _is_english(text):
        return "en", 1.0
    words = _WORD.findall(text)
    letters = "".join(words)
    scripts = _scripts(letters)
    if found := _by_script(scripts, len(letters)):
        return found
    characters = sum(map(len, text.split()))
    if len(letters) < max(_LEAST_LETTERS, _LETTERS_OF_PROSE * characters) or _are_names(words):
        return None
    script = max(scripts, key=scripts.__getitem__)
    if script not in _SHARED_SCRIPTS or not _has_foreign_signs(words, letters):
        return None
    return _by_profiles(words, script)


def _sample(text: str) -> str:
    """Enough of a text, from its beginning, middle and end: an English article may begin with a foreign quotation."""
    text = text.strip()
    if len(text) <= _LONGEST:
        return text
    window = _LONGEST // 3
    middle = (len(text) - window) // 2
    return f"{text[:window]}\n{text[middle : middle + window]}\n{text[-window:]}"


def _is_english(text: str) -> bool:
    """Whether enough of the words are English function words; cheap, as most texts need no more than this."""
    words = text.lower().split()
    hits = sum(map(_FUNCTION_WORDS.__contains__, words))
    if hits < max(_LEAST_FUNCTION_WORDS, _ENGLISH_SHARE * len(words)):
        return False
    # Chinese has few spaces, so that two words of an English title would be a large share.
    return text.isascii() or len(text.encode("utf-8", "surrogatepass")) < _MOST_BYTES * len(text)


def _scripts(letters: str) -> Counter[str]:
    """How many letters belong to each script, by the first word of their names in Unicode."""
    if letters.isascii():
        return Counter({"LATIN": len(letters)})
    return Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)


def _by_script(scripts: Counter[str], letters: int) -> tuple[str, float] | None:
    """The language whose own script most of the letters belong to: that is certain."""
    if letters < _LEAST_LETTERS_OF_A_SCRIPT or scripts["LATIN"] >= letters / 2:
        return None
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    languages = {"ja" if kana > _LEAST_KANA * scripts["CJK"] else "zh": kana + scripts["CJK"]}
    languages |= {language: scripts[script] for script, language in _SCRIPTS.items()}
    likeliest = max(languages, key=languages.__getitem__)
    return (likeliest, 1.0) if languages[likeliest] > letters / 2 else None


def _has_foreign_signs(words: list[str], letters: str) -> bool:
    """Whether a text has words or letters that English lacks; without, it is English of few function words, or a list.

    One paragraph of English news in fifty would otherwise cost the loading of all profiles.
    """
    foreign_letters = len(letters) - len(letters.encode("ascii", "ignore"))
    if foreign_letters >= _FOREIGN_LETTERS * len(letters):
        return True
    hits = sum(word.lower() in FUNCTION_WORDS for word in words)
    return hits >= max(_LEAST_FUNCTION_WORDS, _FOREIGN_SHARE * len(words))


def _are_names(words: list[str]) -> bool:
    """Whether most words have a capital: lists of names, addresses and headings belong to no language."""
    return sum(word[0].isupper() for word in words) > len(words) / 2


def _by_profiles(words: list[str], script: str) -> tuple[str, float] | None:
    """What langdetect takes the words for, of the languages written in a script."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _profiles(script).create()
    detector.n_trial = _TRIALS
    detector.append(" ".join(words))
    try:
        likeliest = detector.get_probabilities()
    except LangDetectException:  # nothing but letters that no profile has
        return None
    return (likeliest[0].lang, likeliest[0].prob) if likeliest else None


@cache
def _profiles(script: str) -> "DetectorFactory":
    """The profiles of a script's languages, seeded: langdetect draws at random, but a text must get the same answer."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(0)
    folder = Path(PROFILES_DIRECTORY)
    factory.load_json_profile([(folder / code).read_text(encoding="utf-8") for code in _SHARED_SCRIPTS[script]])
    return factory
