"""Background blocks and repeated paragraphs, beyond what their own examples show."""

import json
import pkgutil
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newslint_rules.boilerplate._background_model import FLOOR, WEIGHTS, Article, Line, Model
from newslint_rules.boilerplate._background_subject import introduction, runs, subject
from newslint_rules.boilerplate._background_words import SENTENCE, tokens
from newslint_rules.boilerplate.background_block import BackgroundBlock
from newslint_rules.boilerplate.repeated_paragraph import RepeatedParagraph

import newslint
from newslint import Finding, Rule

LEAD = "Police closed the harbour road in Tarn on Friday after a lorry shed its load of timber."
QUOTE = "“Nobody was hurt, which is a small wonder,” said Inspector Lena Vik."
END = "The road would stay shut until Sunday, she said, and ferries would be late."
PORTUGAL = (
    "Portugal is a country located on the Iberian Peninsula in Southwestern Europe.",
    "It shares a land border with Spain and has a coastline of more than 900 kilometres.",
    "The country is known for its wine, its beaches and its rich maritime history.",
)
COMPANY = (
    "Founded in 1971, Kerrin Freight is a multinational logistics company headquartered in Hamburg, Germany.",
    "It operates in more than 30 countries and employs over 12,000 people worldwide.",
)


def found(rule: Rule, *paragraphs: str, between: str = "\n", **told: str) -> list[tuple[str, Finding]]:
    document = newslint.segment(between.join(paragraphs), **told)
    return [(document.source[f.span.start : f.span.end], f) for f in rule.check(document)]


# -- background


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_a_block_of_several_paragraphs_is_one_finding_in_any_layout(between: str) -> None:
    [(text, _)] = found(BackgroundBlock(), LEAD, QUOTE, *PORTUGAL, END, between=between)
    assert text == between.join(PORTUGAL)


def test_another_subject_is_another_finding() -> None:
    texts = [text for text, _ in found(BackgroundBlock(), LEAD, QUOTE, *PORTUGAL, *COMPANY, END)]
    assert texts == ["\n".join(PORTUGAL), "\n".join(COMPANY)]


def test_the_same_sentences_in_one_paragraph_are_found_too() -> None:
    assert [text for text, _ in found(BackgroundBlock(), LEAD, QUOTE, " ".join(PORTUGAL), END)] == [" ".join(PORTUGAL)]


def test_an_article_about_the_subject_is_not_background() -> None:
    article = (
        "Portugal will build three new roads across its border with Spain, the government in Lisbon said on Monday.",
        "The roads, which cost 400 million euros, are to bring visitors to the coastline of the Alentejo.",
        "“It is a rich history that we share,” said Rui Costa, who heads the Iberian road authority.",
        "Portugal is the country with the fewest crossings on the Iberian Peninsula, and its beaches are far away.",
        "Mr Costa said that Spain would pay for the bridges and Portugal for the rest of the crossings.",
        "Villages on the coastline have asked for a road to their beaches since the peninsula got its first motorway.",
    )
    assert found(BackgroundBlock(), *article) == []


def test_the_first_paragraph_is_never_background() -> None:
    assert found(BackgroundBlock(), " ".join(PORTUGAL), LEAD, QUOTE, END) == []


def test_articles_in_other_languages_are_left_alone() -> None:
    assert found(BackgroundBlock(), LEAD, QUOTE, *PORTUGAL, END, language="de") == []


def test_evidence_shows_pattern_novelty_and_what_is_absent() -> None:
    [(_, finding)] = found(BackgroundBlock(), LEAD, QUOTE, *PORTUGAL, END)
    notes = [note for _, note in finding.evidence]
    assert any("% of its content words occur nowhere else" in note for note in notes)
    assert "no attribution, quotation or recent date" in notes
    assert "introduces Portugal as an encyclopedia does" in notes
    assert "Portugal" in finding.message


def test_severity_follows_confidence() -> None:
    article = (LEAD, QUOTE, *PORTUGAL, END)
    [(_, finding)] = found(BackgroundBlock(), *article)
    surer = min(1.0, finding.confidence + 0.01)
    less_sure = finding.confidence - 0.01
    assert found(BackgroundBlock(warning_confidence=surer), *article)[0][1].severity == "info"
    assert found(BackgroundBlock(warning_confidence=less_sure), *article)[0][1].severity == "warning"
    assert found(BackgroundBlock(minimum_confidence=surer, warning_confidence=1.0), *article) == []


@pytest.mark.parametrize(
    "options",
    [
        {"minimum_confidence": -0.1},
        {"warning_confidence": 1.1},
        {"minimum_confidence": 0.9, "warning_confidence": 0.8},
        {"extension_confidence": 0.7},
    ],
)
def test_confidences_must_rise(options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        BackgroundBlock(**options)


def test_markup_does_not_shift_the_span() -> None:
    source = f"# Road shut\n\n{LEAD}\n\n{QUOTE}\n\n**{PORTUGAL[0]}** {PORTUGAL[1]} {PORTUGAL[2]}\n\n{END}"
    [(text, _)] = found(BackgroundBlock(), source, format="markdown")
    assert text.strip("*").startswith("Portugal")
    assert text.endswith("history.")


def test_novelty_leaves_the_neighbours_out() -> None:
    lines = [
        "Harbour traffic stopped.",
        "Granite quarries everywhere.",
        "Granite quarries prosper.",
        "Traffic resumed.",
    ]
    article = Article([Line(line) for line in lines])
    assert article.novelty(1) == 1.0  # "granite quarries" stand only in the next line
    assert article.novelty(3) < 1.0  # "traffic" stands in the first


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway is a country.", "Norway"),
        ("Established in 1949, NATO is a military alliance.", "NATO"),
        ("The Bank of England (BoE) was the first of its kind.", "Bank of England"),
        ("Ana Luz, a Chilean poet, was one of the founders.", "Ana Luz"),
        ("It is a country.", None),
        ("Norway won the race.", None),
        ("He was the first to leave.", None),
    ],
)
def test_introductions(text: str, name: str | None) -> None:
    match = introduction(text)
    assert (match and match["name"]) == name


def test_subject_is_the_name_that_several_sentences_begin_with() -> None:
    assert subject(["Located in the north, it is cold.", "Tarn has a port.", "Tarn's mayor is elected."]) == "Tarn"
    assert subject(["The port is old.", "Tarn has a port."]) is None


def test_runs_end_where_confidence_does_and_split_at_new_names() -> None:
    lines = ["Tarn is a city.", "Its port is old.", "Oslo is a city.", "Rain fell.", "Tarn is a port."]
    assert list(runs(lines, [0.9, 0.3, 0.9, 0.0, 0.5], 0.4)) == [range(2), range(2, 3), range(4, 5)]


@given(st.lists(st.floats(0, 1), max_size=12))
def test_runs_are_apart_and_hold_every_confident_line(confidences: list[float]) -> None:
    spans = list(runs(["Rain fell on the town."] * len(confidences), confidences, 0.5))
    assert all(before.stop <= after.start for before, after in pairwise(spans))
    assert {number for span in spans for number in span} >= {
        number for number, confidence in enumerate(confidences) if confidence >= 0.5
    }


def test_tokens_hide_names_and_numbers() -> None:
    text = "Founded in 1949, the Hansa Group of Bremen has 1,200 ships. It trades on the U.S. market."
    assert tokens(text) == (
        f"{SENTENCE} founded in Y , the N of N has 0 ships . {SENTENCE} it trades on the N . market".split()
    )


@given(st.text(max_size=300))
def test_any_text_gives_tokens_and_scores(text: str) -> None:
    assert tokens(text)[0] == SENTENCE
    article = Article([Line(LEAD), Line(text), Line(text)])
    assert all(score >= FLOOR for score in Model.shipped().scores(article))


@given(
    st.lists(st.sampled_from([LEAD, QUOTE, END, *PORTUGAL, *COMPANY]), max_size=8), st.floats(min_value=-5, max_value=5)
)
def test_a_limit_on_scores_spares_work_and_hides_none_above_it(texts: list[str], least: float) -> None:
    article = Article([Line(text) for text in texts])
    scores = Model.shipped().scores(article)
    limited = Model.shipped().scores(article, least)
    assert limited == scores or max(scores) < least


def test_weights_name_their_sources_and_hold_no_names() -> None:
    data = json.loads(pkgutil.get_data("newslint_rules.boilerplate", WEIGHTS) or b"")
    assert all(source["name"] and source["licence"] for source in data["sources"])
    assert 500 <= len(data["grams"]) <= 4000
    assert all(isinstance(weight, int) for weight in data["grams"].values())
    parts = {part for gram in data["grams"] for part in gram.split()}
    assert {part for part in parts if part != part.lower()} == {"N", "Y"}


# -- repeats


def test_the_later_copy_is_flagged_and_points_at_the_first() -> None:
    [(text, finding)] = found(RepeatedParagraph(), LEAD, END, LEAD)
    assert text == LEAD
    assert finding.span.start > 0
    assert [span for span, _ in finding.evidence] == [newslint.Span(0, len(LEAD))]


def test_the_fix_cuts_the_copy_and_is_not_safe() -> None:
    source = "\n\n".join((LEAD, END, LEAD, QUOTE))
    [(_, finding)] = found(RepeatedParagraph(), source)
    assert finding.fix is not None
    assert not finding.fix.safe
    [edit] = finding.fix.edits
    assert source[: edit.span.start] + edit.replacement + source[edit.span.end :] == "\n\n".join((LEAD, END, QUOTE))


def test_a_changed_figure_is_a_near_repeat_without_fix() -> None:
    first = "The council said that 214 households along the harbour road had been without water since the storm."
    [(_, finding)] = found(RepeatedParagraph(), first, END, first.replace("214", "241"))
    assert finding.fix is None
    assert "nearly" in finding.message


def test_similarity_is_an_option() -> None:
    first = "The council said that many households along the harbour road had been without water since the storm began."
    later = "The council said that many households along the harbour road had been without power until late on Sunday."
    assert found(RepeatedParagraph(), first, END, later) == []
    assert len(found(RepeatedParagraph(minimum_similarity=0.4), first, END, later)) == 1


def test_thousands_of_equal_paragraphs() -> None:
    assert len(found(RepeatedParagraph(), *[LEAD] * 5000, language="en")) == 4999


@given(st.integers(1, 8))
def test_an_article_pasted_twice_repeats_every_paragraph(count: int) -> None:
    article = [f"{LEAD} {'It was the same again. ' * number}".strip() for number in range(8, 8 * count + 8, 8)]
    later = {finding.span.start for _, finding in found(RepeatedParagraph(), *article, *article, language="en")}
    assert len(later) >= count


@pytest.mark.parametrize(
    "options",
    [{"minimum_length": 0}, {"minimum_words": 0}, {"minimum_similarity": 0.0}, {"minimum_similarity": 1.5}],
)
def test_limits_are_checked(options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="minimum"):
        RepeatedParagraph(**options)  # type: ignore[arg-type]
