"""The grammar of claims whose source is nobody: what must stand around a word or phrase for it to be one.

Every test gets the text of a sentence and the place of a phrase in it, and gives the range of the whole expression
("some critics have perceived" for "some"), or None.
"""

import re
from collections.abc import Callable

Range = tuple[int, int]
Test = Callable[[str, int, int], Range | None]

# How far back from a phrase its neighbours are looked for, in code points.
_BEFORE = 40
# How far on either side a figure or a poll is looked for.
_AROUND = 200

# A verb with a plural subject: a form in -s would be a noun ("most suspects"). What follows tells the claims of verbs
# of many uses from their other uses: "feel that" from "feel cold", "claim" from "claim to sell".
_CLAIMS = r"""(?:
    acknowledged? | accused? | agreed? | alleged? | argued? | assert(?:ed)? | assumed? | believed? | blamed?
  | calculated? | call(?:ed)? (?!\ (?:off|on|for|in|up|to)\b) | caution(?:ed)? | charged?\ that
  | claim(?:ed)? (?!\ to\b) | complain(?:ed)? | concluded? | condemn(?:ed)?
  | consider(?:ed)? (?!\ (?:to|as)\b) | contend(?:ed)?
  | credit(?:ed)? (?!\ (?:card|union)) | critici[sz]ed? | decr(?:y|ied) | deem(?:ed)? | den(?:y|ied)
  | described? (?!\ (?:in|above|below)\b) | discover(?:ed)?\ that | dismiss(?:ed)? | disputed?
  | doubt(?:ed)? | dub(?:bed)? | estimated?\ that
  | expect(?:ed)? (?!\ (?:to|of|you)\b) | feared? | found\ that
  | (?:feel|felt) (?=\ (?:that|the|it|they|their|this)\b) | hail(?:ed)?
  | (?:hold|held)\ that | insist(?:ed)? | interpret(?:ed)? | label(?:l?ed)? | maintain(?:ed)?\ that
  | noted? (?=\ (?:that|it|the|how)\b) | perceived? | point(?:ed)?\ (?:to|out) | portray(?:ed)? | praised?
  | predict(?:ed)? | question(?:ed)? | reckon(?:ed)? | regard(?:ed)? (?!\ as\b)
  | remark(?:ed)? | report\ (?:that|feeling|having|being) | said | say
  | (?:saw|see) (?=[^,.;]{1,60}\ as\b) | speculated? | suggest(?:ed)? | surmised? | suspect(?:ed)? | theori[sz]ed?
  | (?:think|thought) (?!\ (?:about|of|through)\b) | view(?:ed)? (?!\ as\b) | warn(?:ed)?
  | wonder(?:ed)? | worr(?:y|ied)
)\b"""

# Between a group and its verb: what the group is about or where it is, auxiliaries and adverbs; never a name.
_STOPS = r"""(?:
    and | but | or | whilst | to | who | whom | whose | what | that | which | the | a | an | at | from | with | by | for
  | as | were | was | are | is | been | be | if | when | while | because | than | not | no | such | including | like
  | polled | surveyed | interviewed | contacted | quoted | he | she | it | they | we | i | you | us | them | me
  | him | this | these | those
)\b"""
_MODIFIER = rf"""(?:
    \ (?:of|in|on|within|across|inside|outside|around) (?:\ (?:the|this|that|its|his|her|their|such))?
    (?:\ (?!{_STOPS})[a-z][\w'’-]*){{1,4}}?
)?"""
_AUXILIARIES = r"""(?:
    \ (?:have|has|had|would|will|may|might|could|can|do|did|also|now|still|even|long|already|since|always|once|[a-z]+ly)
  | ,\ (?:however|therefore|though),
){0,3}\ """
_GROUP_CLAIMS = re.compile(rf"{_MODIFIER}{_AUXILIARIES}(?P<verb>{_CLAIMS})", re.VERBOSE)
_QUANTIFIED_CLAIM = re.compile(
    rf"(?P<noun>(?:\ (?!{_STOPS}|ago\b)[A-Za-z][\w'’-]*){{0,4}}?){_MODIFIER}{_AUXILIARIES}(?P<verb>{_CLAIMS})",
    re.VERBOSE,
)
_PLURAL = re.compile(r"(?:s|people|men|women|media|police|clergy|elite|public)\Z")
# "What experts call a bubble" gives a word of theirs, and claims nothing.
_WHAT = re.compile(r"\bwhat \Z", re.IGNORECASE)
_NAMING = ("call", "dub", "label")
# "The most", "so many": a degree, not a number of people. "It found that most": a study counted.
_NO_NUMBER = re.compile(
    r"(?:['’]s|\b(?:the|a|an|his|her|its|their|our|my|your|so|too|as|how|very|no|not|than|these|those|for"
    r"|(?:found|finds|shows|showed) that)) \Z",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"(?:^[“\"‘'(]?|[,;:(—–-] ?"
    r"|\b(?:and|but|that|while|whilst|which|what|as|though|although|because|where|so|yet|if"
    r"|(?:this|last) (?:year|month|week|spring|summer|autumn|winter)|today|yesterday|now|in (?:1[89]|20)\d\d) )\Z",
    re.IGNORECASE,
)
# In front of a group or a study: up to two words that do not tell whose it is ("public health experts"); a capital
# letter is one of a sentence's beginning.
_KINDS = re.compile(
    r"(?:^(?!(?:The|These|Those|His|Her|Its|Their|Our|My|Your|No)\b)[A-Z][a-z-]+\ |\b)"
    rf"(?:(?!{_STOPS})[a-z][a-z-]*\ ){{0,2}}\Z",
    re.VERBOSE,
)

_PARTICIPLE = r"""(?:
    acknowledged | accepted | agreed | alleged | argued | assumed | believed | blamed | claimed | considered | credited
  | deemed | described | estimated | expected | feared | felt | hailed | held | perceived | portrayed | presumed
  | regarded | reported | reputed | rumou?red | said | seen | speculated | suggested | supposed | suspected | thought
  | touted | understood | viewed | criticised | criticized | condemned | dismissed | derided | ridiculed | praised
  | interpreted | questioned | rejected | doubted | feared | accused | called | labelled | labeled | dubbed | touted
)\b"""
_NO_AGENT = r"(?!\ by\ (?!many|some|most|critics|experts))"
_HELD = re.compile(rf"\ {_PARTICIPLE} {_NO_AGENT} (?P<as>\ (?:as|to)\b)?", re.VERBOSE)
_JUDGED = re.compile(
    rf"""\ (?:
        argued | assumed | believed | claimed | compared | considered | said | thought
      | (?:credited|described|hailed|perceived|portrayed|regarded|seen|thought\ of|viewed)\ as | credited\ with
    )\b {_NO_AGENT}""",
    re.VERBOSE,
)
_HELD_THAT = re.compile(
    rf"(?P<held>(?:\ (?:[a-z]+ly|often|long))?\ {_PARTICIPLE}) (?:\ by\ (?:many|some|most))?\ that\b", re.VERBOSE
)
_BE = re.compile(r"\b(?:is|are|was|were|been)(?: (?:[a-z]+ly|also|now|still|often|long))? \Z")
_PARTICIPLE_BEFORE = re.compile(rf"\b{_PARTICIPLE}\ \Z", re.VERBOSE)
_A_JUDGEMENT = re.compile(r" (?:a|an|the|one|among|as|to be|his|her|its|their)\b")

# A name behind a group, or the number of its members, says who they are: "analysts at Varga Bank".
_IDENTIFIED = re.compile(r"(?: (?:at|of|from|with|in|for|the|polled|surveyed))? (?:the )?(?:[A-Z][\w.-]+|\d)")
_SHOWS = re.compile(
    rf"""(?:\ (?:taken|done|conducted|carried\ out|published|of|in|on|into|from|by|over)
        (?:\ (?!{_STOPS})[a-z][\w’'-]*){{1,5}}?)?
    (?:\ (?:have|has|had|also|now|often|consistently|repeatedly|clearly|recently|already)){{0,2}}
    \ (?:shows?|showed|shown|suggests?|suggested|indicates?|indicated|proves?|proved|proven|finds?|found|demonstrates?
      |demonstrated|reveals?|confirms?|says|links?|linked)\b""",
    re.VERBOSE,
)

# A figure or a poll makes "most voters" and "analysts expect" a fact about them that has a source.
_MEASURED = re.compile(r"\d|\bper ?cent\b|\b(?:poll|survey|referendum)s?\b|^Asked\b", re.IGNORECASE)
_MARKET = frozenset({"analysts", "economists", "forecasters", "strategists"})
_FORECASTS = ("expect", "predict", "estimate")
# "Some said" looks back to people known from the sentence before; "some say" does not, nor does "many".
_LOOKING_BACK = ("said", "saw", "felt", "ed")
# These say that many hold it; other adverbs, how often it is said.
_OF_MANY = frozenset({"widely", "generally", "commonly", "popularly", "universally", "broadly"})


def group(text: str, start: int, end: int) -> Range | None:
    """ "Experts say"; not "the minister's critics say", nor what markets expect in figures."""
    first = _without_kinds(text, start)
    match = _GROUP_CLAIMS.match(text, end)
    if match is None or not _opens_clause(text, first) or _gives_a_word(text, first, match["verb"]):
        return None
    is_forecast = text[start:end].lower() in _MARKET and match["verb"].startswith(_FORECASTS)
    if is_forecast and (" had " in match.group() or _MEASURED.search(text, max(0, start - _AROUND), end + _AROUND)):
        return None
    return first, match.end()


def quantifier(text: str, start: int, end: int) -> Range | None:
    """ "Some critics have perceived", "many believe"."""
    match = _QUANTIFIED_CLAIM.match(text, end)
    if (
        match is None
        or _MEASURED.search(text, max(0, start - _AROUND), end + _AROUND)
        or _NO_NUMBER.search(text, max(0, start - _BEFORE), start)
    ):
        return None
    noun = match["noun"].split()
    if _gives_a_word(text, start, match["verb"]):
        return None
    if noun:
        return (start, match.end()) if _PLURAL.search(noun[-1]) else None
    word = text[start:end].lower()
    looks_back = word != "many" and match["verb"].endswith(_LOOKING_BACK) and " have " not in match.group()
    if word.endswith("of") or looks_back or not _opens_clause(text, start):
        return None
    return start, match.end()


def adverb(text: str, start: int, end: int) -> Range | None:
    """ "Widely believed", "often described as"; not "they often said"."""
    match = (_HELD if text[start:end].lower() in _OF_MANY else _JUDGED).match(text, end)
    if match is None or not (_BE.search(text, max(0, start - _BEFORE), start) or match.groupdict().get("as")):
        return None
    return start, match.start("as") if match.groupdict().get("as") else match.end()


def dummy(text: str, start: int, end: int) -> Range | None:
    """ "It is believed that"."""
    match = _HELD_THAT.match(text, end)
    return (start, match.end("held")) if match else None


def passive(text: str, start: int, end: int) -> Range | None:
    """ "Is said to"; not "he said to her"."""
    match = _BE.search(text, max(0, start - _BEFORE), start)
    return (match.start(), end) if match else None


def agent(text: str, start: int, end: int) -> Range | None:
    """ "Seen by many", "dismissed by numerous critics"; not "by several of the 12 members"."""
    match = _PARTICIPLE_BEFORE.search(text, max(0, start - _BEFORE), start)
    return (match.start(), end) if match and not _IDENTIFIED.match(text, end) else None


def judgement(text: str, start: int, end: int) -> Range | None:
    """ "Is considered one of"; not "is considered for"."""
    match = _BE.search(text, max(0, start - _BEFORE), start)
    return (match.start(), end) if match and _A_JUDGEMENT.match(text, end) else None


def research(text: str, start: int, end: int) -> Range | None:
    """ "Recent studies show", "scans taken at birth suggest"; not "the university's research shows"."""
    first = _without_kinds(text, start)
    match = _SHOWS.match(text, end)
    return (first, match.end()) if match and _opens_clause(text, first) else None


def fixed(text: str, start: int, end: int) -> Range | None:
    """ "Rumour has it"; not "according to analysts at Varga Bank"."""
    return None if _IDENTIFIED.match(text, end) else (start, end)


def _without_kinds(text: str, start: int) -> int:
    """Where a group begins with the words for its kind, if a clause begins there: "political observers"."""
    match = _KINDS.search(text, max(0, start - _BEFORE), start)
    return match.start() if match and _opens_clause(text, match.start()) else start


def _gives_a_word(text: str, start: int, verb: str) -> bool:
    return verb.startswith(_NAMING) and _WHAT.search(text, max(0, start - _BEFORE), start) is not None


def _opens_clause(text: str, start: int) -> bool:
    return _CLAUSE_START.search(text, max(0, start - _BEFORE), start) is not None
