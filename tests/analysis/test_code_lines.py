"""Lines of code that stand in an article without markup are told apart from prose."""

import pytest

import newslint
from newslint.analysis.code_lines import is_code, may_hold_code


@pytest.mark.parametrize(
    "line",
    [
        "fn area(side: &'a u32) -> u32 {",
        "}",
        "} else {",
        'print("Tide tables loaded")',
        "const tides = harbour.read();",
        '"harbour": "Lindhaven",',
        "std::vector<int> tides;",
        "#include <tides.h>",
        "{% for boat in boats %}{{ boat }}{% endfor %}",
        "docker build . && docker push",
        "1 2 | let tide = read ( harbour ) ; show ( tide ) ;",
    ],
)
def test_code(line: str) -> None:
    assert may_hold_code(line)
    assert is_code(line)


@pytest.mark.parametrize(
    "line",
    [
        "The port closed at noon; ferries sailed on; nobody was told.",
        "(b) the parties shall bear their own costs;",
        "Bring your passport(s); a copy is not enough;",
        'He called it ("for want of a better word") a miracle, and the council laughed (it had been a long night).',
        "A new clerk must learn that run() starts the model, and that nothing else in the whole program does.",
        "See you at the harbour ;-) or :-( if it rains",
        "She pays (as members do) $30 a month = $360 a year for a berth that her father had for nothing",
        "Read more at https://example.org/a_b_c?d=e",
        "{Editor's note: the mayor has since resigned.}",
        "Mayor -> council -> committee: where the plan went, and why nobody can say today who signed it off first",
        "",
        "Scores: Holm (6-4) => final.",
        "Results: Holm -> Lie -> Moe.",
        "Team A == Team B, the paper wrote.",
        "See port.example(English) for more.",
        '"Winner": "Holm" was the headline.',
        'The club (founded in 1921) is home to "Lions";',
        "She earned <b>much</b> <i>more</i> than him.",
        "3. Holm A, Lie B. Tides and tolls. Port Rev. 2021;12:70. [ DOI ] [ PubMed ]",
    ],
)
def test_prose(line: str) -> None:
    assert not is_code(line)


def test_lines_between_lines_of_code_are_code_unless_they_are_sentences() -> None:
    text = (
        "The clerk wrote this loop on a Friday night, she said.\n\nfor boat in harbour {\n// the tide\n}\nIt failed.\n}"
    )
    kinds = [block.kind for block in newslint.segment(text).blocks]
    assert kinds == ["paragraph", "code", "code", "code", "paragraph", "code"]


def test_marks_in_code_are_no_quotation_marks() -> None:
    text = "The function takes a lifetime, she said.\n\nfn read<'a>(name: &'a str) {\n}\n\n“It works, she said."
    marks = newslint.segment(text).quote_marks
    assert [text[mark.span.start] for mark in marks] == ["“"]
