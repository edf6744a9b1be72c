"""Where sentences begin and end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis import sentences
from newslint.analysis.abbreviations import word_classes


def split(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, [(0, len(text))], language)[0]]


ENGLISH = {
    "titles": "Mr. Osei met Gen. Ruiz and Rev. Hall.| They spoke for an hour.",
    "companies": "Northgate Inc. shares rose.| Bex Corp. Chairman Lou Ames resigned from Tarn & Co. on Friday.",
    "company at the end": "She sold it to Bex Corp.| The price was not given.",
    "company before a verb": "He left Tarn Ltd.| Investors were told on Monday.",
    "acronyms": "The U.S. Senate voted in Washington, D.C. on Monday.| Troops left the U.S.| They will not return.",
    "an index": "The S.&P. 500 fell.| The Dow did not.",
    "initials": "J. R. Alder and Mary K. Boone won.| Critics of George H. W. Lund did not.",
    "plan letters": "They had no Plan B.| The council went home.",
    "months and numbers": "It opened on Sept. 4 as No. 7 of the series.| On Oct. 9 it closed.",
    "a month that ends": "It will open in Dec.| The mayor is glad.",
    "no as a word": "Would he resign? |No. |The matter was closed.",
    "clock": "Doors open at 9 a.m. Eastern and close at 6 p.m. Friday.| The show starts at 8 p.m.| It lasts an hour.",
    "clock in front": "At 5 a.m. Mrs. Dube left for work.",
    "words or states": "It is a sight not to miss.| Built in 1910, the hall is ill lit.",
    "decimals and prices": "Prices rose 2.4 percent to $3.50 a litre.| Wages did not.",
    "addresses": "Write to desk@example.org or see www.example.org/a.b.html.| Replies take a week.",
    "quotations": "“It is done.”| The crowd cheered.| ‘We won!’| Then it rained.",
    "clause after a quoted question": "“Who pays?” Mayor Ines Holt asked.| “Will you?” she said.| Nobody answered.",
    "clause after a quoted sentence": '"That is all." Holt said.| The hall emptied.',
    "a new sentence after a quotation": '"That is all."| Holt said the hall would close.',
    "signed quotation": "“Nothing moves here.” — Ines Holt, mayor",
    "brackets": "The bill (it was the third.) failed.| (The vote was 9-2.)| It will be back.",
    "ellipsis in the middle": "We were ... let me think ... at home.",
    "ellipsis at the end": "We waited…| Nobody came....| We left.",
    "spaced ellipsis": "Leave the rest out . . . .| Next came the vote.",
    "words left out": "The board [...] of Bex agreed.| The end came soon. [...]| Work began.",
    "footnotes": "The dam holds 3 cubic kilometres.[12]| It was built in 1961. [4, 5]| Fish returned.¹| It rained.",
    "list labels": "1. Wash the rice.| 2. Boil it.| 3.) Eat.",
    "dateline": "WASHINGTON (AP) — The court ruled on Monday.| It was unanimous.",
    "dateline with a state": "PORTLAND, Ore. — The court ruled on Monday.",
    "repeated marks": "Really?!| Yes!!!| Good.",
    "names with marks": "She sold Yahoo! News and E! Online.| They own Yahoo!| It is old.",
    "no space": "The talks collapsed.|The minister flew home.",
    "lower case throughout": "i saw it live.| it was loud.| never again.",
    "lower case after a name": "The firm Mercer Bldg. was fined.",
    "brands": "He dropped the phone.| iPhones are fragile.",
    "full-width stops": "The sign says 営業中。| It is new.",
}


@pytest.mark.parametrize("marked", ENGLISH.values(), ids=ENGLISH)
def test_english(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Am 3. Mai kam Dr. Kern z. B. nach Ulm.| Dort blieb sie bis 1999.| Es war kalt."),
        ("de", "„Wir gehen.“| Das sagte Kern dem Blatt.| „Kommt ihr?“, fragte sie."),
        ("fr", "M. Petit arrive av. J.-C. selon lui.| « Bien ! »| Il est parti."),
        ("ru", "Завод открыт в 1912 г.| Рабочие довольны и т. д.| Он стоит в г. Омске на ул. Мира."),
        ("es", "La Sra. Ruiz vive en EE.UU. desde 2010.| ¿Qué dijo?| ¡Nada!"),
        ("it", "Il dott. Riva è arrivato.| È stato l'Avv. Bassi a dirlo."),
        ("pt", "O Sr. Melo saiu às 9.| Não voltou."),
        ("nl", "Dhr. Bos is er, o.a. met dr. Smit.| Het is laat."),
        ("pt-BR", "A Sra. Melo saiu.| Não voltou."),
    ],
)
def test_other_languages_of_our_own(language: str, marked: str) -> None:
    assert word_classes(language.partition("-")[0])
    assert split(marked.replace("|", ""), language) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ja", "雨が降った。|試合は中止だ。"),
        ("zh", "他来了吗？|没有。"),
        ("hi", "वह घर गया।| बारिश हो रही थी।"),
        ("ar", "هل وصل الوزير؟| لا أحد يعلم."),
        ("pl", "Padał deszcz.| Mecz odwołano."),
    ],
)
def test_languages_left_to_sentencex(language: str, marked: str) -> None:
    assert word_classes(language) is None
    assert split(marked.replace("|", ""), language) == [part.strip() for part in marked.split("|")]


def test_a_line_break_does_not_end_a_sentence_but_a_blank_line_does() -> None:
    assert split("The council met\non Monday\r\nat noon\n \nNo vote was\r\n\r\ntaken") == [
        "The council met\non Monday\r\nat noon",
        "No vote was",
        "taken",
    ]


def test_positions_count_in_the_whole_text() -> None:
    text = "Left out.  It rained. It stopped.  Left out."
    assert sentences.split(text, [(9, 34)], "en") == [[(11, 21), (22, 33)]]


def test_no_language_is_read_as_english() -> None:
    assert split("Mr. Osei left. He was late.", None) == ["Mr. Osei left.", "He was late."]


def test_undecodable_bytes_do_not_disturb() -> None:
    assert split("Padał \udc80 deszcz. Mecz odwołano.", "pl") == ["Padał \udc80 deszcz.", "Mecz odwołano."]


MARKS = 'Mr.|U.S.|a.m.|She|left|the|[1]|[...]|...|…|.|!|?|"|”|«|»|(|)|—|-|1.|2.4|a|B|.The|。|।|:)|é|🙂'
PIECES = st.lists(
    st.sampled_from(MARKS.split("|")) | st.sampled_from([" ", "  ", "\n", "\n\n", "\r\n", "\u00a0", "\udc80"]),
    max_size=30,
).map("".join)


@given(text=PIECES | st.text(max_size=60), language=st.sampled_from(["en", "de", "ru", "pl", "ja", "xx", None]))
def test_nothing_but_white_space_is_left_out(text: str, language: str | None) -> None:
    start, end = len(text) // 5, len(text) - len(text) // 5
    (found,) = sentences.split(text, [(start, end)], language)
    edges = [start, *(edge for sentence in found for edge in sentence), end]
    assert edges == sorted(edges)
    assert all(text[first:last].strip() == text[first:last] != "" for first, last in found)
    kept = "".join(text[first:last] for first, last in found)
    assert "".join(kept.split()) == "".join(text[start:end].split())


WORDS = ["it", "iv", "xii", "a", "hmm", "year", "St", "2"]
WORDS += [word for classes in map(word_classes, ("en", "de")) if classes for word in classes.abbreviations]


@pytest.mark.parametrize("language", ["en", "de", "it"])
@pytest.mark.parametrize("prefix", ["", "He saw ", "ex-", "v.", "—", "(", "x"])
def test_plain_stops_are_a_short_cut_only(language: str, prefix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(
        f"{prefix}{word}. {following}" for word in WORDS for following in ("Then it rained.", '"No"', "A.")
    )
    found = split(text, language)
    monkeypatch.setattr(sentences, "_PLAIN_STOP", re.compile(r"(?!)"))
    assert split(text, language) == found


@pytest.mark.parametrize(
    "text",
    ["." * 20_000, ". " * 50_000, '."' * 50_000, "a. " * 300_000, "word " * 200_000, "x\n\n" * 100_000, "a.B" * 99_999],
)
def test_hostile_text_is_split_in_reasonable_time(text: str) -> None:
    assert sentences.split(text, [(0, len(text))], "en")[0][-1][1] == len(text.rstrip())
