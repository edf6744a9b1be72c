"""Word classes that tell a full stop after an abbreviation from one that ends a sentence, per language.

Abbreviations stand without their last full stop ("U.S" for "U.S.") and as they are written in running text: "Miss" is
Mississippi, "miss" is a word. All other words are lower case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

TAIL = 3  # characters at the end of a word, with a space before short ones, that may tell it from all abbreviations

Kind = Literal["never", "before_number", "after_number", "may_end", "initials", "clock", "end"]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """What the segmenter has to know about a language.

    abbreviations: kind by word. "never": something always follows ("Mr.", "vs."). "before_number": an abbreviation
    only there ("No. 5"). "after_number": ends a sentence only there (Russian "1912 г."). "may_end": ends its sentence
    if a starter or a subject with its verb follows ("Inc.", "Sept."). "initials": only if a starter follows ("U.S.").
    "clock": "a.m.". "end": looks like initials but ends its sentence before every capital.
    starters: words that hardly ever have a capital except at the start of a sentence.
    clock_companions: capitalised words that continue a time of day ("9 a.m. Eastern", "8 p.m. Friday").
    tails: the last TAIL characters of the abbreviations, in lower case.
    ordinals: whether a full stop after a number of one or two digits makes it an ordinal ("am 3. Mai").
    """

    abbreviations: Mapping[str, Kind]
    starters: frozenset[str]
    tails: frozenset[str]
    clock_companions: frozenset[str] = frozenset()
    ordinals: bool = False


_TABLES = {
    "de": {
        "never": """
            z.B Z.B b.z.w bzw bspw ca Dr Prof Hr Fr Frl St ggf inkl exkl evtl vgl Vgl u.a d.h D.h
            i.d.R o.ä sog Ing Dipl med jur phil rer nat gest geb Hrsg allg bes urspr zzgl abzgl max min
        """,
        "before_number": "Nr Art Abs Bd Kap Tel",
        "may_end": "usw etc Str Co Inc Jr Chr v.Chr n.Chr Jan Feb Apr Aug Sept Okt Nov Dez",
        "starters": """
            der die das ein eine einer er sie es wir ich ihr dies diese dieser dieses dort hier aber und oder doch
            so wenn als während obwohl weil nachdem bevor in im an am auf für von vom mit nach vor bei beim zu zum
            zur seit trotz durch ohne gegen über unter auch nur noch nicht sein seine ihre kein keine was wer warum
            wie wo man dann da dabei damit danach dazu dennoch jedoch zudem außerdem allerdings bis alle viele
        """,
    },
    "en": {
        "never": """
            Mr Mrs Ms Mx Messrs Mlle Mme Dr Drs Prof Profs Gen Gens Sen Sens Rep Reps Gov Govs Pres Rev Revs Hon
            Supt Det Insp Sgt Sgts Lt Col Cols Cpl Pvt Capt Capts Cmdr Comdr Maj Brig Adm Ens Pfc Atty Msgr Fr Lieut
            Amb Ald Eds P.S vs v viz cf ca approx al e.g i.e trans asst assoc gov't
        """,
        "before_number": "no nos pp secs sec fig figs vol vols ch chap para eq Rs N° Nº ext tel",
        "may_end": """
            Inc Corp Co Cos Ltd plc Pty Bhd Cie Jr Jnr Sr Snr Bros etc Est Ave Blvd Rd Hwy Sq Ala Ariz Ark Calif
            Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex
            Vt Va Wash Wis Wisc Wyo Ont Que Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu
            Thur Thurs Fri Ph.D M.D B.A M.A B.S M.S J.D Esq A.D B.C Dept Dist Govt Univ Assn Intl Natl Mfg dept govt
            univ intl mfg
        """,
        "clock": "a.m p.m",
        "starters": """
            the a an he it she they we i you this that these those there here and but or so yet if when while as
            because although though since until unless after before once whether where who whom whose what which why
            how in on at for from with by to into through throughout during despite under over within without
            against between beyond among across about around along above below behind beside besides like unlike his
            her its their our my your some many most more much several few all both each every either neither other
            others another such no not nor none nobody nothing one two three four five six seven eight nine ten
            however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence then also still
            instead indeed perhaps maybe later earlier now today yesterday tomorrow recently currently previously
            finally eventually even just only never nearly almost sometimes often usually yes please is are was were
            do did does have has had can could would should might isn wasn aren weren didn doesn couldn wouldn
            shouldn hasn haven let asked according analysts officials police shares critics
        """,
        "clock_companions": """
            est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst cet cest utc ist jst local eastern central pacific
            mountain monday tuesday wednesday thursday friday saturday sunday january february march april may june
            july august september october november december jan feb mar apr aug sept oct nov dec mon tue wed thu fri
            sat sun
        """,
    },
    "es": {
        "never": """
            sr sra srta sres sras dr dra dres dña prof profa gral av avda lic ing arq St Mt p.ej p.e Ud Uds Vd
        """,
        "before_number": "núm núms n.º nº no pág págs pp art cap vol fig",
        "may_end": "etc EE.UU EE.AA a.C d.C a.m p.m S.A S.L Cía Admón Jr Inc aprox ago sept oct nov dic",
        "starters": """
            el la los las un una unos unas él ella ellos ellas yo tú este esta esto estos estas ese esa eso aquel
            pero y e o u si cuando mientras aunque porque como en a al de del por para con sin según sobre entre
            desde hasta tras durante ante bajo su sus mi mis qué quién cómo dónde cuándo cuánto no ni ya también
            además así entonces luego hoy ayer se lo le les hay es son fue muchos todos cada otro otra
        """,
    },
    "fr": {
        "never": "MM Mme Mmes Mlle Mlles Dr Pr Prof St Ste Mgr Me cf env av apr ex éd",
        "before_number": "pp vol chap art fig n° N° no nos",
        "may_end": "etc Inc Co Ltd Jr J.-C av.J.-C apr.J.-C janv févr avr juil sept oct nov déc",
        "starters": """
            le la les l un une des du il elle ils elles on nous vous je j ce c cette ces cet mais et ou donc or si
            quand lorsque comme en dans sur à au aux pour par avec sans sous après avant depuis pendant selon entre
            vers chez son sa ses leur leurs notre nos votre mon ma mes qui que qu quoi pourquoi comment où plus tout
            toute tous toutes d n ne aucun aucune plusieurs certains chaque aussi ainsi alors cependant pourtant
            enfin puis
        """,
    },
    "it": {
        "never": """
            sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag On on Sen Mons Don Gen Col
            Cap Dir Amm cfr es St
        """,
        "before_number": "nn art artt pag pagg pp cap vol fig",
        "may_end": "ecc etc a.C d.C S.p.A S.r.l Jr Inc gen feb mar apr mag giu lug ago sett ott nov dic",
        "starters": """
            il lo la i gli le l un uno una egli lui lei essi loro io noi questo questa questi queste quello quella
            ma e ed o se quando mentre anche perché come in nel nella nei a al alla ai di del della dei delle da dal
            dalla per con senza secondo su sul sulla tra fra dopo prima durante suo sua suoi sue che chi cosa dove
            non né già inoltre così allora poi oggi ieri è sono era ha hanno molti tutti ogni altro
        """,
    },
    "nl": {
        "never": """
            dhr mevr mw mr dr drs ir ing prof ds Dr Prof St bijv bv ca o.a d.w.z m.b.t t.a.v i.v.m z.g zgn resp jhr
        """,
        "before_number": "nr nrs blz art hfdst fig",
        "may_end": "enz etc jr sr Inc N.V B.V v.Chr n.Chr jan feb mrt apr aug sept okt nov dec",
        "starters": """
            de het een hij zij ze we wij ik je u dit dat deze die er hier daar maar en of dus als toen terwijl omdat
            hoewel nadat in op aan voor van met na bij te tot uit over onder door zonder tegen tijdens volgens sinds
            ook nog niet geen zijn haar hun ons wat wie waarom hoe waar alle veel elke daarna daarom toch bovendien
        """,
    },
    "pt": {
        "never": "sr sra srta srs sras dr dra drs prof profa eng av exmo exma Gen St p.ex",
        "before_number": "n.º nº pág págs pp art cap vol fig",
        "may_end": "etc a.C d.C S.A Ltda Cia Jr Inc jan fev mar abr mai jun jul ago set out nov dez",
        "starters": """
            o a os as um uma uns umas ele ela eles elas eu este esta isto estes essa esse isso aquele mas e ou se
            quando enquanto embora porque como em no na nos nas ao à aos de do da dos das por pelo pela para com sem
            segundo sobre entre desde até após durante seu sua seus suas que quem onde não nem já também além assim
            então depois hoje ontem há é são foi muitos todos cada outro outra
        """,
    },
    "ru": {
        "never": """
            им ул пр-т просп пер см напр т.е т.к т.н проф акад доц св ред изд гр тов г-н г-жа ст ок пгт
            пос оз обл р-н
        """,
        "before_number": "д кв стр рис",
        "may_end": "др пр янв февр апр авг сент окт нояб дек",
        "after_number": "г в",
        "end": "н.э э т.д т.п",
        "starters": """
            в во на с со к ко по из от для он она оно они мы я вы ты это этот эта эти но и а или если когда как что
            кто где почему после до при за под над между его её ее их мой наш не ни уже ещё еще также тем так там
            здесь о об у без через однако поэтому затем потом тогда только все всё каждый многие некоторые такой
            такие
        """,
    },
}
_WITH_ORDINALS = frozenset({"de"})


@cache
def word_classes(language: str) -> WordClasses | None:
    """The word classes of a language (ISO 639-1), or None where there are none."""
    table = _TABLES.get(language)
    if table is None:
        return None
    abbreviations: dict[str, Kind] = {word: kind for kind in get_args(Kind) for word in table.get(kind, "").split()}
    return WordClasses(
        abbreviations,
        frozenset(table["starters"].split()),
        frozenset(f" {word}"[-TAIL:].lower() for word in abbreviations),
        frozenset(table.get("clock_companions", "").split()),
        language in _WITH_ORDINALS,
    )
