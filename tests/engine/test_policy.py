"""Which findings are shown: selection, severity, inline ignores."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import pytest

from newslint import Config, Document, Finding, Linter, Report, Rule, plugins
from newslint.config import IgnoredFinding
from newslint.model import Severity

BUILT_IN = plugins.load(installed=False)


def lint(text: str, format_: str = "html", **settings: object) -> Report:
    settings.setdefault("select", ("quotes.unclosed", "quotes.reversed-apostrophe"))
    return Linter(Config(**settings), plugins=BUILT_IN).lint(text, format=format_, path="a.html")  # type: ignore[arg-type]


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


BAD = "<p>The city‘s port is shut, and he said “no.</p>"
BOTH = ["quotes.reversed-apostrophe", "quotes.unclosed"]


class Always(Rule):
    id = "test.always"
    aliases: ClassVar[tuple[str, ...]] = ("test.ever",)

    def check(self, document: Document) -> Iterator[Finding]:
        yield from ()


class OnRequest(Always):
    id = "test.on-request"
    aliases = ()
    opt_in = True


def test_families_ids_all_and_default() -> None:
    known = replace(BUILT_IN, rules={**BUILT_IN.rules, Always.id: Always, OnRequest.id: OnRequest})

    def selected(*names: str) -> set[str]:
        return {rule.id for rule in Linter(Config(select=names), plugins=known).rule_set().rules}

    assert selected("all") == set(known.rules)
    assert OnRequest.id not in selected("default")
    assert set(BUILT_IN.families) <= {name.partition(".")[0] for name in selected("default")}
    assert selected("test") == {Always.id}
    assert selected("test.on-request") == {OnRequest.id}
    assert selected("test", "test.on-request") == {Always.id, OnRequest.id}
    assert selected("test.ever") == {Always.id}


def test_ignore_wins_over_select() -> None:
    assert rules(lint(BAD, ignore=("quotes.unclosed",))) == ["quotes.reversed-apostrophe"]
    assert rules(lint(BAD, ignore=("quotes",))) == []


@pytest.mark.parametrize("name", ["quotes", "quotes.unclosed"])
def test_severity_of_a_family_or_a_rule(name: str) -> None:
    severity: dict[str, Severity] = {name: "error"}
    found = {finding.rule: finding.severity for finding in lint(BAD, severity=severity).findings}
    assert found["quotes.unclosed"] == "error"


def test_severity_of_a_rule_wins_over_that_of_its_family() -> None:
    found = {f.rule: f.severity for f in lint(BAD, severity={"quotes.unclosed": "info", "quotes": "error"}).findings}
    assert found == {"quotes.unclosed": "info", "quotes.reversed-apostrophe": "error"}


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- newslint-ignore -->", []),
        ("<!--newslint-ignore quotes-->", []),
        ("<!-- newslint-ignore quotes.unclosed -- he was cut off -->", ["quotes.reversed-apostrophe"]),
        ("<!-- newslint-ignore: quotes.unclosed, quotes.reversed-apostrophe -->", []),
        ("<!-- newslint-ignore-file quotes.unclosed -->", ["quotes.reversed-apostrophe"]),
        ("<!-- newslint-disable -->", []),
        ("<!-- newslint-disable --><!-- newslint-enable -->", BOTH),
        ("<!-- newslint-disable all --><!-- newslint-enable -->", BOTH),
        ("<!-- newslint-disable --><!-- newslint-enable all -->", BOTH),
        ("<!-- newslint-disable --><!-- newslint-enable quotes.unclosed -->", ["quotes.unclosed"]),
        ("<!-- newslint-ignore quotes.unclosed, -- cut off -->", ["quotes.reversed-apostrophe"]),
        ("<!-- newslint-ignore quotes.unclosed — cut off -->", ["quotes.reversed-apostrophe"]),
        ("<!-- newslint-disable quotes --><!-- newslint-enable quotes.unclosed -->", ["quotes.unclosed"]),
        ("<!-- an ordinary comment about newslint-ignore -->", BOTH),
    ],
)
def test_comments_silence_the_block_after_them(comment: str, left: list[str]) -> None:
    report = lint(comment + BAD)
    assert rules(report) == left
    assert len(report.suppressed) == 2 - len(left)
    assert report.errors == ()


def test_ignore_holds_for_one_block_only() -> None:
    assert rules(lint("<!-- newslint-ignore -->" + BAD + BAD)) == BOTH


def test_ignore_inside_a_block_holds_for_it() -> None:
    assert rules(lint(BAD.replace("and", "<!-- newslint-ignore --> and"))) == []


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("The city‘s port is shut. <!-- newslint-ignore -->\n\nThe town‘s port is open.\n", "markdown"),
        ("- The city‘s port is shut. <!-- newslint-ignore -->\n- The town‘s port is open.\n", "markdown"),
        ("<p>The city‘s port is shut. <!-- newslint-ignore --></p><p>The town‘s port is open.</p>", "html"),
    ],
)
def test_ignore_at_the_end_of_a_block_holds_for_that_block(text: str, format_: str) -> None:
    report = lint(text, format_)
    assert [text[f.span.start - 4 : f.span.start] for f in report.findings] == ["town"]


def test_disable_and_enable_hold_between_them() -> None:
    text = BAD + "<!-- newslint-disable quotes -->" + BAD + "<!-- newslint-enable quotes -->" + BAD
    assert rules(lint(text)) == BOTH + BOTH


def test_comments_in_markdown() -> None:
    text = "<!-- newslint-ignore quotes -->\nThe city‘s port is shut.\n\nThe town‘s port is open.\n"
    report = lint(text, "markdown")
    assert [text[f.span.start - 4 : f.span.start] for f in report.findings] == ["town"]


@pytest.mark.parametrize("path", ["a.html", "./a.html", "sub/../a.html", ".\\a.html"])
def test_ignored_findings_whatever_way_their_path_is_written(path: str) -> None:
    found = lint(BAD).findings
    ignored = tuple(IgnoredFinding(path, finding.fingerprint.upper()) for finding in found)
    report = lint(BAD, ignored=ignored)
    assert (report.findings, len(report.suppressed)) == ((), 2)


def test_severity_of_a_family_wins_over_that_of_all() -> None:
    for severity in ({"all": "error", "quotes": "info"}, {"quotes": "info", "all": "error"}):
        assert {finding.severity for finding in lint(BAD, severity=severity).findings} == {"info"}


def test_unknown_names_in_comments_are_errors_with_their_line() -> None:
    report = lint("<p>Fine.</p>\n<!-- newslint-ignore quotes.unclose -->\n<!-- newslint-ignor -->" + BAD)
    causes = [error.cause for error in report.errors]
    assert causes == [
        "line 2: unknown rule or family 'quotes.unclose'; did you mean 'quotes.unclosed'?",
        "line 3: unknown directive newslint-ignor; did you mean 'ignore'?",
    ]
    assert rules(report) == BOTH
