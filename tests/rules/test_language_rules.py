"""What the examples of the language rules cannot show: fixes, evidence, options and undecodable bytes."""

from collections.abc import Mapping

import pytest
from newslint_rules.language.foreign_paragraph import ForeignParagraph
from newslint_rules.language.invisible_character import InvisibleCharacter
from newslint_rules.language.mojibake import Mojibake

from newslint import Document, Finding, Rule, segment

ENGLISH = (
    "The ferry will stop running in March, because the company that owns it has no money for a new engine. "
    "It was built when the bridge had not yet been planned."
)
GERMAN = (
    "Die Fähre stellt im März den Betrieb ein, weil der Reederei das Geld für einen neuen Motor fehlt. "
    "Sie wurde gebaut, als an die Brücke noch niemand dachte."
)


def check(rule: Rule, text: str) -> list[Finding]:
    return list(rule.check(segment(text)))


def mend(text: str, findings: list[Finding]) -> str:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_undecodable_bytes_are_one_finding_a_run() -> None:
    text = "The caf\udce9 and the ch\udce2\udce9teau closed."
    assert sorted((f.span, f.severity, f.fix) for f in check(Mojibake(), text)) == [
        ((7, 8), "error", None),
        ((19, 21), "error", None),
    ]


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("He wonâ€™t.", "He won’t."),
        ("He wonâ\x80\x99t.", "He won’t."),
        ("He wonÃ¢â‚¬â„¢t.", "He won’t."),
        ("FranÃ§ois paid 5Â€.".replace("Â€", "â‚¬"), "François paid 5€."),
        ("voilÃ\u00a0, dÃ©jÃ\u00a0 vu", "voilà, déjà vu"),
    ],
)
def test_garbled_characters_are_put_back(garbled: str, meant: str) -> None:
    findings = check(Mojibake(), garbled)
    assert mend(garbled, findings) == meant
    assert not any(finding.fix.safe for finding in findings if finding.fix)


def test_what_is_lost_has_no_fix() -> None:
    assert [finding.fix for finding in check(Mojibake(), "A \ufffd and a â€ here.")] == [None, None]


def test_invisible_characters_are_deleted() -> None:
    text = "A\u200b word\ufeff and an\u00adother and an\u00adother."
    findings = check(InvisibleCharacter(), text)
    assert mend(text, findings) == "A word and another and another."
    assert [finding.severity for finding in findings] == ["warning", "warning", "info"]
    assert [finding.fix.safe for finding in findings if finding.fix] == [True, True, False]


def test_an_entity_is_deleted_whole() -> None:
    source = "<p>The min&#8203;ister resigned.</p>"
    assert mend(source, list(InvisibleCharacter().check(segment(source, format="html")))) == (
        "<p>The minister resigned.</p>"
    )


def test_a_foreign_paragraph_tells_what_was_judged() -> None:
    text = f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}"
    (finding,) = check(ForeignParagraph(), text)
    assert text[finding.span.start : finding.span.end] == GERMAN
    assert "“de”" in finding.message
    assert finding.confidence > 0.9
    assert [span for span, _ in finding.evidence] == [finding.span, None]


def test_nothing_is_foreign_where_the_language_is_not_known() -> None:
    document = Document(GERMAN[:40], GERMAN[:40])
    assert document.language is None
    assert list(ForeignParagraph().check(document)) == []


def test_a_region_is_no_other_language() -> None:
    assert list(ForeignParagraph().check(segment(ENGLISH, language="en-GB"))) == []


@pytest.mark.parametrize(
    "options",
    [{"minimum_letters": 0}, {"minimum_probability": 0.0}, {"minimum_probability": 1.1}],
)
def test_options_are_validated(options: Mapping[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        ForeignParagraph(**options)  # type: ignore[arg-type]
