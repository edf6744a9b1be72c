"""Kinds of articles in which a figure or a fact without a source is what the article is there to report."""

import re
from functools import lru_cache

from newslint import Document
from newslint_rules.claims._claim_grammar import TESTS
from newslint_rules.claims._support import support_of

_WORD = re.compile(r"[A-Za-z][\w'-]*")

# A document is of a kind if enough different words of it occur in enough of its sentences.
_DIFFERENT_WORDS = 3
_SHARE_OF_SENTENCES = 0.25
# Or it tells of the writer from the first sentences on.
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "my", "we", "we've", "we're", "our"})
_OPENING = 3

_GENRES = {
    "sport": frozenset(
        """
        striker midfielder defender goalkeeper keeper winger scrum-half fly-half lock hooker flanker batsman bowler
        innings wicket wickets penalty penalties header equaliser equalizer offside half-time halftime kick-off
        kickoff whistle fixture fixtures squad coach coaches league premiership championship championships cup
        semi-final semi-finals semifinal semifinals quarter-final quarter-finals quarterfinal quarterfinals seed seeded
        match matches tournament tournaments scored goals try tries conversion touchdown touchdowns quarterback rebounds
        playoff playoffs postseason inning homer pitcher dugout rematch sprinter medal medals medallist podium lap laps
        race races racing marathon hurdles olympic olympics athlete athletes team-mate teammate teammates transfer
        injury hamstring stadium fans season title titles win wins beat defeat victory players player game games club
        unbeaten aggregate grand-prix slam tennis golf rugby cricket football soccer basketball baseball hockey nfl nba
        mlb nhl fifa uefa ufc fight bout
        """.split()
    ),
    "market": frozenset(
        """
        shares share stock stocks shareholder shareholders investors index ftse nasdaq dow dividend dividends earnings
        profit profits revenue revenues turnover quarter quarterly fiscal pre-tax net losses loss analyst analysts
        traders trading bonds bond yields yield currency dollar euro yen barrel crude futures ipo takeover bid merger
        stake sales forecasts rose fell gained closed surged slipped margins valuation
        """.split()
    ),
    "election": frozenset(
        """
        votes vote voted voters ballots ballot precincts precinct delegates delegate caucus caucuses primary primaries
        turnout seats majority runoff incumbent constituency poll polls polling lead leads leading candidate candidates
        nomination nominee electoral swing
        """.split()
    ),
    "arts": frozenset(
        """
        film films movie movies actor actress director directed screenplay starring stars oscar oscars emmy grammy
        bafta nominated nominees nominee premiere album albums song songs single singles band singer chart charts gig
        tour novel novels exhibition gallery theatre theater episode episodes series sequel soundtrack comedy
        drama
        """.split()
    ),
    "product": frozenset(
        """
        battery megapixel megapixels camera cameras processor ram gb tb ghz mah inch inches display screen oled lcd hdmi
        usb bluetooth wi-fi wifi gpu cpu ssd resolution pixels smartphone laptop tablet console headphones charger
        horsepower torque mpg engine sedan suv trim hp kwh specs price priced shipping warranty discount deal coupon
        """.split()
    ),
    "recipe": frozenset(
        """
        tablespoon tablespoons teaspoon teaspoons tbsp tsp cup cups oven preheat simmer bake baking stir whisk butter
        flour sugar garlic onion salt pepper pan skillet saucepan dough minced chopped serve servings ingredients recipe
        """.split()
    ),
    "court": frozenset(
        """
        court courts judge judges jury juror jurors trial trials prosecutor prosecutors prosecution defendant defendants
        lawyer lawyers attorney attorneys pleaded pleads convicted conviction sentenced sentence jailed prison acquitted
        indicted indictment charged charges charge plea verdict appeal appeals ruling police arrested suspect suspects
        custody detectives sheriff investigators testimony testified plaintiff lawsuit bail
        """.split()
    ),
    "obituary": frozenset(
        """
        born died dies death dead aged survived funeral burial buried mourners memorial widow widower husband wife
        married marriage daughter daughters son sons brother brothers sister sisters grandchildren grandson
        granddaughter childhood retired obituary
        """.split()
    ),
    "own voice": frozenset(
        {"i", "i'm", "i've", "my", "me", "we", "we've", "we're", "our", "us", "you", "your", "you're"}
    ),
}
FIGURES = frozenset({"percentages", "multiplied", "counted", "approximations", "shares"})
_COMPARED = frozenset({"superlatives", "unique", "firsts", "comparatives", "comparisons"})
_CAUSES = frozenset({"causes", "effects"})
_EVERYTHING = frozenset({*TESTS, "general"})
# By lists of phrases: what a kind of article reports of its own, so that no source is missed.
_OWN = {
    "sport": FIGURES | _COMPARED | _CAUSES,
    "market": FIGURES | _COMPARED | _CAUSES,
    "election": FIGURES | _COMPARED,
    "arts": _EVERYTHING,
    "product": _EVERYTHING,
    "recipe": _EVERYTHING,
    "court": FIGURES | _CAUSES | {"accusations"},
    "obituary": _EVERYTHING,
    "own voice": _EVERYTHING,
}


@lru_cache(maxsize=1)
def genres(document: Document) -> frozenset[str]:
    """What kinds of article this is, by the words outside its quotations; "own voice" is a writer's own story."""
    quoted = support_of(document).quoted
    sentences = [
        set(_WORD.findall(sentence.text.lower())) for sentence in document.sentences if not quoted.touch(sentence.span)
    ]
    found: set[str] = set()
    for name, words in _GENRES.items():
        hits = [own for sentence in sentences if (own := words & sentence)]
        if len(hits) >= _SHARE_OF_SENTENCES * len(sentences) and len(set().union(*hits)) >= _DIFFERENT_WORDS:
            found.add(name)
    if any(not _FIRST_PERSON.isdisjoint(sentence) for sentence in sentences[:_OPENING]):
        found.add("own voice")
    return frozenset(found)


def own_claims(document: Document) -> frozenset[str]:
    """The kinds of claims, by their lists of phrases, that articles like this one make without a source."""
    return frozenset().union(*(_OWN[name] for name in genres(document)))
