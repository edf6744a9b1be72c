"""Claims without a source, beyond what the examples of their rules show."""

import pytest
from newslint_rules.claims import RULES
from newslint_rules.claims._genre import genres
from newslint_rules.claims._support import support_of
from newslint_rules.claims.unattributed_statistic import UnattributedStatistic
from newslint_rules.claims.unsourced_block import UnsourcedBlock
from newslint_rules.claims.unsupported_superlative import UnsupportedSuperlative
from newslint_rules.claims.vague_quantity import VagueQuantity
from newslint_rules.claims.weasel_source import WeaselSource

import newslint
from newslint import Config, Finding, Linter, Rule

LEAD = "The transport minister, Ida Holm, said on Tuesday that the new line would open in May."
QUOTE = "“We have waited long enough,” she told reporters outside parliament."
END = "The opposition said it would vote against the plan. Its leader, Jens Vik, called it a waste of money."
PORTUGAL = (
    "Portugal is a country located on the Iberian Peninsula. It shares a border with Spain and has a long coastline.",
    "The country is known for its wine and its beaches. Lisbon, its capital, is one of the oldest cities in Europe.",
)
BATTLE = (
    "The striker scored twice before half-time and the keeper saved a penalty.",
    "The match was the first of the season, and the fans left the stadium before the final whistle.",
)


def found(rule: type[Rule], *paragraphs: str, between: str = "\n\n", **told: str) -> list[tuple[str, Finding]]:
    linter = Linter(Config(select=(rule.id,)))
    report = linter.lint(between.join(paragraphs), **told)
    assert report.errors == ()
    return [(report.document.text_of(finding.span), finding) for finding in report.findings]


def unsupported(*paragraphs: str, **told: str) -> list[str]:
    document = newslint.segment("\n\n".join(paragraphs), **told)
    return [sentence.text for sentence in support_of(document).unsupported.values()]


# -- where support comes from


def test_footnotes_support_what_they_stand_at() -> None:
    assert [text for text, _ in found(WeaselSource, "Studies show that children read less.[1]")] == []
    assert [text for text, _ in found(WeaselSource, "Studies show that children read less.")] == ["Studies show"]


def test_block_quotes_are_the_words_of_others() -> None:
    quoted = "> The bridge is the longest in the world.\n\nThe bridge reopened in May."
    assert unsupported(quoted, format="markdown") == ["The bridge reopened in May."]


def test_a_source_goes_on_for_two_sentences_that_refer_to_it() -> None:
    texts = unsupported("Ida Holm said the line was late. It is long. It is dear. It is ugly.")
    assert texts == ["It is ugly."]


def test_a_source_does_not_go_on_into_a_sentence_that_begins_anew() -> None:
    assert unsupported("Ida Holm said the line was late. Trains are dear.") == ["Trains are dear."]


def test_a_source_does_not_go_on_into_the_next_paragraph() -> None:
    assert unsupported("The line is late, Ida Holm said.", "It is long.") == ["It is long."]


def test_a_lead_is_supported_by_the_sentences_after_it() -> None:
    assert unsupported("The line is late.", "It may never open.", "“It is late,” Ida Holm said.") == []


def test_a_lead_without_a_source_near_it_is_not() -> None:
    texts = unsupported("The line is late.", "Trains are dear.", "Roads are full.", "Buses are slow.", LEAD)
    assert texts == ["The line is late.", "Trains are dear.", "Roads are full.", "Buses are slow."]


@pytest.mark.parametrize(
    "text",
    [
        "Trains are dear [12].",
        "Trains are dear (Holm et al., 2019).",
        "Trains are dear, according to the union.",
        "“Trains are dear and slow and dirty.”",
    ],
)
def test_footnotes_citations_and_quotations_support(text: str) -> None:
    assert unsupported("Roads are full.", "Buses are slow.", "Boats are rare.", "Cars are loud.", text)[4:] == []


def test_a_link_supports() -> None:
    text = "Roads are full.\n\nBuses are slow.\n\nBoats are rare.\n\nCars are loud.\n\nTrains [are dear](rail.html)."
    assert "Trains are dear." not in unsupported(text, format="markdown")
    assert "Trains are dear." in unsupported(text.replace("[", "").replace("](rail.html)", ""), format="markdown")


def test_a_word_of_reports_with_nobody_to_report_is_no_source() -> None:
    sentence = "The town is known for its harbour, ensuring that it fills up in summer."
    assert unsupported(sentence) == [sentence]


# -- blocks


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_a_block_of_several_paragraphs_is_one_finding(between: str) -> None:
    [(text, finding)] = found(UnsourcedBlock, LEAD, QUOTE, *PORTUGAL, END, between=between)
    assert text == between.join(PORTUGAL)
    assert finding.severity == "warning"


def test_a_block_lists_its_claims_and_the_nearest_sources() -> None:
    text = "\n\n".join((LEAD, QUOTE, *PORTUGAL, END))
    [(_, finding)] = found(UnsourcedBlock, text)
    *claims, before, after = [(text[span.start : span.end] if span else "", note) for span, note in finding.evidence]
    assert [place for place, _ in claims] == [
        "is a country",
        "shares a border",
        "is known for",
        "its capital",
    ]
    assert before == ("she told", "the nearest source before")
    assert after == ("The opposition said", "the nearest source after")


@pytest.mark.parametrize(
    "block",
    [
        (
            "Asthma is a chronic condition. It is caused by swelling of the airways. Common symptoms include coughing. "
            "Treatment typically consists of inhaled medicine."
        ),
        (
            "Founded in 1975, Orrin is a multinational technology company. The company specializes in printers. "
            "It employs over 12,000 people worldwide. Its products are widely used in hospitals."
        ),
        (
            "Tea is one of the most popular drinks in the world. It is made from a plant that is native to Asia. "
            "The drink has a long history. It is grown in more than 40 countries."
        ),
    ],
)
def test_encyclopedic_background_on_other_subjects_is_found(block: str) -> None:
    assert [text for text, _ in found(UnsourcedBlock, LEAD, QUOTE, block, END)] == [block]


def test_a_heading_ends_a_block() -> None:
    assert (
        found(UnsourcedBlock, f"# Trains\n\n{QUOTE}\n\n{PORTUGAL[0]}\n\n## Lisbon\n\n{PORTUGAL[1]}", format="markdown")
        == []
    )


def test_a_source_in_the_middle_ends_a_block() -> None:
    assert found(UnsourcedBlock, LEAD, QUOTE, PORTUGAL[0], "Spain is near, Ida Holm said.", PORTUGAL[1], END) == []


def test_news_of_a_day_is_no_background() -> None:
    events = "The line is home to two trains. It was founded in 1849. On Monday it was closed. Its capital is spent."
    assert found(UnsourcedBlock, LEAD, QUOTE, events, END) == []


def test_figures_are_not_claims_once_a_report_is_named() -> None:
    figures = (
        "Some 40% of trains are late. In the north 60% of trains are late. Buses are better, with 20% of trips late. "
    )
    figures += "About half of all roads are full."
    assert found(UnsourcedBlock, LEAD, QUOTE, figures, END)
    assert found(UnsourcedBlock, "A survey of commuters was published in May.", QUOTE, figures, END) == []


def test_lists_of_facts_are_no_sentences() -> None:
    facts = ["Capital: Lisbon", "Area: 92,000 square kilometres", "Founded in 1143", "Official language | Portuguese"]
    assert found(UnsourcedBlock, LEAD, QUOTE, *facts, END) == []


def test_a_longer_minimum_lets_short_blocks_pass() -> None:
    text = "\n\n".join((LEAD, QUOTE, *PORTUGAL, END))
    options = {"claims.unsourced-block": {"minimum-sentences": 5}}
    assert Linter(Config(select=("claims.unsourced-block",), rules=options)).lint(text).findings == ()


# -- kinds of articles


def test_sport_is_known_by_its_words() -> None:
    assert "sport" in genres(newslint.segment("\n\n".join(BATTLE)))
    assert genres(newslint.segment("\n\n".join((LEAD, QUOTE, END)))) == frozenset()


def test_words_in_quotations_do_not_make_an_article_somebodys_own_story() -> None:
    quotes = ["“I told you we would win my way,” Ida Holm said.", "“You and I know our own line,” said Jens Vik."]
    assert "own voice" not in genres(newslint.segment("\n\n".join((LEAD, *quotes))))


def test_records_and_gossip_of_sport_are_left_alone() -> None:
    record, gossip = "He is the fastest striker in Europe.", "He is thought to be leaving."
    assert found(UnsupportedSuperlative, LEAD, END, record)
    assert found(UnsupportedSuperlative, *BATTLE, record) == []
    assert found(WeaselSource, LEAD, END, gossip)
    assert found(WeaselSource, *BATTLE, gossip) == []


def test_figures_of_markets_are_left_alone() -> None:
    market = [
        "Shares in the bank fell and the index closed lower.",
        "Investors sold bonds as profit and revenue slipped.",
    ]
    figure = "Banks hold 40 per cent of the debt."
    assert found(UnattributedStatistic, LEAD, END, figure)
    assert found(UnattributedStatistic, *market, figure) == []


# -- all rules


def test_one_finding_a_sentence() -> None:
    text = "Trains are slow. Some 40 per cent of trains are late and 60 per cent of buses are early."
    assert [span for span, _ in found(UnattributedStatistic, text)] == ["40 per cent"]


def test_a_finding_says_where_support_was_sought() -> None:
    [(_, finding)] = found(UnsupportedSuperlative, LEAD, END, "Tarn is the largest port in Europe. Trains are dear.")
    notes = [note for _, note in finding.evidence]
    assert notes == [
        "no source, quotation, link or footnote in this sentence",
        "no source in the paragraph that goes on to this sentence",
        "the nearest source before it speaks of something else",
    ]


def test_no_more_vague_quantities_than_wanted() -> None:
    text = "Many trains are late. Many buses are slow. Many roads are full."
    assert len(found(VagueQuantity, text)) == 3
    options = {"claims.vague-quantity": {"maximum-per-article": 1}}
    assert len(Linter(Config(select=("claims.vague-quantity",), rules=options)).lint(text).findings) == 1


def test_other_languages_are_left_alone() -> None:
    text = "\n\n".join((LEAD, QUOTE, *PORTUGAL, END))
    linter = Linter(Config(select=tuple(rule.id for rule in RULES if rule is not WeaselSource)))
    assert {finding.rule for finding in linter.lint(text, language="en").findings} >= {"claims.unsourced-block"}
    kinds = {"claims.unsourced-block", "claims.unattributed-statistic", "claims.unsupported-superlative"}
    assert not kinds & {finding.rule for finding in linter.lint(text, language="da").findings}


OBITUARY = (
    "Marta Voss was born in Tarn in 1932. Her father died in 1943, and her brother was killed in the war a year later.",
    "She married a baker in 1955. She is survived by two daughters and a son. The funeral is in the old church.",
)
STORY = (
    "We took the early boat to Tarn. The island is the smallest of the chain and has a long history.",
    "The village is home to forty people. The church, founded in 1210, is one of the oldest in the country.",
)
FIRE = (
    "Forty firefighters fought the flames for five hours. Dock Road was closed because of the smoke.",
    "Two trains were cancelled due to the heat. The owners have closed the yard. Police are looking for witnesses.",
)


@pytest.mark.parametrize("paragraphs", [OBITUARY, STORY, FIRE], ids=["obituary", "own story", "fire"])
def test_articles_whose_facts_are_their_own_have_no_unsourced_block(paragraphs: tuple[str, ...]) -> None:
    assert found(UnsourcedBlock, *paragraphs) == []
