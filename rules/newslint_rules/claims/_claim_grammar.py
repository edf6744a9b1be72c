"""The grammar of claims that need a source: what must stand around a word or phrase for it to make one.

Every test gets the text of a sentence and the place of a phrase in it, and gives the range of the whole expression
("the largest country in the world" for "largest"), or None.
"""

import re

from newslint_rules.claims._vague_sources import Range, Test

# How far back from a phrase, and how far on, its neighbours are looked for, in code points.
_BEFORE = 60
_AFTER = 90

_NUMBER = (
    r"(?:\d[\d,.]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|half|several|dozens|hundreds|thousands|tens)"
)
_NUMBER_BEFORE = re.compile(rf"[$£€¥]?\b{_NUMBER}[ -]?\Z", re.IGNORECASE)
_LARGE_NUMBER = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})+|(?:tens|hundreds|thousands|millions) of(?: thousands| millions)?) (?:[a-z-]+ ){0,2}\Z",
    re.IGNORECASE,
)
_IN_LARGE_NUMBER = re.compile(r",\d|s of ", re.IGNORECASE)  # most phrases have no number before them
# Of these a few dozen are many: "130 ethnic groups".
_LARGE_THINGS = ("countries", "nations", "states", "languages", "species", "ethnic groups")
_DOZENS = re.compile(r"\b\d{2,} (?:[a-z-]+ ){0,2}\Z")
# "75% layout", "an 8% increase": a size, not a share.
_IS_SHARE = re.compile(r"(?: of\b| among\b| in\b| and\b| to\b| since\b|[.,;:–-]|\Z)")
_NUMBER_AFTER = re.compile(
    r" \d{1,3}(?:,\d{3})+\b| (?:[$£€¥]\d[\d,.]*|\d[\d,.]*) (?:million|billion|trillion)\b", re.IGNORECASE
)
_OF = re.compile(r" of (?:(?:all|the|its|their) )?(?=[a-z])", re.IGNORECASE)
# Where somebody would have to have counted: the world, a country, all history.
_DOMAIN = re.compile(
    r"""
    (?:\ (?!(?:in|on|across|within|and|but|said|says|told|who|when)\b)[\w’'.-]+){0,6}?
    \ (?:
        (?:in|across|within)\ (?:all\ of\ )?(?:the\ (?:whole\ |entire\ |developed\ |western\ )?)?
        (?:world|planet|globe|country|nation|continent|region|state|province|city|hemisphere|industry|sector|EU
          |(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)
           [A-Z](?:\.[A-Z]\.|[\w’'-]+)(?:\ [A-Z][\w’'-]+){0,2})
      | on\ (?:the\ (?:planet|continent)|record|earth|Earth)
      | of\ (?:all\ time|its\ kind|any\ (?:country|nation|city|state|major)
          |(?:the\ )?(?:U\.S\.|US|world|global|European|British|American)\ [a-z]+(?:\ [a-z]+)?)
      | in\ (?:(?:modern|recorded|human|living|its|their|[A-Z][\w’'-]+)\ )?(?:history|memory)
      | worldwide | globally | nationwide | anywhere | ever\ (?:made|built|recorded|seen|held)
    )(?![\w’'])""",
    re.VERBOSE,
)
_DOMAIN_BEFORE = re.compile(
    r"\b(?:world|planet|globe|country|nation|continent|region|state|city"
    r"|Africa|America|Asia|Australia|Britain|Canada|China|England|Europe|France|Germany|India|Ireland|Italy|Japan|Russia"
    r"|Scotland|Spain|UK|US|U\.S\.)(?:['’‘]s)? (?:\w+[ -])?\Z"
)
_PREDICATE = re.compile(
    r"(?<!\bcan )\b(?:is|are|was|were|been|remains?|becomes|became|(?:has|have) become|has|have|boasts?|makes? it)"
    r" (?:(?:now|also|still|already|currently|by far|home to) )?(?:[\w’'.-]+ ){0,3}?(?:\w+-)?\Z"
)
_ONE_OF = re.compile(r"\b(?:one(?: of)?|among|some of|part of|not|how|what|where|as|target of) ", re.IGNORECASE)
_UNIQUE = re.compile(
    r"""\ (?!(?:ways?|things?|times?|reasons?|problems?|questions?|ones?|differences?|options?|hopes?|others?|persons?
        |people|survivors?|goals?|man|woman)\b)
    (?:[a-z][\w-]*|[A-Z]{2,})\ (?:[a-z-]+\ )?
    (?:in\ (?:the\ (?:world|country|nation|region|state|city|EU|UK|US)|[A-Z]\w+)
      |to\ (?:have|be|offer|allow|make|use)|that|which|[a-z]+ing\ (?:to|in|the))\b""",
    re.VERBOSE,
)
_FIRST = re.compile(
    r"""\ (?!time)[a-z-]+\ (?:[a-z-]+\ ){0,3}?
    (?:in\ (?:years|decades|generations|a\ (?:decade|century|generation)|(?:\w+\ )?history|the\ world)
      |ever|of\ its\ kind)\b""",
    re.VERBOSE,
)

_THAN = re.compile(
    r" (?:[\w’'-]+ ){0,4}?than"
    r" (?:any|all|every|most|others?|the rest|those|that of|in|their|its|the|[a-z]+s\b|[A-Z])"
)
_MORE_THAN_NUMBER = re.compile(rf"than (?:{_NUMBER}\b|[$£€¥\d]|an?\b|usual|expected|ever|that\b)", re.IGNORECASE)

_VERBAL_TO = re.compile(
    r"""\ to\ (?:be|have|take|start|begin|open|go|meet|play|make|face|return|arrive|leave|give|appear|speak|run|visit
    |launch|release|hold|end|finish|join|become|fly|expire|stand|retire|publish|report|announce|decide|vote|sign|move
    |step|travel|attend|air|debut|perform|compete|testify|receive|pay|deliver|complete|come|hear|get|undergo|discuss
    )\b""",
    re.VERBOSE,
)
_CREDITS = re.compile(r" this (?:report|story|article)")  # "Contributed to this report"
_AN_OBJECT = re.compile(
    r" (?:an?|the|its|their|his|her|some|many|more|most|much|[a-z]+s|[a-z]+ing|[a-z]+[a-z-]* [a-z]+)\b"
)
# Not a charge against somebody: "corruption charges", "anti-corruption", "the fraud squad".
_COURT = re.compile(
    r"""\ (?:and\ \w+\ )?(?:
        charges?|probe|inquiry|investigations?|drive|trial|cases?|allegations?|claims?|squad|laws?|unit|office|watchdog
      | immigrants?|immigration|prevention|alert|victims?|rules?|police|court|prosecut\w+|suspects?|scheme|ring
      | of\ the\ year
    )\b""",
    re.VERBOSE,
)
_ALLEGED = re.compile(
    r"""\b(?:
        alleged|alleging|suspected|accused\ of|charged\ with|convicted\ of|guilty\ of|against|anti|counter|fight(?:ing)?
      | tackl(?:e|ing)|combat(?:ing)?|prevent(?:ing)?|investigat\w+|for|denied|denies|no|not|cleared\ of|claims\ of
      | allegations\ of|about|over|into|on|reports\ of|acts\ of
    )[ -](?:[\w-]+\ ){0,3}\Z""",
    re.IGNORECASE | re.VERBOSE,
)

_NAMED_SUBJECT = re.compile(
    r"(?:(?:^|, )(?:The |An? )?[A-Z][\w’'().-]*(?: (?:of |the )?[\w’'().-]+){0,4}|^It|^They|^The [a-z]+)\Z"
)
_KIND = re.compile(
    r"""\ (?:[\w’'.-]+\ ){0,5}?(?:
        country|nation|state|city|town|village|island|region|province|peninsula|river|lake|mountain|republic|monarchy
      | democracy|economy|county|district|municipality|suburb|alliance|organi[sz]ation|company|corporation|firm
      | conglomerate|multinational|institution|university|college|agency|union|federation|manufacturer|retailer
      | provider|religion|language|tribe|species|plant|animal|fish|bird|mammal|disease|disorder|condition|syndrome
      | virus|infection|type|form|kind|genus|drug|medicine|hormone|vitamin|technology|protocol|software|platform
      | cryptocurrency|sport|festival|holiday|cuisine|dish|treaty|building|castle|museum|newspaper|magazine|genre
      | sea|ocean|desert|animals|birds|insects|plants|method|process|field|branch|subset|practice|tradition|currency
      | producer|exporter|headquarters|capital
    )\b""",
    re.VERBOSE,
)
_YEAR_NEAR = re.compile(
    r"(?: [\w’'.,-]+){0,6}? (?:in|on|since|from|to) (?:[A-Z][a-z]+ )?(?:\d{1,2}, )?"
    r"(?:1\d\d\d|20\d\d|the \d{1,2}(?:st|nd|rd|th))\b"
)


def superlative(text: str, start: int, end: int) -> Range | None:
    """ "Is the largest country in the world"; not "the world's largest carmaker said", which names it by the way."""
    before = _PREDICATE.search(text, max(0, start - _BEFORE), start)
    if before is None or _ONE_OF.search(text, before.start(), start):
        return None
    if domain := _DOMAIN.match(text, end, end + _AFTER):
        return start, domain.end()
    named = _DOMAIN_BEFORE.search(text, max(0, start - _BEFORE), start)
    return (named.start(), end) if named else None


def unique(text: str, start: int, end: int) -> Range | None:
    """ "Is the only company to have"; not "is the only way"."""
    match = _UNIQUE.match(text, end, end + _AFTER)
    return (start, match.end()) if match and _is_said_of_it(text, start) else None


def first(text: str, start: int, end: int) -> Range | None:
    """ "Is the first candidate in years"."""
    match = _FIRST.match(text, end, end + _AFTER)
    return (start, match.end()) if match and _is_said_of_it(text, start) else None


def percentage(text: str, start: int, end: int) -> Range | None:
    """ "Twelve per cent of homes", "40%"; not "an 8% increase"."""
    before = _NUMBER_BEFORE.search(text, max(0, start - _BEFORE), start)
    return (before.start(), end) if before and _IS_SHARE.match(text, end) else None


def counted(text: str, start: int, end: int) -> Range | None:
    """ "Over 130 ethnic groups", "65,000 people"; not "20 people"."""
    before = None
    if text[start:end].lower() in _LARGE_THINGS:
        before = _DOZENS.search(text, max(0, start - _BEFORE), start)
    elif _IN_LARGE_NUMBER.search(text, max(0, start - _BEFORE), start):
        before = _LARGE_NUMBER.search(text, max(0, start - _BEFORE), start)
    return (before.start(), end) if before else None


def multiplied(text: str, start: int, end: int) -> Range | None:
    """ "65 million people"."""
    before = _NUMBER_BEFORE.search(text, max(0, start - _BEFORE), start)
    return (before.start(), end) if before else None


def approximate(text: str, start: int, end: int) -> Range | None:
    """ "Nearly two million", "an estimated 40,000"."""
    match = _NUMBER_AFTER.match(text, end, end + _AFTER)
    return (start, match.end()) if match else None


def share(text: str, start: int, end: int) -> Range | None:
    """ "Half of all homes", "one in ten"."""
    match = _OF.match(text, end, end + _AFTER)
    return (start, start + len(text[start : match.end()].rstrip())) if match else None


def comparison(text: str, start: int, end: int) -> Range | None:
    """ "Cheaper than any other"; not "higher than 40", "more than expected"."""
    match = _THAN.match(text, end, end + _AFTER)
    if match is None or _MORE_THAN_NUMBER.search(text, end, match.end() + 4):
        return None
    return start, match.end()


def cause(text: str, start: int, end: int) -> Range | None:
    """ "Led to the collapse", "because of"; not "due to open"."""
    if _CREDITS.match(text, end):
        return None
    if text.startswith("due to", start) and _VERBAL_TO.match(text, end - 3, end + 12):
        return None
    return start, end


def effect(text: str, start: int, end: int) -> Range | None:
    """ "Causes cancer"; not "root causes of"."""
    return (start, end) if _AN_OBJECT.match(text, end, end + _AFTER) else None


def accusation(text: str, start: int, end: int) -> Range | None:
    """ "Is marred by fraud"; not "fraud charges", "accused of fraud"."""
    if _COURT.match(text, end, end + _AFTER) or _ALLEGED.search(text, max(0, start - _BEFORE), start):
        return None
    return start, end


def definition(text: str, start: int, end: int) -> Range | None:
    """ "NATO is a military alliance"."""
    match = _KIND.match(text, end, end + _AFTER)
    return (
        (start, match.end())
        if match and _NAMED_SUBJECT.search(text, max(0, start - _BEFORE - 1), max(0, start - 1))
        else None
    )


def dated(text: str, start: int, end: int) -> Range | None:
    """ "Founded in 1949"."""
    match = _YEAR_NEAR.match(text, end, end + _AFTER)
    return (start, match.end()) if match else None


def anywhere(text: str, start: int, end: int) -> Range | None:
    """ "Shares a border with"."""
    return start, end


def _is_said_of_it(text: str, start: int) -> bool:
    before = _PREDICATE.search(text, max(0, start - _BEFORE), start)
    return before is not None and _ONE_OF.search(text, before.start(), start) is None


TESTS: dict[str, Test] = {
    "superlatives": superlative,
    "unique": unique,
    "firsts": first,
    "percentages": percentage,
    "multiplied": multiplied,
    "counted": counted,
    "approximations": approximate,
    "shares": share,
    "comparatives": comparison,
    "comparisons": anywhere,
    "causes": cause,
    "effects": effect,
    "accusations": accusation,
    "definitions": definition,
    "dated": dated,
    "background": anywhere,
}
