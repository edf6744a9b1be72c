"""Blocks of text without markup."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis import structure
from newslint.model import Outline

LEAD = (
    "The city council of Ghent agreed on Tuesday to spend 40 million euros on new trams, "
    "two years after the plan was first put to a vote."
)
MORE = (
    "Work on the northern line begins in March, said Lena Vogt, who heads the transport office. "
    "Shops along the route will be paid for the days they stay closed."
)
LAST = "The first of the new trams is expected to carry passengers in the autumn of next year."


def kinds(text: str) -> list[str]:
    return [block.kind for block in structure.infer(text)]


def texts(text: str) -> list[str]:
    return [text[block.start : block.end] for block in structure.infer(text)]


def kind_of(line: str, text: str) -> str:
    return kinds(text)[texts(text).index(line)]


# -- every text

LINES = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\t",
            LEAD,
            MORE,
            "What comes next",
            "- trams",
            "1. Trams",
            "By Lena Vogt",
            "3 May 2021",
            "Photo: AP",
            "Who pays?",
            "He said:",
            "“It works.”",
            "A",
            "…",
            "\ufeff",
            "— Jo (@jo) May 3",
        ]
    ),
    st.text(max_size=120),
)
TEXTS = st.builds(
    lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=True)),
    st.shared(st.integers(0, 12), key="n").flatmap(lambda n: st.lists(LINES, min_size=n, max_size=n)),
    st.shared(st.integers(0, 12), key="n").flatmap(
        lambda n: st.lists(st.sampled_from(["\n", "\r\n", "\r", "\n\n"]), min_size=n, max_size=n)
    ),
)


@given(TEXTS)
def test_every_character_but_white_space_is_in_one_block(text: str) -> None:
    covered = [position for block in structure.infer(text) for position in range(block.start, block.end)]
    mark = 1 if text.startswith("\ufeff") else 0
    solid = {position for position in range(mark, len(text)) if not text[position].isspace()}
    assert len(covered) == len(set(covered))
    assert solid <= set(covered)


@given(TEXTS)
def test_blocks_are_ordered_and_stripped(text: str) -> None:
    blocks = structure.infer(text)
    assert all(one.end <= two.start for one, two in pairwise(blocks))
    for block in blocks:
        inside = text[block.start : block.end]
        assert inside
        assert inside == inside.strip()
        assert 0 <= block.confidence <= 1
        assert not block.marked
        assert block.level == {"title": 1, "heading": 2}.get(block.kind, 0)


@given(TEXTS, st.text(alphabet=" \t\n\r", max_size=6))
def test_blank_lines_at_the_end_change_nothing(text: str, blank: str) -> None:
    assert structure.infer(text + "\n" + blank) == structure.infer(text + "\n") == structure.infer(text)


@given(TEXTS)
def test_line_ends_do_not_matter(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert kinds(text) == kinds(plain)


@given(TEXTS)
def test_at_most_one_title(text: str) -> None:
    assert kinds(text).count("title") <= 1


@pytest.mark.parametrize(
    "text",
    ["", "\n" * 100_000, "\ufeff", "word " * 200_000, "Short line\n" * 20_000, "x:\n" * 20_000, "." * 20_000,
     "“" * 100_000, "3 May 2021\n" * 5_000, "(" * 100_000, "word " * 14 + "end\n" * 20_000],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_hostile_texts_are_read(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.removeprefix("\ufeff").split())


def test_only_editors_line_breaks_split() -> None:
    assert len(structure.infer(f"{LEAD}\x0b{MORE}\u2028{LAST}\x85{LAST}")) == 1


# -- title


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_first_line_is_the_title(gap: str) -> None:
    assert kinds(gap.join(["Ghent buys trams", LEAD, MORE])) == ["title", "paragraph", "paragraph"]


def test_byte_order_mark_is_no_part_of_the_title() -> None:
    assert texts(f"\ufeffGhent buys trams\n{LEAD}")[0] == "Ghent buys trams"


def test_one_sentence_is_a_paragraph() -> None:
    assert kinds(LEAD) == ["paragraph"]
    assert kinds("The trams run again.") == ["paragraph"]


def test_one_headline_is_a_title() -> None:
    assert kinds("Ghent Buys Forty New Trams") == ["title"]


def test_articles_without_title_begin_with_a_paragraph() -> None:
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{LAST}") == ["paragraph"] * 3


def test_title_may_follow_date_and_author() -> None:
    assert kinds(f"3 May 2021\nBy Lena Vogt\nGhent buys trams\n{LEAD}") == ["dateline", "byline", "title", "paragraph"]


def test_summary_before_the_title_stays_a_paragraph() -> None:
    title = "Ghent Council Agrees To Spend 40 Million Euros On Trams"
    assert kinds(f"{LEAD}\n{title}\n{MORE}") == ["paragraph", "title", "paragraph"]


def test_heading_after_the_lead_is_not_a_title() -> None:
    assert kinds(f"{LEAD}\nA long wait for passengers\n{MORE}") == ["paragraph", "heading", "paragraph"]


# -- headings and lists


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "heading",
    ["What comes next", "Who will pay?", "THE NORTHERN LINE", "2. The northern line", "Was nun kommt", "Что дальше"],
)
def test_short_lines_over_paragraphs_are_headings(heading: str, gap: str) -> None:
    assert kind_of(heading, gap.join(["Ghent buys trams", LEAD, heading, MORE, LAST])) == "heading"


@pytest.mark.parametrize(
    "line",
    ["The trams are late.", "she said on Tuesday", "“It was about time,”", "lena.vogt@example.org",
     "(Additional reporting)", "One thing is clear:", "* * *"],
)  # fmt: skip
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\n{line}\n{MORE}") == "paragraph"


def test_last_line_is_no_heading() -> None:
    assert kinds(f"Ghent buys trams\n{LEAD}\nMore about trams")[-1] == "paragraph"


def test_longer_short_lines_are_less_certain_headings() -> None:
    def confidence(heading: str) -> float:
        return structure.infer(f"Ghent buys trams\n{LEAD}\n{heading}\n{MORE}")[2].confidence

    assert confidence("What comes next") > confidence("What comes next for the people along the northern line")


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "1. ", "1) ", "(1) "])
def test_marked_entries_are_list_items(marker: str) -> None:
    entries = [marker.replace("1", str(number)) + f"new trams for line {number}" for number in (1, 2, 3)]
    assert kinds("\n".join(["Ghent buys trams", LEAD, *entries, MORE]))[2:5] == ["list_item"] * 3


def test_short_lines_after_a_colon_are_list_items() -> None:
    text = f"Ghent buys trams\n{LEAD}\nThe council will pay for:\nforty trams\na new depot\ntwelve bridges\n{MORE}"
    assert kinds(text) == ["title", "paragraph", "paragraph", *["list_item"] * 3, "paragraph"]


def test_a_long_row_of_short_lines_is_a_list_under_its_heading() -> None:
    rows = [f"Line {number}: {number * 10} trams" for number in range(1, 8)]
    text = "\n".join(["Ghent buys trams", LEAD, "Trams per line", *rows])
    assert kinds(text)[2:] == ["heading", *["list_item"] * 7]


def test_two_short_lines_over_a_paragraph_are_headings_of_part_and_section() -> None:
    text = f"Ghent buys trams\n{LEAD}\nThe northern line\nWho pays\n{MORE}"
    assert kinds(text) == ["title", "paragraph", "heading", "heading", "paragraph"]


def test_second_short_lines_that_come_again_are_no_headings() -> None:
    text = f"Ghent buys trams\n{LEAD}\nThe northern line\nSign up now\n{MORE}\nThe old depot\nSign up now\n{LAST}"
    assert kinds(text)[2:] == ["heading", "paragraph", "paragraph", "heading", "paragraph", "paragraph"]


LABELLED = [
    "Northern line: work begins in March and will take about a year.",
    "Harbour line: the council has yet to vote, and may not do so before the autumn.",
    "Ring line: shelved for want of money.",
]


def test_lines_with_labels_of_their_own_are_a_list() -> None:
    text = "\n".join(["Ghent buys trams", LEAD, "The plans", *LABELLED, MORE])
    assert kinds(text) == ["title", "paragraph", "heading", *["list_item"] * 3, "paragraph"]


@pytest.mark.parametrize(
    "rows",
    [
        LABELLED[:2],
        ["Vogt: We are late.", "Hale: Why is that?", "Reis: Who pays?", "Vogt: The city.", "Hale: All?", "Reis: So?"],
        ["He said: “We are late.”", "Trams are late (all lines: ten minutes).", "At 10:30 they stopped."],
    ],
    ids=["two", "a transcript", "no labels"],
)
def test_lines_with_colons_that_are_no_list(rows: list[str]) -> None:
    assert "list_item" not in kinds("\n".join(["Ghent buys trams", LEAD, *rows, MORE]))


def test_an_initial_is_no_list_marker() -> None:
    assert kinds(f"{LEAD}\n\nJ. Vogt said that the trams were late again.\n\n{MORE}")[1] == "paragraph"


def test_questions_of_interviews_are_paragraphs() -> None:
    questions = ["What went wrong?", "Why did the council not ask the people who live along the line before it voted?"]
    text = "\n".join(["“We were too late”", LEAD, questions[0], MORE, questions[1], LAST])
    assert kinds(text) == ["title", *["paragraph"] * 5]


# -- bylines, date lines, captions, quotations


@pytest.mark.parametrize(
    "line",
    ["By Lena Vogt", "By LENA VOGT and JO HALE", "By Jo Hale, Staff Writer", "By Reuters", "By admin",
     "Jo Hale, Staff Writer",
     "Von Anna-Lena Groß", "Par Marie Lefèvre", "Por Ana Reis", "Di Carlo Riva", "Door Els de Vries", "Av Siri Lund",
     "Text: Anna Groß", "Автор: Анна Иванова", "Written by Jo Hale | Ghent Post"],
)  # fmt: skip
def test_bylines(line: str) -> None:
    assert kind_of(line, f"Ghent buys trams\n{line}\n{LEAD}\n{MORE}") == "byline"


@pytest.mark.parametrize(
    "line", ["By Monday, 40 trams had been stopped.", "By the river", "Von hier an wird es schwer"]
)
def test_lines_that_only_begin_like_bylines(line: str) -> None:
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\n{line}\n{MORE}") != "byline"


@pytest.mark.parametrize(
    "line",
    ["Published 3 May 2021", "Paris, 4 June 2020", "GHENT, May 3, 2021", "Saturday, April 4, 2009", "2021-05-03",
     "03.05.2021",
     "Last updated: 3 May 2021 at 10:30 GMT", "May 3, 2021, 10:30 a.m. ET", "Berlin, 3. Mai 2021",
     "Le 3 mai 2021 à 10h30",
     "Publicado el 3 de mayo de 2021", "Maandag 3 mei 2021", "3 мая 2021 года", "2021年5月3日"],
)  # fmt: skip
def test_datelines(line: str) -> None:
    assert kind_of(line, f"Ghent buys trams\n{line}\n{LEAD}\n{MORE}") == "dateline"
    assert kinds(line) == ["dateline"]


@pytest.mark.parametrize("line", ["Monday", "2021", "40 trams", "The night of 3 May 2021", "May and Johnson"])
def test_lines_that_are_no_datelines(line: str) -> None:
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\n{line}\n{MORE}") != "dateline"


@pytest.mark.parametrize(
    "line",
    ["Photo: Ana Reis", "Image caption The new trams wait in their depot", "Figure 2. Trams per line",
     "Foto: Anna Groß",
     "Courtesy of the Ghent Tram Museum", "An artist's impression of the depot as it will look in two years.",
     "This undated photo provided by the city shows the first of the new trams.",
     "A tram at the depot in Ghent. (AP Photo/Ana Reis)", "File photo of a tram in Ghent", "Image 2 of 5",
     "A new tram crosses the Lys during a test run in the old town, Monday, May 3, 2021, in Ghent."],
)  # fmt: skip
def test_captions(line: str) -> None:
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\n{line}\n{MORE}") == "caption"


def test_the_line_over_a_credit_is_a_caption() -> None:
    line = "Passengers wait for the first of the new trams"
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\n{line}\nPhoto: Ana Reis\n{MORE}") == "caption"


def test_a_headline_may_begin_like_a_caption() -> None:
    assert kinds(f"Video: Tram crosses the Lys\n{LEAD}")[0] == "title"


def test_quotations_set_off_after_a_colon() -> None:
    line = "“We have waited for this since the old line was torn up in the seventies.”"
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\nThe mayor wrote to the council:\n{line}\n{MORE}") == "blockquote"


@pytest.mark.parametrize(
    "announcement", ["In 1974 the last mayor to ride it wrote:", "Vogt said in a letter to the council:"]
)
def test_announced_quotations_need_no_marks(announcement: str) -> None:
    assert kind_of(MORE, f"Ghent buys trams\n{LEAD}\n{announcement}\n{MORE}\n{LAST}") == "blockquote"


@pytest.mark.parametrize("line", ["Vogt said the plan has three parts:", "Also read:", "The trams are late, she said:"])
def test_lines_that_announce_no_quotation(line: str) -> None:
    following = LAST if line.startswith(("Vogt", "Also")) else "Who pays?"
    assert kind_of(following, f"Ghent buys trams\n{LEAD}\n{line}\n{following}\n{MORE}") != "blockquote"


def test_quotations_set_off_after_a_comma() -> None:
    line = "“We have waited for this since the old line was torn up in the seventies.”"
    assert kind_of(line, f"Ghent buys trams\n{LEAD}\nThe mayor wrote to the council,\n{line}\n{MORE}") == "blockquote"
    assert "blockquote" not in kinds(f'Settings\n{LEAD}\n"name": "Ana",\n"city": "Ghent"')


def test_posts_of_social_networks() -> None:
    text = f"Ghent buys trams\n{LEAD}\nForty new trams! A good day.\n— Lena Vogt (@lenavogt) May 3, 2021\n{MORE}"
    assert kinds(text)[2:4] == ["blockquote", "blockquote"]


# -- hard-wrapped text


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(width: int, end: str) -> None:
    paragraphs = [LEAD, MORE, LAST + " " + LEAD]
    text = (end * 2).join(end.join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    assert [" ".join(block.split()) for block in texts(text)] == paragraphs


def test_heading_directly_over_wrapped_lines() -> None:
    wrapped = "\n".join(textwrap.wrap(f"{MORE} {LAST}", 72))
    text = "\n".join(["Ghent buys trams", "", *textwrap.wrap(f"{LEAD} {LAST}", 72), "", "What comes next", wrapped])
    assert kinds(text) == ["title", "paragraph", "heading", "paragraph"]


def test_indented_lines_begin_paragraphs_in_wrapped_text() -> None:
    text = "\n".join(
        textwrap.fill(paragraph, 72, initial_indent="    ") for paragraph in (f"{LEAD} {MORE}", f"{MORE} {LAST}")
    )
    assert [" ".join(block.split()) for block in texts(text)] == [f"{LEAD} {MORE}", f"{MORE} {LAST}"]


def test_wrapped_list_items_stay_apart() -> None:
    items = [textwrap.fill(f"- {item}", 72, subsequent_indent="  ") for item in (LEAD, MORE)]
    assert kinds("\n".join(items)) == ["list_item", "list_item"]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = f"{LEAD}\n{MORE}\n{LAST}\n{LEAD}"
    assert kinds(text) == ["paragraph"] * 4


def test_sentences_of_similar_length_stay_apart() -> None:
    lines = [
        "The trams will run every ten minutes from Monday to Friday.",
        "The buses will run every half an hour at the weekend.",
        "The ferries will run once an hour as long as it is light.",
        "The bridges will open at six and close again at midnight.",
    ]
    assert texts("\n".join(lines)) == lines


# -- text with markup


def marked(*blocks: tuple[str, str]) -> list[tuple[str, bool]]:
    """Kind and `marked` of blocks of markup, each (kind, text) or (kind@region, text), after a look at the head."""
    text, outline = "", []
    for name, content in blocks:
        kind, _, region = name.partition("@")
        outline.append(Outline(kind, len(text), len(text) + len(content), marked=True, region=region))  # type: ignore[arg-type]
        text += content + "\n\n"
    return [(block.kind, block.marked) for block in structure.refine(text, outline)]


def test_markup_that_calls_bylines_and_datelines_paragraphs() -> None:
    assert marked(
        ("paragraph", "3 May 2021"),
        ("title", "Ghent buys trams"),
        ("paragraph", "By Lena Vogt and Tom Baer"),
        ("paragraph", "Published 3 May 2021, 10:15 GMT"),
        ("paragraph", LEAD),
    ) == [("dateline", False), ("title", True), ("byline", False), ("dateline", False), ("paragraph", True)]


def test_markup_without_a_title_has_its_head_at_the_beginning() -> None:
    assert [kind for kind, _ in marked(("paragraph", "By Lena Vogt"), ("paragraph", LEAD))] == ["byline", "paragraph"]


@pytest.mark.parametrize(
    "blocks",
    [
        (("title", "Ghent buys trams"), ("paragraph", LEAD), ("paragraph", "3 May 2021"), ("paragraph", "By Ana Ruiz")),
        (("paragraph@nav", "3 May 2021"), ("title", "Ghent buys trams"), ("paragraph", LEAD)),
        (("title", "Ghent buys trams"), ("heading", "3 May 2021"), ("list_item", "By Lena Vogt"), ("paragraph", LEAD)),
        (("title", "Ghent buys trams"), ("paragraph", "By Monday the council had agreed."), ("paragraph", LEAD)),
        (("title", "Ghent buys trams"), ("paragraph", "> 3 trams"), ("paragraph", LEAD)),
        (("paragraph", LEAD), ("paragraph", "3 May 2021"), ("paragraph", MORE)),
    ],
    ids=["after the lead", "in a menu", "no paragraphs", "a sentence", "a sign", "no title"],
)
def test_other_blocks_stay_what_markup_says(blocks: tuple[tuple[str, str], ...]) -> None:
    assert marked(*blocks) == [(kind.partition("@")[0], True) for kind, _ in blocks]
