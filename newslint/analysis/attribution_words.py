"""Words by which attributions are known: compiled for newslint, sorted by what they need beside them to report.

Verbs stand in their base form; `forms` inflects them. A verb may be in several groups. How reliably each form reports
is learnt (attribution_model.py); the groups tell what to expect of forms that were too rare to learn from.
"""

from collections.abc import Iterable, Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Report wherever they stand.
REPORTING = _words("""
    acknowledge allege announce argue assert ascribe attest bemoan boast brag caution chide complain concede confess
    contend decry deem denounce depict deride disavow disclose dispute emphasise emphasize endorse enthuse exclaim
    explain extol fault fret gripe grumble implore imply inquire insinuate insist intimate lambaste lament laud liken
    mock muse narrate opine outline paraphrase ponder posit praise predict proclaim profess prophesy quip rebuke
    rebut recall recount refute reiterate remark repudiate retort reveal ridicule say scoff speculate stipulate
    stress suggest surmise swear tell testify theorise theorize tout urge utter vilify vow warn wonder worry
    criticise criticize condemn accuse blame assail blast applaud commend disparage admonish reprimand castigate
    lambast slam defend oppose advocate espouse reject dismiss deny refuse admit affirm aver believe confirm
    conclude convey describe discuss echo elaborate expect express foresee guess hint hope indicate inform invoke
    mention note notify object observe pledge postulate propose question reassure recommend remind reply cite quote
    tweet retweet think understand want wish prefer encourage portray characterise characterize analogise know
    regret resent request ask accept agree disagree concur envision envisage advise counsel beg plead proffer
    apologise apologize congratulate thank interject chime deplore rue scold grouse shout yell scream whisper mutter
    murmur growl declare estimate consider demand order rail perceive voice
""")

# Report if a clause or a quotation follows: "found that", "says it", "put it: ...".
WITH_CLAUSE = _words("""
    add continue maintain answer respond reason show determine discover demonstrate decide assume presume
    suspect reckon fear doubt stipulate learn remember forget realise realize
    recognise recognize report claim state write post promise threaten guarantee assure underscore underline
    highlight illustrate signal specify teach warrant require ensure joke guess bet
    project forecast calculate compute record document detail clarify identify regard view label brand dub term
    call hail perceive welcome cheer champion promote credit rank rate list name accept read repeat counter protest
    charge attack challenge
    fancy pretend dream pray trust concede mean appreciate attribute
""")

# Report if "that" or another such word follows.
WITH_THAT = _words("""
    find see hear feel figure imagine hold rule judge prove establish know mean
""")

# Report if an infinitive follows: "plans to", "is expected to".
WITH_INFINITIVE = _words("""
    want hope expect plan seek intend aim promise threaten offer decline refuse vow pledge agree decide hesitate
    wish prefer claim pretend profess seem appear believe think report say know consider understand suppose rumour
    rumor ask tell urge invite order call desire like
""")

# Report with one of these prepositions, or before a name: "called for", "talked about".
WITH_PREPOSITION = _words("""
    call talk speak complain worry brag boast comment warn argue allude refer point lash rail rant
    respond object agree disagree ask push hint protest side appeal advocate
""")

# Report wherever a subject stands before them.
STATING = _words("""
    report claim state call write add describe detail document reveal support favour favor back address promise
    threaten answer respond attack charge challenge question repeat signal tout
""")

IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote written writes writing",
    "think": "thought thinks thinking", "feel": "felt feels feeling", "find": "found finds finding",
    "show": "showed shown shows showing", "see": "saw seen sees seeing", "know": "knew known knows knowing",
    "understand": "understood understands understanding", "swear": "swore sworn swears swearing",
    "foresee": "foresaw foreseen foresees foreseeing", "hear": "heard hears hearing",
    "speak": "spoke spoken speaks speaking", "forget": "forgot forgotten forgets forgetting",
    "seek": "sought seeks seeking", "hold": "held holds holding", "mean": "meant means meaning",
    "put": "put puts putting", "read": "reads reading", "go": "went goes", "bet": "bets betting",
    "teach": "taught teaches teaching", "quip": "quipped quips quipping", "brag": "bragged brags bragging",
    "rebut": "rebutted rebuts rebutting", "slam": "slammed slams slamming", "admit": "admitted admits admitting",
    "refer": "referred refers referring", "plan": "planned plans planning", "beg": "begged begs begging",
    "fret": "fretted frets fretting", "dub": "dubbed dubs dubbing", "concur": "concurred concurs concurring",
    "extol": "extolled extols extolling", "forecast": "forecast forecasts forecasting",
    "profess": "professed professes professing", "label": "labelled labeled labels labelling labeling",
    "signal": "signalled signaled signals signalling signaling", "mock": "mocked mocks mocking",
}  # fmt: skip

# Report by themselves.
PHRASES = (
    "according to",
    "in the words of",
    "as quoted by",
    "from the perspective of",
    "in the eyes of",
    "reportedly",
    "allegedly",
    "purportedly",
    "supposedly",
    "on condition of anonymity",
    "on the condition of anonymity",
    "asked not to be named",
    "asked not to be identified",
    "in his view",
    "in her view",
    "in their view",
    "in his opinion",
    "in her opinion",
    "in my view",
    "in my opinion",
    "for his part",
    "for her part",
    "for their part",
    "by his account",
    "by her account",
    "by their account",
    "by all accounts",
    "by most accounts",
    "by some accounts",
)

# What people utter; a cue with "that", "about" or "of" behind it.
UTTERANCES = _words("""
    accusation accusations allegation allegations assertion assertions assessment belief beliefs complaint
    complaints concern concerns conclusion contention conviction criticism criticisms declaration denial
    expectation expectations fears finding findings hope hopes idea impression insistence interview interviews
    notion opinion opinions opposition perception prediction predictions promise promises pledge proposal
    recommendation rhetoric rumour rumours rumor rumors speculation statement statements suggestion suggestions
    suspicion suspicions tweet view views vow warning warnings worries speech testimony remarks comments op-ed
    letter memo memorandum comment remark claim claims charge charges argument arguments question questions call calls
    appeal demand demands request doubts thoughts acknowledgement acknowledgment announcement admission
""")

# States of mind; a cue with "that", "about" or "of" behind it.
ATTITUDES = _words("""
    adamant afraid alarmed angry aware certain concerned confident convinced critical dismissive doubtful frustrated
    furious hopeful optimistic outraged pessimistic sceptical skeptical supportive sure unaware wary worried
""")

# Texts and figures that are cited as sources.
DOCUMENTS = _words("""
    analysis audit article bill book brief census complaint data dispatch document documents editorial email emails
    essay estimate estimates figures filing filings findings forecast indictment investigation journal lawsuit letter
    magazine memo memorandum minutes newspaper note paper poll polls polling post record records release report reports
    research results ruling statement statistics studies study survey surveys testimony text transcript transcripts
    tweet website index
""")

PRONOUNS = _words("he she they i we you it who one")
DETERMINERS = _words("the a an his her its their our my your this that these those any no")
# Stand between a subject and its verb.
VERB_MARKERS = _words("""
    to will would could should may might can must shall did does do not never also often repeatedly publicly strongly
    privately openly have has had he she they i we you who which it still now long recently later once openly already
    then even just really clearly consistently again further sharply widely cannot don't doesn't didn't won't
""")


FORMS_OF_BE = _words("is are was were be been being")
# Begin a clause, so that a subject does not reach back over them.
CLAUSE_WORDS = _words("""
    and but or that because as while when if although though whether how what after before until since why where so
    than
""")
# End a noun phrase that lies behind them.
ENDS_OF_PHRASES = FORMS_OF_BE | _words("""
    has have had will would could should may might can must did does do said says told tells which who to he she they
    i we you it him them not
""")
# End a noun phrase that lies before them.
ENDS_OF_SOURCES = _words("""
    in on at during that who which as when while after before but told said has have had is are was were will would to
    because since if whether and
""")
# Behind "said Ana Reis" they would make her the subject of something else.
VERBS_BEHIND = _words("has have had is are was were will would could should can may might to did does needs wants")
# Begin a source behind its cue, beside names.
SUBJECT_OPENERS = PRONOUNS | _words("the a an his her its their one another some many several two three four five most")
BESIDE_VERBS = (
    (VERB_MARKERS - PRONOUNS)
    | FORMS_OF_BE
    | _words("who which himself herself themselves itself both all too")
    | _words("almost together immediately always ever usually sometimes")
)
POSSESSIVES = _words("his her their its my our your")
PREPOSITIONS_OF_PLACE = _words("of on in for at from with by to under")
# Open a clause with its time, place or circumstance.
OPENERS = _words("""
    in on at during after before by for from with without since until under amid despite earlier last later yesterday
    today this when as while if although though instead meanwhile however asked
""")
TIMES = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
""")
# Say no more than that somebody spoke.
SAYING = _words("said says say saying told tells telling adds added wrote writes")
HEARSAY = _words("reportedly allegedly purportedly supposedly")
ANONYMITY = frozenset(phrase for phrase in PHRASES if "anonymity" in phrase or "not to be" in phrase)
NAMELESS = _words("source sources insider insiders anonymous unnamed")
ABBREVIATED_TITLES = _words("""
    mr mrs ms mx dr prof sen rep gov lt gen col capt cpl sgt maj adm supt insp st jr sr rev hon del amb atty pres
""")
# Who speaks in a headline: "Police: ...", "...: officials".
SPEAKERS = _words("""
    police officials experts scientists researchers analysts economists doctors prosecutors lawyers witnesses minister
    ministry mayor president government court watchdog regulator union report
""")


def forms(verbs: Iterable[str]) -> set[str]:
    """All inflected forms of verbs given in their base form."""
    return {form for verb in verbs for form in _inflect(verb)}


def _inflect(verb: str) -> list[str]:
    if verb in IRREGULAR:
        return [verb, *IRREGULAR[verb].split()]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith(("sh", "ch", "ss", "x", "z")):
        return [verb, verb + "es", verb + "ed", verb + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    return [verb, verb + "s", verb + "ed", verb + "ing"]


# Name of each group -> the forms that it holds.
GROUPS: Mapping[str, frozenset[str]] = {
    "reporting": frozenset(forms(REPORTING)),
    "stating": frozenset(forms(STATING)),
    "with-clause": frozenset(forms(WITH_CLAUSE)),
    "with-that": frozenset(forms(WITH_THAT)),
    "with-infinitive": frozenset(forms(WITH_INFINITIVE)),
    "with-preposition": frozenset(forms(WITH_PREPOSITION)),
    "utterance": UTTERANCES,
    "attitude": ATTITUDES,
}

# What people and documents say, apart from what they plan, want or feel.
SPEECH = frozenset(
    forms(
        _words("""
    acknowledge add admit affirm allege announce answer argue ask assert assure attest bemoan blame boast brag call
    caution charge chide cite claim clarify comment complain concede conclude concur condemn confess confirm contend
    counter criticise criticize declare decry demand denounce deny deplore describe deride detail disclose dismiss
    dispute elaborate emphasise emphasize estimate exclaim explain forecast hint imply indicate inform insist
    insinuate interject joke lament laud maintain mention note object observe opine point praise predict proclaim
    promise propose protest question quip read reassure recall recommend recount refute reiterate reject remark remind
    repeat reply report respond retort reveal say scoff shout show slam speculate state stipulate stress suggest
    surmise swear tell testify think thank threaten tout tweet underline underscore urge vow warn wonder write believe
    find accuse advise agree disagree defend endorse express voice welcome
""")
    )
)
