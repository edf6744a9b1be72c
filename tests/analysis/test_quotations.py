"""The reading of quotation marks: what it finds, what it leaves alone, and what always holds of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis import quotations, structure
from newslint.analysis.quotations import Parse
from newslint.model import Outline

GLYPHS = "\"'“”„‟‘’‚‛«»‹›「」『』"


def parse(text: str, language: str | None = "en") -> Parse:
    return quotations.parse(text, paragraphs(text), language)


def paragraphs(text: str) -> list[Outline]:
    """One paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Outline("paragraph", at, at + len(line)))
        at += len(line) + 1
    return blocks


def problems(text: str, language: str | None = "en") -> list[tuple[str, int]]:
    return [(mark.problem, mark.span.start) for mark in parse(text, language).marks if mark.problem]


def roles(text: str, language: str | None = "en") -> list[str]:
    return [mark.role for mark in parse(text, language).marks]


QUIET = [
    # apostrophes
    "The ministers’ plan failed; the players' union cheered.",
    "In the ’90s, ’twas said, you’d dance to rock ’n’ roll with ’em.",
    "The class of '05 met at O'Neill's with Giscard d'Estaing.",
    "Gerard ’t Hooft and the Kyivan Rus' met in Hawai‘i, Qur'an in hand.",
    "Flights to Sana‘a and O‘ahu were full, Ma‘an said.",
    "“He’s goin’ nowhere,” said Ol’ Bill.",
    "Nobody at Boeing’s or Airbus’ offices answered.",
    # measures
    "The suspect is 6' 2\" tall.",
    'He bought a 27" screen and a 5\'10" mirror.',
    "“She stood 6'2\" in her socks,” he said.",
    # no quotations at all
    "Home » News » Sport",
    "» Read more about the storm",
    "Read more »",
    "»So it went on until the ferry came back in the spring.",
    "“We will go,” she said.\nMore from the harbour desk today»",
    # quotations
    "“We will go,” she said, “when the rain stops.”",
    "'We will go,' she said. 'When the rain stops.'",
    "“They call it ‘progress’,” he said. “I call it ‘theft.’”",
    "‘They call it “progress”,’ he said.",
    "Minister calls ministers’ plan ‘a disgrace’",
    "The “no”s won; the “Titanic”-sized debt grew—“a farce,” they said (“and a costly one”).",
    "“First we lost the harvest.\n“Then the insurers came.\n“Nobody helped,” she said.",
    "She said: ‘First we lost the harvest.\n‘Then the insurers came.’",
    "“I never said . . .” . . . He did not finish.",
    "It was the “end of the road”",
]


@pytest.mark.parametrize("text", QUIET)
def test_sound_text_has_no_problem(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er sprach von einer „schweren ‚Niederlage‘ im Norden“."),
        ("de", "Er sprach von einer »schweren Niederlage« im Norden."),
        ("de-CH", "Er sprach von einer «schweren Niederlage» im Norden."),
        ("de", "Er sprach von einer “schweren Niederlage” und “keinem Sieg”."),
        ("fr", "Elle parle d’« une défaite » et de l’“honneur” perdu."),
        ("es", "Habló de una «dura “derrota” en el norte»."),
        ("it", 'Parla di un «po’ di fortuna» e dell\'"onore" perduto.'),
        ("pt", "Falou de uma “dura derrota” no norte."),
        ("pl", "Mówił o „ciężkiej «porażce» na północy”."),
        ("ro", "A vorbit despre o „înfrângere «grea» în nord”."),
        ("hu", "A „súlyos »vereség« északon” volt a téma."),
        ("ru", "Он говорил о «тяжёлом „поражении“ на севере»."),
        ("ru", "Общество «Фонд «Рассвет»» закрыто."),
        ("uk", "Він п’ять разів говорив про «важку поразку»."),
        ("sv", "Hon talade om ett ”svårt ’nederlag’ i norr”."),
        ("fi", "Hän puhui ”raskaasta tappiosta” pohjoisessa."),
        ("da", "Hun talte om et »hårdt nederlag« i nord."),
        ("nb", "Hun snakket om et «hardt nederlag» i nord."),
        ("nl", "Zij sprak van een ‘zware nederlaag’ in ’s-Hertogenbosch."),
        ("cs", "Mluvil o „těžké ‚porážce‘ na severu“."),
        ("sk", "Hovoril o „ťažkej porážke“ na severe."),
        ("hr", "Govorio je o „teškom porazu“ na sjeveru."),
        ("el", "Μίλησε για «βαριά “ήττα” στον βορρά»."),
        ("tr", "Ankara'da “ağır bir yenilgi”den söz etti."),
        ("ja", "彼は「重い『敗北』だった」と述べた。"),
        ("zh-Hans", "他说“这是一次‘惨败’”。"),
        ("zh-Hant", "他說「這是一次『慘敗』」。"),
    ],
)
def test_each_language_has_its_own_marks(language: str, text: str) -> None:
    assert problems(text, language) == []
    assert any(quotation.open and quotation.close for quotation in parse(text, language).quotations)


@pytest.mark.parametrize(
    "text",
    ["Das ist „so gut“ wie „nie“.", "To jest „tak” i „nie”.", "Det är ”ja” och ”nej”.", "C’est « oui » ou « non »."],
)
def test_without_a_language_the_marks_tell_the_convention(text: str) -> None:
    assert problems(text, None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We will go.", [("unclosed", 9)]),
        ("We will go,” he said.", [("unopened", 11)]),
        ('It was the ""best year ever," he said.', [("doubled", 11)]),
        ('He spoke of “a failure" in the north.', [("mismatched-pair", 22)]),
        ("“A failure’, he said.", [("mismatched-pair", 10)]),
        ("Threats from ‘Russia and China‘.", [("wrong-direction", 30)]),
        ("He spoke of ”a failure” in the north.", [("wrong-direction", 12)]),
        ("NATO‘s plan and Ukraine‘s army.", [("reversed-apostrophe", 4), ("reversed-apostrophe", 23)]),
        ("I´m not sure they don`t know.", [("reversed-apostrophe", 1), ("reversed-apostrophe", 21)]),
        ("The music of the ‘90s is back.", [("reversed-apostrophe", 17)]),
        ('"We are not "where we want to be" today."', [("wrong-nesting", 12)]),
        ("A ‘turn to Asia’ , he said.", [("stray-space", 15)]),
        ('Films with " medium" budgets.', [("stray-space", 11)]),
        ('It was hailed as"historic" there.', [("stray-space", 16)]),
        ("“We lost it.\nWe went home,” she said.", [("unopened", 26)]),
        ("“We lost it.\nNobody spoke.\n“We went home,” she said.", [("unclosed", 0)]),
        ("“We lost it.\n“We went home.\nNobody spoke.", [("unclosed", 13)]),
    ],
)
def test_each_problem_is_named_and_placed(text: str, expected: list[tuple[str, int]]) -> None:
    assert problems(text) == expected


def test_foreign_marks_of_a_told_language_are_mismatched() -> None:
    assert problems("Er nannte es „ein Desaster” für alle.", "de") == [("mismatched-pair", 26)]
    assert problems("Nazwał to „klęską“ kraju.", "pl") == [("mismatched-pair", 17)]


def test_letters_tell_the_language_of_low_marks() -> None:
    assert problems("Nazwał to „klęską“ kraju, którą trudno przełknąć.", None) == [("mismatched-pair", 17)]
    assert problems("Řekl, že je to „porážka” naší země.", None) == [("mismatched-pair", 23)]


def test_mends_are_told() -> None:
    mends = {
        mark.problem: (mark.place, mark.expected) for mark in parse("A ‘turn‘ , a ‘b’ , NATO‘s").marks if mark.problem
    }
    assert mends["wrong-direction"] == ((7, 8), "’")
    assert mends["stray-space"] == ((16, 17), "")
    assert mends["reversed-apostrophe"] == ((23, 24), "’")


def test_an_ambiguous_problem_is_less_sure_than_a_plain_one() -> None:
    plain = next(mark for mark in parse("He said: “We will go.").marks if mark.problem)
    vague = next(mark for mark in parse("It is possible' on the whole.").marks if mark.problem)
    assert vague.confidence < 0.5 < plain.confidence


def test_quotations_carry_level_and_kind() -> None:
    found = parse("“They call it ‘progress’,” he said.").quotations
    assert [(item.level, item.kind, tuple(item.span)) for item in found] == [
        (1, "double", (0, 26)),
        (2, "single", (14, 24)),
    ]


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    text = "“First.\n“Second.\n“Third,” she said."
    (quotation,) = parse(text).quotations
    assert text[quotation.span.start : quotation.span.end] == "“First.\n“Second.\n“Third,”"
    assert roles(text) == ["open", "reopen", "reopen", "close"]


def test_a_broken_quotation_ends_with_its_paragraph() -> None:
    text = "He said: “We will go.\nNobody moved."
    (quotation,) = parse(text).quotations
    assert quotation.close is None
    assert tuple(quotation.span) == (9, 21)


def test_two_apostrophes_are_a_double_mark_where_a_text_makes_a_habit_of_it() -> None:
    assert problems("''They call it progress,'' he said. ''They called it 'theft.'''") == []
    assert [item.kind for item in parse("``We won,'' he said.").quotations] == ["double"]
    assert problems("'A good day,'' he said.") == [("doubled", 13)]


def test_inline_code_is_not_read() -> None:
    assert parse("Type `\"` or `it's` to go on.").marks == ()


def test_marks_outside_the_blocks_are_not_read() -> None:
    assert quotations.parse('a "b', [Outline("paragraph", 0, 2)], "en") == Parse((), ())


def test_a_long_run_of_marks_is_read_to_its_end() -> None:
    text = '"' * 5000
    assert len(parse(text).marks) == 5000


# -- what always holds

noise = st.text(alphabet=st.sampled_from(GLYPHS + "ab s0.,\n-(«語"), max_size=60)
languages = st.sampled_from([None, "en", "de", "fr", "sv", "ru", "ja", "tr"])


@given(noise, languages)
def test_marks_lie_on_glyphs_in_order_and_partners_are_mutual(text: str, language: str | None) -> None:
    marks = parse(text, language).marks
    places = [mark.span.start for mark in marks]
    covered = [at for mark in marks for at in range(*mark.span)]
    assert covered == sorted(set(covered)) == [at for at, char in enumerate(text) if char in GLYPHS]
    assert len(covered) <= 2 * len(places)
    partners = {mark.span: mark.partner for mark in marks}
    assert all(partners[partner] == span for span, partner in partners.items() if partner)
    assert all(0.0 <= mark.confidence <= 1.0 for mark in marks)


@given(noise, languages)
def test_quotations_stay_inside_their_blocks_unless_they_go_on(text: str, language: str | None) -> None:
    found = parse(text, language)
    goes_on = any(mark.role == "reopen" or (mark.problem == "unopened" and mark.partner) for mark in found.marks)
    for quotation in found.quotations:
        assert quotation.span.start < quotation.span.end
        blocks = [block for block in paragraphs(text) if block.start <= quotation.span.start < block.end]
        assert quotation.span.end <= blocks[0].end or goes_on


@given(st.text(alphabet=st.characters(exclude_characters=GLYPHS + "´`"), max_size=200))
def test_text_without_marks_gives_nothing(text: str) -> None:
    assert quotations.parse(text, structure.infer(text), "en") == Parse((), ())


WORDS = ["the", "council", "ministers’", "don’t", "O’Brien’s", "plan", "failed", "again", "road", "’90s", "harbour"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
# A possessive at the edge of a single quotation cannot be told from its end.
inner = st.lists(st.sampled_from(["never", "again", "progress"]), min_size=1, max_size=3).map(" ".join)


@st.composite
def quoted(draw: st.DrawFn) -> str:
    text = draw(words)
    if draw(st.booleans()):
        text += f" ‘{draw(inner)}’ now"
    return f"“{text} then,”"


@st.composite
def paragraph(draw: st.DrawFn) -> str:
    """Running text with quotations in it; never begins with one, so that nothing before can go on in it."""
    parts = ["Then"]
    for _ in range(draw(st.integers(1, 3))):
        parts += [draw(words), "said", draw(quoted()), "and"]
    return " ".join(parts) + " left."


articles = st.lists(paragraph(), min_size=1, max_size=4)


@given(articles)
def test_balanced_quotations_have_no_problem(article: list[str]) -> None:
    assert problems("\n".join(article)) == []


@given(articles, st.data())
def test_a_lost_closing_mark_is_seen_in_its_paragraph(article: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(article) - 1))
    closings = [at for at, char in enumerate(article[number]) if char == "”"]
    lost = data.draw(st.sampled_from(closings))
    article[number] = article[number][:lost] + article[number][lost + 1 :]
    text = "\n".join(article)
    start = sum(len(line) + 1 for line in article[:number])
    assert any(start <= place < start + len(article[number]) for _, place in problems(text))


ARROWS = [
    "‹ Previous",
    "next ›",
    "« older posts",
    "Home › News",
    "Home»News»Sport",
    "1 2 3 »",
    "‹ ›",
    "»» All news",
    "‹‹ First ‹ Prev 1 2 Next › Last ››",
]


@pytest.mark.parametrize("language", ["en", "fr", "de", "sv", None])
@pytest.mark.parametrize("line", ARROWS)
def test_arrows_of_a_page_quote_nothing(line: str, language: str | None) -> None:
    assert problems(line, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre dénonce « une défaite historique", "fr"),
        ("L’assemblée vote une réforme historique » du port", "fr"),
        ("Ministeriet kaller det «et nederlag for byen", "nb"),
        ("Das «Haus am Hafen.", "de-CH"),
    ],
)
def test_a_headline_may_lose_a_guillemet(text: str, language: str) -> None:
    assert [problem for problem, _ in problems(text, language)] in (["unclosed"], ["unopened"])


def test_a_quotation_opens_again_where_paragraphs_were_run_together() -> None:
    text = "“We lost the whole harvest in June. “The insurers came in July. Nobody helped,” she said."
    parsed = parse(text)
    assert problems(text) == [("run-on-paragraphs", 36)]
    assert [mark.role for mark in parsed.marks] == ["open", "reopen", "close"]
    assert parsed.marks[1].partner == (0, 1)
    assert [item.span for item in parsed.quotations] == [(0, 79)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“We lost the whole harvest in June, the farmer told reporters. “Nobody helped us.”", "en"),
        ("She called it a “disaster for us. “Nobody helped us,” she added.", "en"),
        ("„Wir haben die ganze Ernte verloren, sagte sie. „Niemand half uns.“", "de"),
    ],
)
def test_a_closing_mark_was_lost_where_the_speech_has_ended(text: str, language: str) -> None:
    assert [problem for problem, _ in problems(text, language)] == ["unclosed"]


def test_speech_within_speech_names_no_speaker() -> None:
    text = "“We lost the harvest, I told my brother. “He never answered,” she said."
    assert problems(text) == [("run-on-paragraphs", 41)]


def test_no_problem_is_sure_among_thousands_of_marks() -> None:
    marks = parse('He said "a ' * 5000).marks
    assert {mark.confidence < 0.5 for mark in marks if mark.problem} == {True}
