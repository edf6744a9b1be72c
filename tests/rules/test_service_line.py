"""Service lines, beyond what the rule's own examples show."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newslint_rules.boilerplate.service_line import ServiceLine

import newslint
from newslint import Finding

LINTER = newslint.Linter(newslint.Config(select=("boilerplate.service-line",)))
LEAD = (
    "Police closed the harbour road in Tarn on Friday after a lorry shed its load of timber, and told drivers to take "
    "the coast road until the evening."
)
END = "The road would stay shut until Sunday, Inspector Lena Vik said, and ferries would be late."
KINDS = (
    ("advertisement", "Story continues below advertisement"),
    ("newsletter", "Get the Tarn Herald in your mailbox: join our mailing list"),
    ("newsletter", "Thank you for subscribing!"),
    ("read more", "» Related: Why the coast road floods every spring"),
    ("read more", "Lesen Sie auch: Warum die Küstenstraße gesperrt ist"),
    ("share", "258 Shares"),
    ("share", "Follow the Tarn Herald on Instagram for more from the coast!"),
    ("credit", "The lorry on its side. Credit: Tarn Herald"),
    ("credit", "A police car blocks the road on Friday. Ida Holm/Getty Images"),
    ("credit", "Photo by Ida Holm"),
    ("legal", "Copyright © 2024 Tarn Herald Ltd. All rights reserved."),
    ("legal", "The views expressed in this article are those of the author."),
    ("origin", "A version of this article appeared in print on May 3."),
    ("origin", "Last updated on 3 May 2024"),
    ("agency", "Jens Berg contributed to this report."),
    ("author", "Ida Holm can be reached at ida@tarnherald.example."),
    ("app", "Download our app to get the news first"),
    ("cookie", "We use cookies to improve our service."),
    ("comments", "Your email address will not be published. Required fields are marked *"),
    ("support", "Support our journalism: become a member for the price of a coffee."),
    ("control", "5 min read"),
)


def found(*paragraphs: str, between: str = "\n\n", form: str = "plain") -> list[tuple[str, Finding]]:
    report = LINTER.lint(between.join(paragraphs), format=form)
    assert not report.errors
    return [(report.document.source[f.span.start : f.span.end], f) for f in report.findings]


def texts(*paragraphs: str) -> list[str]:
    return [text for text, _ in found(*paragraphs)]


@pytest.mark.parametrize(("kind", "line"), KINDS, ids=[line for _, line in KINDS])
def test_phrases_tell_what_a_line_is(kind: str, line: str) -> None:
    [(text, finding)] = found(LEAD, line, END)
    assert text == line
    assert finding.severity == "warning"
    assert finding.message.endswith(f": {kind}")


@pytest.mark.parametrize(
    "line",
    [
        "Join the queue early, was the advice on Twitter.",
        "Advertisements for tobacco are banned on the harbour road.",
        "Comments on the plan were mixed.",
        "Copyright law is being rewritten in Brussels.",
        "Originally published in 1922, the novel is out of copyright.",
        "Reporting by a local paper showed that the load had not been tied down.",
        "“Our privacy policy has not changed,” a spokeswoman said.",
        "The firm's statement said readers should subscribe to our newsletter.",
        "He can be reached at home.",
        "Haulier fined over lorry, sources tell AP",
        "TARN (Reuters) - Police closed the harbour road on Friday.",
        "LinkedIn\t$2.50 - $7.00",
        "More",
        "Opinion",
    ],
)
def test_sentences_and_headings_of_the_story_are_left_alone(line: str) -> None:
    assert texts(LEAD, line, END) == []


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_lines_in_a_row_are_one_finding_with_evidence_for_each(between: str) -> None:
    lines = ("Share this article", "Facebook", "Email")
    [(text, finding)] = found(LEAD, *lines, END, between=between)
    assert text == between.join(lines)
    assert len(finding.evidence) == len(lines)


def test_sure_and_unsure_lines_are_apart() -> None:
    findings = found(LEAD, "Advertisement", "https://tarnherald.example/roads", END)
    assert [finding.severity for _, finding in findings] == ["warning", "info"]


def test_names_of_networks_count_only_together() -> None:
    assert texts(LEAD, "Facebook", END) == []
    assert texts(LEAD, "Facebook", "Twitter", END) == []
    assert texts(LEAD, "Facebook", "Twitter", "Email", END) == ["Facebook\n\nTwitter\n\nEmail"]


def test_headlines_below_related_articles() -> None:
    headlines = ("- Why the coast road floods every spring", "- Haulier fined after third accident in a year")
    findings = found(LEAD, "Related articles", *headlines, END)
    assert [finding.severity for _, finding in findings] == ["warning", "info"]
    assert END not in "".join(text for text, _ in findings)


def test_a_thread_of_comments() -> None:
    first, second = "May 3, 2024 at 9:51 am", "May 4, 2024 at 7:34 pm"
    talk = ("I drove past it and it was a mess.", "Reply", "Jens", second)
    findings = found(LEAD, END, "Leave a comment", "Ida", first, *talk)
    assert findings[-1][0].endswith(second)
    assert any(talk[0] in text for text, _ in findings)


def test_a_live_blog_is_no_thread_of_comments() -> None:
    assert texts(LEAD, "May 3, 2024 at 9:51 am", END, "May 3, 2024 at 10:20 am", END) == []


def test_regions_and_links_of_a_page() -> None:
    page = (
        f"<article><p>{LEAD}</p><p>See the <a href='/map'>map of the coast road</a> for the way round.</p>"
        "<p><a href='/flood'>Why the coast road floods</a></p></article>"
        "<footer><p>Tarn Herald, Harbour Road 1</p></footer>"
    )
    [(text, finding)] = found(page, form="html")
    assert text.startswith("Why the coast road floods")
    assert text.endswith("Harbour Road 1")
    assert finding.severity == "info"
    for options, kind in (({"links": False}, "page furniture"), ({"regions": False}, "link")):
        config = newslint.Config(select=("boilerplate.service-line",), rules={"boilerplate.service-line": options})
        [finding] = newslint.Linter(config).lint(page, format="html").findings
        assert finding.message.endswith(f": {kind}")


def test_the_fix_cuts_the_line_and_is_unsafe() -> None:
    [(_, finding)] = found(LEAD, "Advertisement", END)
    assert finding.fix
    assert not finding.fix.safe
    [edit] = finding.fix.edits
    source = f"{LEAD}\n\nAdvertisement\n\n{END}"
    assert source[: edit.span.start] + edit.replacement + source[edit.span.end :] == f"{LEAD}\n\n{END}"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"{LEAD}\n\n[Why the coast road floods](/flood)\n\n{END}", "markdown"),
        (f"<p>{LEAD}</p><p>Advertisement</p><p>{END}</p>", "html"),
    ],
)
def test_no_fix_that_would_leave_markup_behind(text: str, form: str) -> None:
    [(_, finding)] = found(text, form=form)
    assert finding.fix is None


@pytest.mark.parametrize("options", [{"links": "no"}, {"regions": 1}])
def test_options_are_checked(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be true or false"):
        ServiceLine(**options)  # type: ignore[arg-type]


@given(st.lists(st.sampled_from([LEAD, END, "Facebook", "More", "", *(line for _, line in KINDS)]), max_size=12))
@settings(deadline=None)  # the first example in another language takes long
def test_findings_are_whole_blocks_in_order(paragraphs: list[str]) -> None:
    report = LINTER.lint("\n".join(paragraphs))
    edges = {edge for block in report.document.blocks for edge in block.span}
    assert all(edge in edges for finding in report.findings for edge in finding.span)
    assert all(first.span.end <= second.span.start for first, second in pairwise(report.findings))


@pytest.mark.parametrize(
    "text",
    ["." * 20_000, "\n" * 100_000, "Advertisement\n" * 5_000, "share on facebook " * 5_000, "<span " * 20_000],
    ids=["dots", "blank", "lines", "phrases", "tags"],
)
def test_hostile_text(text: str) -> None:
    assert all(finding.rule == "boilerplate.service-line" for _, finding in found(text))
