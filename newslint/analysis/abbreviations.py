"""Word classes that tell a full stop after an abbreviation from one that ends a sentence, per language.

All words are lower case and without their last full stop: "u.s" stands for "U.S.".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["never", "number", "may_end", "clock"]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """What the segmenter has to know about a language.

    abbreviations: kind by word. "never": something always follows ("Mr.", "vs."). "number": an abbreviation only
    before a number ("No. 5"). "may_end": ends its sentence if a starter follows ("Inc.", "U.S."). "clock": "a.m.".
    starters: words that hardly ever have a capital except at the start of a sentence.
    clock_companions: capitalised words that continue a time of day ("9 a.m. Eastern", "8 p.m. Friday").
    ordinals: whether a full stop after a number of one or two digits makes it an ordinal ("am 3. Mai").
    """

    abbreviations: Mapping[str, Kind]
    starters: frozenset[str]
    clock_companions: frozenset[str] = frozenset()
    ordinals: bool = False


def _kinds(**words: str) -> Mapping[str, Kind]:
    kinds: dict[str, Kind] = {}
    names: tuple[Kind, ...] = ("may_end", "number", "clock", "never")
    for name in names:
        kinds.update(dict.fromkeys(words.get(name, "").split(), name))
    return kinds


def _english() -> WordClasses:
    return WordClasses(
        _kinds(
            never="""
                mr mrs ms mx messrs mlle mme dr drs prof profs gen gens sen sens rep reps gov govs pres rev revs hon supt
                det insp sgt sgts lt col cols cpl pvt capt capts cmdr comdr maj brig adm ens pfc atty msgr fr lieut
                vs v viz cf approx al e.g i.e amb ald ed eds trans asst assoc gov't
            """,
            number="no nos p pp art arts sec secs fig figs vol vols ch chap par para pt op eq rs n° nº c ca fy",
            may_end="""
                inc corp co cos ltd llc plc pty bhd cie jr sr bros etc est ave blvd rd st hwy sq ste mt mts ft ft
                ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr
                nev okla ore pa penn tenn tex vt va wash wis wisc wyo ont que
                jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
                ph.d m.d b.a m.a b.s m.s j.d esq a.d b.c mil bn km cm kg mph oz lb lbs hr hrs min mins dept govt univ
                assn intl natl mfg
            """,
            clock="a.m p.m am pm",
        ),
        frozenset(
            """
            the a an he it she they we i you this that these those there here and but or so yet if when while as
            because although though since until unless after before once whether where who whom whose what which why how
            in on at for from with by to into through throughout during despite under over within without against
            between beyond among across about around along above below behind beside besides like unlike
            his her its their our my your some many most more much several few all both each every either neither
            other others another such no not nor none nobody nothing one two three four five six seven eight nine ten
            however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence then also still
            instead indeed perhaps maybe later earlier now today yesterday tomorrow recently currently previously
            finally eventually even just only never nearly almost sometimes often usually yes please
            is are was were do did does have has had can could would should might isn wasn aren weren didn doesn
            couldn wouldn shouldn hasn haven let asked according analysts officials police shares critics
            """.split()
        ),
        frozenset(
            """
            est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst cet cest utc ist jst local eastern central pacific
            mountain monday tuesday wednesday thursday friday saturday sunday january february march april may june july
            august september october november december jan feb mar apr aug sept oct nov dec mon tue wed thu fri sat sun
            """.split()
        ),
    )


def _german() -> WordClasses:
    return WordClasses(
        _kinds(
            never="""
                z.b b.z bzw bspw ca dr prof hr fr frl str nr art abs bd ggf inkl exkl evtl vgl u.a d.h i.d.r o.ä sog
                ing dipl med jur phil rer nat st gest geb hrsg allg bes urspr zzgl abzgl etwa max min tel
            """,
            may_end="""
                usw etc co inc jr mio mrd jh jhdt jhd chr v.chr n.chr u.s uhr jan feb apr aug sept okt nov dez
            """,
        ),
        frozenset(
            """
            der die das ein eine einer er sie es wir ich ihr dies diese dieser dieses dort hier aber und oder doch so
            wenn als während obwohl weil nachdem bevor in im an am auf für von vom mit nach vor bei beim zu zum zur seit
            trotz durch ohne gegen über unter auch nur noch nicht sein seine ihre sein kein keine was wer warum wie wo
            man dann da dabei damit danach dazu dennoch jedoch zudem außerdem allerdings bis alle viele
            """.split()
        ),
        ordinals=True,
    )


def _french() -> WordClasses:
    return WordClasses(
        _kinds(
            never="mm mme mmes mlle mlles dr pr prof st ste mgr me cf env av apr ex éd",
            number="p pp vol chap art fig n° n no nos",
            may_end="m etc inc co ltd jr j.-c av.j.-c apr.j.-c janv févr avr juil sept oct nov déc",
        ),
        frozenset(
            """
            le la les l un une des du il elle ils elles on nous vous je j ce c cette ces cet mais et ou donc or si quand
            lorsque comme en dans sur à au aux pour par avec sans sous après avant depuis pendant selon entre vers chez
            son sa ses leur leurs notre nos votre mon ma mes qui que qu quoi pourquoi comment où plus tout toute tous
            toutes d n ne aucun aucune plusieurs certains chaque aussi ainsi alors cependant pourtant enfin puis
            """.split()
        ),
    )


def _russian() -> WordClasses:
    return WordClasses(
        _kinds(
            never="""
                им ул пр-т просп пер д кв стр рис см напр т.е т.к т.н проф акад доц св ред изд гр тов г-н г-жа ст п
                ок пгт пос оз обл р-н
            """,
            may_end="г гг вв в руб коп тыс млн млрд трлн н.э э т.д т.п т.г др пр долл дол янв февр апр авг сент окт нояб дек",
        ),
        frozenset(
            """
            в во на с со к ко по из от для он она оно они мы я вы ты это этот эта эти но и а или если когда как что кто
            где почему после до при за под над между его её ее их мой наш не ни уже ещё еще также тем так там здесь о об
            у без через однако поэтому затем потом тогда только все всё каждый многие некоторые такой такие
            """.split()
        ),
    )


def _spanish() -> WordClasses:
    return WordClasses(
        _kinds(
            never="sr sra srta sres sras dr dra dres d dña prof profa gral av avda lic ing arq st mt p.ej ud uds vd",
            number="núm núms n.º nº no p pág págs pp art cap vol fig",
            may_end="etc ee.uu ee.aa a.c d.c a.m p.m s.a s.l cía admón jr inc aprox ago sept oct nov dic km hs",
        ),
        frozenset(
            """
            el la los las un una unos unas él ella ellos ellas yo tú este esta esto estos estas ese esa eso aquel pero y
            e o u si cuando mientras aunque porque como en a al de del por para con sin según sobre entre desde hasta
            tras durante ante bajo su sus mi mis qué quién cómo dónde cuándo cuánto no ni ya también además así
            entonces luego hoy ayer se lo le les hay es son fue muchos todos cada otro otra
            """.split()
        ),
    )


def _portuguese() -> WordClasses:
    return WordClasses(
        _kinds(
            never="sr sra srta srs sras dr dra drs prof profa eng av exmo exma gen st",
            number="n.º nº pág págs p pp art cap vol fig",
            may_end="etc a.c d.c s.a ltda cia jr inc jan fev mar abr mai jun jul ago set out nov dez km",
        ),
        frozenset(
            """
            o a os as um uma uns umas ele ela eles elas eu este esta isto estes essa esse isso aquele mas e ou se quando
            enquanto embora porque como em no na nos nas ao à aos de do da dos das por pelo pela para com sem segundo
            sobre entre desde até após durante seu sua seus suas que quem onde não nem já também além assim então depois
            hoje ontem há é são foi muitos todos cada outro outra
            """.split()
        ),
    )


def _italian() -> WordClasses:
    return WordClasses(
        _kinds(
            never="""
                sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen mons don gen col cap
                amm dir ad ecc cfr s ss st
            """,
            number="n nn art artt pag pagg p pp cap vol fig",
            may_end="etc a.c d.c s.p.a spa s.r.l jr inc gen feb mar apr mag giu lug ago sett ott nov dic km",
        ),
        frozenset(
            """
            il lo la i gli le l un uno una egli lui lei essi loro io noi questo questa questi queste quello quella ma e
            ed o se quando mentre anche perché come in nel nella nei a al alla ai di del della dei delle da dal dalla per
            con senza secondo su sul sulla tra fra dopo prima durante suo sua suoi sue che chi cosa dove non né già
            inoltre così allora poi oggi ieri è sono era ha hanno molti tutti ogni altro
            """.split()
        )
        - {"ed"},
    )


def _dutch() -> WordClasses:
    return WordClasses(
        _kinds(
            never="dhr mevr mw dr drs ir ing mr prof ds st bijv bv ca o.a d.w.z m.b.t t.a.v i.v.m z.g zgn resp jhr",
            number="nr nrs p blz art hfdst fig",
            may_end="enz etc jr sr n.v b.v v.chr n.chr mln mld jan feb mrt apr aug sept okt nov dec",
        ),
        frozenset(
            """
            de het een hij zij ze we wij ik je u dit dat deze die er hier daar maar en of dus als toen terwijl omdat
            hoewel nadat in op aan voor van met na bij te tot uit over onder door zonder tegen tijdens volgens sinds ook
            nog niet geen zijn haar hun ons wat wie waarom hoe waar alle veel elke daarna daarom toch bovendien
            """.split()
        ),
    )


_LANGUAGES = {
    "de": _german,
    "en": _english,
    "es": _spanish,
    "fr": _french,
    "it": _italian,
    "nl": _dutch,
    "pt": _portuguese,
    "ru": _russian,
}


@cache
def word_classes(language: str) -> WordClasses | None:
    """The word classes of a language (ISO 639-1), or None where there are none."""
    make = _LANGUAGES.get(language)
    return make() if make else None
