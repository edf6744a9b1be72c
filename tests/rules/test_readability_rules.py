"""The rules about readability, beyond their examples."""

from dataclasses import replace

import pytest
from newslint_rules.readability.nominalisation import Nominalisation
from newslint_rules.readability.passive_voice import PassiveVoice
from newslint_rules.readability.undefined_acronym import UndefinedAcronym

import newslint
from newslint import Config, Finding, Rule
from newslint.analysis.phrases import PhraseMatcher


def check(rule: Rule, text: str, *, format: str = "plain", language: str | None = None) -> list[Finding]:  # noqa: A002
    document = newslint.segment(text, format=format, language=language)
    return list(rule.check(replace(document, phrase_matcher=PhraseMatcher({rule.id: rule.phrase_lists()}))))


def marked(rule: Rule, text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in check(rule, text)]


class TestUndefinedAcronym:
    @pytest.mark.parametrize(
        "text",
        [
            "The gross value per head is what the office calls GVH. GVH rose.",
            "A centre for marine and coastal studies, CMCS, was to open in May.",
            "The ruling of the North Sea Court was read aloud. Nobody at the NSC spoke.",
            "The harbour's operator NQX has no comment.",
            "A form known as the ZRQ must be signed.",
            "QZ van Dyk met the NVZ trade union.",
            "The ZRQ, a form in three parts, must be signed.",
            "The [ZRQ] must be signed, said Ana Ruiz of the port.",
            "The crossing costs HK$40, and flight BX404 leaves from gate K-ZRQ.",
            "ROME — The harbour is open.",
            "“STOP!” they cried, and STAY BACK NOW, and then nothing.",
            "King Karl XIV and Pope John XXIII met at kilometre LX.",
            "MEP Ana Ruiz and PJ Holm met the US envoy on KQZW radio.",
            "They voted to rezone it. “REZONE,” read the stamp.",
        ],
    )
    def test_common_cases_are_left_alone(self, text: str) -> None:
        assert marked(UndefinedAcronym(), text) == []

    def test_each_acronym_once_at_its_first_use(self) -> None:
        text = "A spokesman for QRB met the NVZ. The NVZ said QRBs were late."
        findings = check(UndefinedAcronym(), text)
        assert [finding.span.start for finding in findings] == [text.index("QRB"), text.index("NVZ")]

    def test_the_mark_leaves_out_plural_and_possessive(self) -> None:
        assert marked(UndefinedAcronym(), "All QRBs were late. It was the NVZ’s fault.") == ["QRB", "NVZ"]

    def test_what_one_use_tells_counts_for_all(self) -> None:
        assert marked(UndefinedAcronym(), "Nobody at NVZ spoke. The NVZ, a union of sailors, met in May.") == []

    def test_places_are_those_of_the_source(self) -> None:
        (finding,) = check(UndefinedAcronym(), "It is the *oldest* NVZ&nbsp;ship.\n", format="markdown")
        assert finding.span == (19, 22)

    def test_known_holds_capitals_only(self) -> None:
        with pytest.raises(ValueError, match="capitals"):
            UndefinedAcronym(known=("Nvz",))

    def test_known_comes_from_the_configuration(self) -> None:
        text = "Nobody at NVZ spoke."
        config = Config(
            select=("readability.undefined-acronym",), rules={"readability.undefined-acronym": {"known": ["NVZ"]}}
        )
        assert newslint.Linter(config).lint(text).findings == ()

    def test_many_acronyms(self) -> None:
        names = [a + b + c + "Q" for a in "BCDFGHJKLM" for b in "BCDFGHJKLM" for c in "BCDFGHJKLM"]
        text = " ".join(f"The {name} met." for name in names)
        assert len(check(UndefinedAcronym(), text, language="en")) == len(
            set(names) - {n for n in names if n[0] == "K"}
        )


class TestPassiveVoice:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("The ship was towed in.", ["was towed"]),
            ("It has not yet been found.", ["been found"]),
            ("They weren't told of it.", ["weren't told"]),
            ("The road is still being slowly rebuilt.", ["is still being slowly rebuilt"]),
            ("The road was not often used and never shut.", []),
            ("He is concerned, she was born in May, and both are committed.", []),
            ("They were in need and had been red-faced.", []),
            ("“It was stolen,” he said. It was sold.", ["was sold"]),
        ],
    )
    def test_forms(self, text: str, found: list[str]) -> None:
        assert marked(PassiveVoice(), text) == found

    def test_message_asks_for_who_acts(self) -> None:
        (told, untold) = check(PassiveVoice(), "It was sold by the council. It was bought for a song.")
        assert "begin with who acts" in told.message
        assert "say who acts" in untold.message

    def test_other_languages_are_left_alone(self) -> None:
        assert check(PassiveVoice(), "Die Brücke was closed.", language="de") == []


class TestNominalisation:
    def test_message_names_the_verb(self) -> None:
        (finding,) = check(Nominalisation(), "The board has reached no final decision.")
        assert "“decide”" in finding.message

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("They took several quick decisions.", ["took several quick decisions"]),
            ("Both made the promise.", ["made the promise"]),
            ("He gave an explanation. The explanation was long.", ["gave an explanation"]),
            ("They made people visit.", []),
            ("It was made by review boards.", []),
            ("He made it. The decision stands.", []),
        ],
    )
    def test_forms(self, text: str, found: list[str]) -> None:
        assert marked(Nominalisation(), text) == found


def test_passives_and_nominalisations_are_reported_only_when_asked_for() -> None:
    text = "The ship was towed in, and the board made a decision."
    asked_for = ("readability.passive-voice", "readability.nominalisation")
    family = newslint.Linter(Config(select=("readability",)))
    named = newslint.Linter(Config(select=asked_for))
    assert family.lint(text).findings == ()
    assert {finding.rule for finding in named.lint(text).findings} == set(asked_for)
