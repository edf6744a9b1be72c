"""Who is said to say what, in sentences as newspapers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint.analysis import attribution
from newslint.analysis.attribution_words import forms
from newslint.model import Attribution, Outline, Quotation, Span

PLAIN = [
    # text, source, cue, content, kind
    ("The minister said the bridge was safe.", "The minister", "said", "the bridge was safe.", "indirect"),
    ("The bridge is safe, said Ms Holm.", "Ms Holm", "said", "The bridge is safe", "indirect"),
    ("The bridge is safe, the mayor insisted.", "the mayor", "insisted", "The bridge is safe", "indirect"),
    ("The bridge is safe, he told reporters.", "he", "told", "The bridge is safe", "indirect"),
    ("She also denied taking money.", "She", "denied", "taking money.", "indirect"),
    (
        "Ana Reis, the engineer in charge, has repeatedly warned that the piers are weak.",
        "Ana Reis, the engineer in charge", "warned", "that the piers are weak.", "indirect",
    ),
    ("According to the ministry, 40 ships wait.", "the ministry", "According to", "40 ships wait.", "according-to"),
    ("40 ships wait, according to the ministry.", "the ministry", "according to", "40 ships wait", "according-to"),
    ("The report found that costs had doubled.", "The report", "found", "that costs had doubled.", "document"),
    ("The court was told that the money had gone.", None, "told", "that the money had gone.", "passive"),
    ("Sources said the deal was near.", "Sources", "said", "the deal was near.", "anonymous"),
    ("Four men were arrested, and police believe that a fifth fled.",
     "police", "believe", "that a fifth fled.", "indirect"),
    ("On Monday the mayor said the ferry was late.", "the mayor", "said", "the ferry was late.", "indirect"),
    ("Mr. Holm and Ms. Reis said it was late.", "Mr. Holm and Ms. Reis", "said", "it was late.", "indirect"),
    ("Ana Reis (an engineer) said it was late.", "Ana Reis (an engineer)", "said", "it was late.", "indirect"),
    ("Jens Holm, the mayor, a baker by trade, said the ferry was late.",
     "Jens Holm, the mayor, a baker by trade", "said", "the ferry was late.", "indirect"),
    ("Jens Holm, the mayor, deplored the loss of the bridge.",
     "Jens Holm, the mayor", "deplored", "the loss of the bridge.", "indirect"),
    ("The ferry was late, said Mr. Holm, who owns it.", "Mr. Holm", "said", "The ferry was late", "indirect"),
    ("The mayor's claim that the ferry was late is untested.",
     "The mayor's", "claim", "that the ferry was late is untested.", "indirect"),
    ("The news agency Haven Wire reported that the ferry was late.",
     "The news agency Haven Wire", "reported", "that the ferry was late.", "indirect"),
    ("According to a study by the port office, traffic fell.",
     "a study by the port office", "According to", "traffic fell.", "according-to"),
]  # fmt: skip

NO_CUE = [
    "Shops opened at nine.",
    "The report is on the table.",
    "The state owns two ports.",
    "The claims were settled in May.",
    "Support for the plan is weak.",
    "The wanted man stood in the call centre.",
]


def segment(source: str, markup: str = "plain") -> list[tuple[str | None, str | None, str | None, str]]:
    """The attributions of a whole document: source, cue, content, kind."""
    document = newslint.segment(source, format=markup, language="en")
    return [words_of(source, item) for item in document.attributions]


def find(text: str, *quoted: str) -> list[Attribution]:
    """The attributions of one paragraph; each of `quoted` stands there between two marks of one character."""
    quotations = []
    for words in quoted:
        start = text.index(words)
        span = Span(start, start + len(words))
        quotations.append(Quotation(Span(start, start + 1), Span(span.end - 1, span.end), span, 1, "double"))
    return list(attribution.find(text, [Outline("paragraph", 0, len(text))], [[(0, len(text))]], quotations))


def words_of(text: str, item: Attribution) -> tuple[str | None, str | None, str | None, str]:
    parts = (item.source, item.cue, item.content)
    source, cue, content = (text[span.start : span.end] if span else None for span in parts)
    return source, cue, content, item.kind


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind"), PLAIN)
def test_unquoted(text: str, source: str | None, cue: str, content: str, kind: str) -> None:
    assert [words_of(text, item) for item in find(text)] == [(source, cue, content, kind)]


@pytest.mark.parametrize("text", NO_CUE)
def test_nothing_reported(text: str) -> None:
    assert find(text) == []


def test_quotation_and_speaker() -> None:
    text = "“We heard nothing,” said Ana Reis."
    assert [words_of(text, item) for item in find(text, "“We heard nothing,”")] == [
        ("Ana Reis", "said", "“We heard nothing,”", "direct")
    ]


def test_interrupted_quotation_has_one_attribution_for_each_part() -> None:
    text = "“We are closing,” she said, “and nobody told us.”"
    found = find(text, "“We are closing,”", "“and nobody told us.”")
    assert [words_of(text, item)[:3] for item in found] == [
        ("she", "said", "“We are closing,”"),
        ("she", "said", "“and nobody told us.”"),
    ]


def test_a_speaker_goes_on_in_the_same_sentence() -> None:
    text = "Holm warned of floods and said the quay was old, adding that nobody had mended it."
    assert [words_of(text, item)[:2] for item in find(text)] == [
        ("Holm", "warned"), ("Holm", "said"), ("Holm", "adding")
    ]  # fmt: skip


def test_verb_and_noun_are_one_cue() -> None:
    text = "Reis expressed deep concern about the quay."
    assert [words_of(text, item)[:2] for item in find(text)] == [("Reis", "expressed")]


def test_a_quotation_goes_on_with_the_speaker_of_its_paragraph() -> None:
    found = segment("“We are closing the ferry,” said Ana Reis. The room was silent. “Nobody told us why.”\n")
    assert found == [
        ("Ana Reis", "said", "“We are closing the ferry,”", "direct"),
        ("Ana Reis", None, "“Nobody told us why.”", "direct"),
    ]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    found = segment("The port is shut.\n\n“Nobody told us why.\n\n“We only heard it later,” said Ana Reis.\n")
    assert found == [("Ana Reis", "said", "“Nobody told us why.\n\n“We only heard it later,”", "direct")]


def test_a_speaker_does_not_go_on_in_the_next_paragraph() -> None:
    found = segment("“We are closing the ferry,” said Ana Reis.\n\n“Nobody asked us sailors,” it says on a wall.\n")
    assert ("Ana Reis", None) not in [item[:2] for item in found]


HEADLINES = [
    ("Reis: Bridge Will Open in March", ("Reis", None, "Bridge Will Open in March", "indirect")),
    ("Bridge Will Open in March: Reis", ("Reis", None, "Bridge Will Open in March", "indirect")),
    ("Study: Ferries Are Late on Most Days", ("Study", None, "Ferries Are Late on Most Days", "document")),
    ("Bridge Will Stay Shut: Police", ("Police", None, "Bridge Will Stay Shut", "indirect")),
    ("Sources: Bridge Will Stay Shut", ("Sources", None, "Bridge Will Stay Shut", "anonymous")),
    ("Harbour Bridge: What to Expect", None),
    ("Bridge Opens at 10:30 in the Morning", None),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_headline_with_a_colon(headline: str, expected: tuple[str, None, str, str] | None) -> None:
    found = segment(f"# {headline}\n\nThe bridge is old. Ana Reis said it would open in March.\n", "markdown")
    assert [item for item in found if item[1] is None] == ([expected] if expected else [])


CITATIONS = [
    ("markdown", "Traffic fell by half, [a study](https://example.org/study) of the port.", "a study"),
    ("html", "<p>Traffic fell by half.<sup><a href='#n1'>[1]</a></sup> It rained.</p>", "[1]"),
    ("plain", "Traffic fell by half in the port over one single year of works. [3]", "[3]"),
]


@pytest.mark.parametrize(("markup", "source", "mark"), CITATIONS)
def test_links_to_documents_and_footnotes_are_sources(markup: str, source: str, mark: str) -> None:
    (found,) = segment(source, markup)
    assert (found[0], found[1], found[3]) == (mark, None, "document")


def test_other_links_are_no_sources() -> None:
    assert segment("The [port](https://example.org/port) is open.\n", "markdown") == []
    assert len(segment("Ana Reis [said](https://example.org/study) the port was open.\n", "markdown")) == 1


def test_confidence_tells_speech_from_intention() -> None:
    (said,) = find("The mayor said the bridge was safe.")
    assert said.confidence > 0.9
    assert all(0.0 < item.confidence <= 1.0 for text, *_ in PLAIN for item in find(text))


def test_quotation_without_speaker() -> None:
    text = "The mood was bad. “Nobody told us anything.”"
    assert [words_of(text, item) for item in find(text, "“Nobody told us anything.”")] == [
        (None, None, "“Nobody told us anything.”", "direct")
    ]


def test_a_quoted_word_is_no_speech() -> None:
    text = "The “reform” costs twice as much."
    assert find(text, "“reform”") == []


def test_cues_inside_a_quotation_belong_to_the_speaker() -> None:
    text = "“My doctor says I must rest,” he explained."
    assert [words_of(text, item)[1] for item in find(text, "“My doctor says I must rest,”")] == ["explained"]


def test_an_unclosed_quotation_does_not_hide_what_follows() -> None:
    text = "“We heard nothing, said the mayor."
    broken = Quotation(Span(0, 1), None, Span(0, len(text)), 1, "double")
    found = list(attribution.find(text, [Outline("paragraph", 0, len(text))], [[(0, len(text))]], [broken]))
    assert "said" in {words_of(text, item)[1] for item in found}


def test_code_is_not_read() -> None:
    text = "print('he said that')"
    assert list(attribution.find(text, [Outline("code", 0, len(text))], [[(0, len(text))]], [])) == []


def test_speaking_on_condition_of_anonymity() -> None:
    text = "An aide, who spoke on condition of anonymity, confirmed it."
    assert "anonymous" in {item.kind for item in find(text)}


def test_inflection() -> None:
    assert forms(["deny", "say", "stress", "argue"]) >= {"denies", "denied", "said", "stresses", "arguing", "argued"}


@given(st.lists(st.sampled_from([*(row[0] for row in PLAIN), *NO_CUE]), min_size=1, max_size=8))
def test_positions_lie_in_the_sentence_of_the_cue_and_come_in_order(sentences: list[str]) -> None:
    text = " ".join(sentences)
    ranges, at = [], 0
    for sentence in sentences:
        ranges.append((at, at + len(sentence)))
        at += len(sentence) + 1
    found = list(attribution.find(text, [Outline("paragraph", 0, len(text))], [ranges], []))
    alone = [words_of(sentence, item) for sentence in sentences for item in find(sentence)]
    assert [words_of(text, item) for item in found] == alone


@given(st.text(alphabet="said .,:“”\"'aA\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for item in find(text):
        for span in (item.source, item.cue, item.content):
            assert span is None or 0 <= span.start < span.end <= len(text)
