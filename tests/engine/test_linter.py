"""The library: texts in, reports out, and a guard round every rule."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

import newslint
from newslint import Config, Document, Finding, Linter, Rule, Span, plugins
from newslint.errors import ReadError
from newslint.plugins import Plugins

TEXT = "Harbour reopens after storm\n\nThe harbour reopened on Monday.\n\nFerries sail again at noon.\n"


@dataclass(frozen=True)
class Words(Rule):
    """Flags a word."""

    id = "test.word"
    word: str = "harbour"

    def check(self, document: Document) -> Iterator[Finding]:
        start = -1
        while (start := document.text.find(self.word, start + 1)) >= 0:
            yield self.finding(document.locate(start, start + len(self.word)), f"the word {self.word}")


@dataclass(frozen=True)
class Crashes(Rule):
    """Finds one thing, then breaks."""

    id = "test.crashes"

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(Span(0, 7), "before the crash")
        raise ZeroDivisionError("no such thing")


@dataclass(frozen=True)
class Misbehaves(Rule):
    """Yields whatever it is told."""

    id = "test.misbehaves"
    changes: Any = None

    def check(self, document: Document) -> Iterator[Finding]:
        yield replace(self.finding(Span(0, 7), "bad"), **self.changes)


def with_rules(*rules: type[Rule]) -> Plugins:
    return replace(plugins.load(installed=False), rules={rule.id: rule for rule in rules}, owners={})


def linter(*rules: type[Rule], **settings: Any) -> Linter:
    return Linter(Config(**settings), plugins=with_rules(*rules))


def test_findings_come_in_source_order_with_exact_spans() -> None:
    report = linter(Words).lint(TEXT)
    assert [TEXT[finding.span.start : finding.span.end] for finding in report.findings] == ["harbour"]
    assert report.errors == ()


def test_a_rule_that_raises_is_named_and_the_others_still_run() -> None:
    report = linter(Crashes, Words).lint(TEXT, path="a.txt")
    assert {finding.rule for finding in report.findings} == {"test.crashes", "test.word"}
    assert [(error.rule, error.path) for error in report.errors] == [("test.crashes", "a.txt")]
    assert "ZeroDivisionError: no such thing" in report.errors[0].cause
    assert "test_linter.py" in report.errors[0].cause


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"span": Span(5, 5)}, "span (5, 5)"),
        ({"span": Span(7, 5)}, "span (7, 5)"),
        ({"span": Span(-1, 3)}, "span (-1, 3)"),
        ({"span": Span(0, 10_000)}, "the document has"),
        ({"rule": "other.rule"}, "a finding of other.rule"),
        ({"severity": "fatal"}, "severity 'fatal'"),
        ({"confidence": 1.5}, "confidence 1.5"),
        ({"confidence": float("nan")}, "confidence nan"),
        ({"evidence": ((Span(3, 10_000), "there"),)}, "evidence span"),
        ({"evidence": ((None, None),)}, "evidence None"),
        ({"message": None}, "message None"),
        ({"message": ""}, "message ''"),
        ({"span": (0, 3)}, "must be a Span"),
        ({"span": Span(*(0.0, 3.0))}, "must be a Span"),  # type: ignore[arg-type]
        ({"fix": newslint.Fix("cut", (newslint.Edit(Span(0, 10_000), ""),))}, "the edit"),
    ],
)
def test_what_is_no_finding_in_this_document_becomes_an_error(changes: dict[str, Any], cause: str) -> None:
    class Told(Misbehaves):
        __doc__ = Misbehaves.__doc__

        def check(self, document: Document) -> Iterator[Finding]:
            yield replace(self.finding(Span(0, 7), "bad"), **changes)

    report = linter(Told, Words).lint(TEXT)
    assert {finding.rule for finding in report.findings} == {"test.word"}
    assert cause in report.errors[0].cause


def test_something_else_than_a_finding_becomes_an_error() -> None:
    class Yields(Misbehaves):
        __doc__ = Misbehaves.__doc__

        def check(self, document: Document) -> Iterator[Finding]:
            yield "here"  # type: ignore[misc]

    assert "no Finding" in linter(Yields).lint(TEXT).errors[0].cause


def test_facts_are_computed_once_whoever_asks() -> None:
    seen: list[object] = []

    class Asks(Misbehaves):
        __doc__ = Misbehaves.__doc__

        def check(self, document: Document) -> Iterator[Finding]:
            seen.append(document.sentences)
            yield from ()

    class AsksToo(Asks):
        __doc__ = Misbehaves.__doc__
        id = "test.asks-too"

    linter(Asks, AsksToo).lint(TEXT)
    assert len(seen) == 2
    assert seen[0] is seen[1]


def test_fingerprints_survive_edits_elsewhere() -> None:
    before = linter(Words).lint(TEXT).findings
    after = linter(Words).lint("A new first paragraph.\n\n" + TEXT).findings
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]


def test_fingerprints_count_lines_as_editors_do() -> None:
    for end in ("\r", "\r\n"):
        text = TEXT.replace("\n", end)
        after = linter(Words).lint(f"New.{end}" + text).findings
        assert [f.fingerprint for f in linter(Words).lint(text).findings] == [f.fingerprint for f in after]


def test_fingerprints_of_equal_findings_differ() -> None:
    findings = linter(Words).lint("The harbour.\nThe harbour.\nThe harbour.\n").findings
    assert len({finding.fingerprint for finding in findings}) == 3


def test_an_option_changes_what_a_rule_does() -> None:
    report = linter(Words, rules={"test.word": {"word": "noon"}}).lint(TEXT)
    assert [TEXT[finding.span.start : finding.span.end] for finding in report.findings] == ["noon"]


def test_language_that_is_told_wins() -> None:
    assert newslint.segment(TEXT, language="fr").language == "fr"
    assert linter(Words, language="de").lint(TEXT).document.language == "de"
    assert linter(Words, language="de").lint(TEXT, language="it").document.language == "it"


def test_format_comes_from_the_path_unless_told() -> None:
    one = linter(Words)
    assert one.lint("# A *harbour*", path="a.md").document.format == "markdown"
    assert one.lint("<p>A harbour", path="a.HTML").document.format == "html"
    assert one.lint("# A harbour", path="a.md", format="plain").document.format == "plain"
    with pytest.raises(ReadError, match="did you mean 'markdown'"):
        one.lint("# A harbour", format="markdwn")
    with pytest.raises(ReadError, match="unknown format"):
        newslint.segment("x", format="docx")


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_records_come_out_in_order(jobs: int) -> None:
    records = ({"id": str(number), "text": f"Experts say {number} ships sailed."} for number in range(70))
    reports = list(Linter(Config(), plugins=plugins.load(installed=False)).lint_many(records, jobs=jobs))
    assert [report.path for report in reports] == [str(number) for number in range(70)]
    assert all(str(number) in report.document.text for number, report in enumerate(reports))


def test_many_records_are_taken_only_as_needed() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "The harbour reopened."

    reports = linter(Words).lint_many(endless())
    for _ in range(5):
        next(reports)
    assert taken == 5


def test_a_record_without_text_is_named() -> None:
    with pytest.raises(ReadError, match="record 2: needs a string under 'text'"):
        list(linter(Words).lint_many([{"text": "fine"}, {"body": "not fine"}]))
    with pytest.raises(ReadError, match="record 1: needs a string under 'language'"):
        list(linter(Words).lint_many([{"text": "fine", "language": 3}]))
    with pytest.raises(ReadError, match="record 1: must be a text or a mapping, not int"):
        list(linter(Words).lint_many([1]))  # type: ignore[list-item]
    with pytest.raises(ReadError, match="record 1: unknown format 'docx'"):
        list(linter(Words).lint_many([{"text": "fine", "format": "docx"}]))
    with pytest.raises(ReadError, match="not one text"):
        list(linter(Words).lint_many("The harbour reopened."))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("bad", ["record", "source"])
def test_an_error_comes_after_the_reports_before_it(jobs: int, bad: str) -> None:
    def records() -> Iterator[dict[str, object]]:
        for _ in range(20):
            yield {"text": "The harbour reopened."}
        if bad == "source":
            raise OSError("the disk is gone")
        yield {"text": None}

    reports = Linter(Config(), plugins=plugins.load(installed=False)).lint_many(records(), jobs=jobs)
    got = 0
    with pytest.raises((ReadError, OSError)):  # noqa: PT012 - counts what comes before
        for _ in reports:
            got += 1
    assert got == 20


def test_plugins_made_by_hand_cannot_travel_to_other_processes() -> None:
    with pytest.raises(ValueError, match="use jobs=1"):
        list(Linter(plugins=replace(with_rules(Words), recipe=None)).lint_many(["A text."], jobs=2))


@pytest.mark.parametrize(("code", "language"), [("EN", "en"), ("de-ch", "de"), ("pt_BR", "pt")])
def test_language_codes_are_taken_as_people_write_them(code: str, language: str) -> None:
    assert newslint.segment(TEXT, language=code).language == language


@pytest.mark.parametrize("code", ["english", "e", "", "en us"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    with pytest.raises(ReadError, match="no language code"):
        newslint.segment(TEXT, language=code)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\ufeff", "\x00", "’", "a" * 100_000, "\ud800", "🦊" * 50])
def test_odd_texts_are_linted_without_error(text: str) -> None:
    one = Linter(Config(select=("all",)), plugins=plugins.load(installed=False))
    for format_ in ("plain", "markdown", "html"):
        assert one.lint(text, format=format_).errors == ()
