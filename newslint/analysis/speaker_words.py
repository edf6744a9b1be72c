"""Words by which it is told what kind of source somebody is: compiled for newslint."""

from newslint.analysis import attribution_words as words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns for bodies, and what firms and papers are called by.
BODIES = _words("""
    academy administration agency airline airport army association authority authorities bank board branch brigade
    bureau cabinet campaign centre center chamber charity church city club coalition commission committee company
    congress consortium corporation council court department division embassy enterprise exchange factory federation
    firm force forum foundation fund government group hospital house industry institute institution lab laboratory
    league ministry mission museum navy network newspaper office operator opposition organisation organization outlet
    panel parliament party police port prosecution publisher regulator retailer school secretariat senate service
    society state store studio supplier team town trust union university watchdog
    inc ltd llc plc corp co gmbh ag
    chronicle courier echo gazette guardian herald journal mail mirror news observer post standard telegraph times
    tribune wire
""")
# Nouns for several people, by which none of them can be found.
GROUPS = _words("""
    academics activists advisers advisors aides analysts backers campaigners colleagues commentators critics customers
    developers diplomats doctors economists employees engineers everybody everyone executives experts fans firefighters
    historians insiders investigators investors journalists lawmakers lawyers leaders locals managers many members
    ministers most neighbours neighbors nobody observers officers officials opponents organisers organizers others
    parents passengers people politicians professionals proponents prosecutors protesters relatives reporters
    representatives researchers residents sailors scientists several shopkeepers some somebody someone source sources
    students supporters teachers those traders users veterans villagers visitors voters witnesses workers
""")
# Nouns for one person by rank, work or kin, and how further ones end.
_OFFICES = _words("""
    agent aide ambassador analyst attorney boss captain chair chairman chairwoman chief coach colleague commissioner
    correspondent critic dad daughter deputy dean director economist executive expert father friend general governor
    guard guest guy head husband judge justice king lady lawmaker lawyer leader man manager mayor minister mom mother
    mum neighbour neighbor nominee nurse official parent partner patient pilot pope premier president priest prime
    prince princess professor prosecutor queen representative resident secretary senator sheriff sister brother son
    spokesman spokesperson spokeswoman star student victim whip wife witness boy girl
""")
_OF_PERSONS = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "person")
_NO_PERSONS = BODIES | _words(
    "other former senior another paper order matter number letter water weather floor door minor"
)

MALE, FEMALE = _words("he his him"), _words("she her")
ITS = _words("it its they their them")
RELATIVE = _words("who which that")
WRITER = _words("i we my our you your let")
TITLES = words.ABBREVIATED_TITLES | _words("miss sir dame lord")
MALE_TITLES, FEMALE_TITLES = _words("mr sir lord"), _words("mrs ms miss dame")
SUFFIXES = _words("jr sr ii iii iv")
SPEAKS_FOR = ("spokes",)
# Bodies of any kind, named by their proper name before.
ANY_BODY = _words("agency association body company firm group newspaper organisation organization outlet paper")


def is_office(word: str) -> bool:
    """Whether a word means one person by work, rank or kin: "mayor", "baker", "Mayor", but not "Baker"."""
    low = word.lower()
    return low in _OFFICES or (word == low and len(low) > 3 and low.endswith(_OF_PERSONS) and low not in _NO_PERSONS)


def is_group(word: str) -> bool:
    """Whether a word in lower case means several people or things."""
    return word in GROUPS or (word.endswith("s") and not word.endswith("ss") and word not in BODIES)
