"""What the rules on quotation marks share: mends that mend, and doubt that is no warning."""

import pytest
from newslint_rules.quotes import RULES
from newslint_rules.quotes.dangling_fragment import DanglingFragment
from newslint_rules.quotes.missing_speaker import MissingSpeaker
from newslint_rules.quotes.mixed_style import MixedStyle
from newslint_rules.quotes.reversed_apostrophe import ReversedApostrophe
from newslint_rules.quotes.stray_space import StraySpace
from newslint_rules.quotes.unclosed import Unclosed
from newslint_rules.quotes.wrong_direction import WrongDirection

from newslint import Document, Finding, Rule, segment
from newslint.testing import as_example, unmark


def mended(document: Document, findings: list[Finding]) -> str:
    text = document.source
    edits = [edit for finding in findings if finding.fix and finding.fix.safe for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize("rule_class", [WrongDirection, ReversedApostrophe, StraySpace, MixedStyle])
def test_safe_fixes_leave_nothing_to_report(rule_class: type[Rule]) -> None:
    documents = [segment(unmark(as_example(given).text)[0], language="en") for given in rule_class.bad]
    found = [(document, list(rule_class().check(document))) for document in documents]
    fixable = [(document, findings) for document, findings in found if all(finding.fix for finding in findings)]
    assert fixable
    for document, findings in fixable:
        after = segment(mended(document, findings), language="en")
        assert [finding for rule in RULES for finding in rule().check(after)] == []


def test_a_missing_mark_is_never_mended() -> None:
    (finding,) = Unclosed().check(segment("He said: “We will go.", language="en"))
    assert finding.fix is None


def test_a_mark_in_midst_of_speech_is_no_sure_loss() -> None:
    text = 'The mayor called it a "disaster. "We have to rebuild," she added.'
    (finding,) = Unclosed().check(segment(text, language="en"))
    assert (finding.severity, finding.confidence < 0.5) == ("info", True)


def test_a_speaker_named_between_two_opening_marks_tells_that_one_was_lost() -> None:
    text = "“We looked at every way, said Marit Solberg. “The bearings are worn.”"
    (finding,) = Unclosed().check(segment(text, language="en"))
    assert (finding.severity, finding.span) == ("warning", (0, 1))


@pytest.mark.parametrize("rule_class", [DanglingFragment, MissingSpeaker])
def test_options_are_checked(rule_class: type[DanglingFragment] | type[MissingSpeaker]) -> None:
    with pytest.raises(ValueError, match="minimum_words"):
        rule_class(minimum_words=0)


SPEAKERLESS = "The quay is empty now. “Nothing has replaced the ferry since the spring.”"


@pytest.mark.parametrize(
    "text",
    [
        "# “Nothing has replaced the ferry since the spring”",
        "> Nothing moves. “Nothing has replaced the ferry since the spring.”",
        "Where is it now? “Nothing has replaced the ferry since the spring.”",
        "“Nothing has replaced the ferry since the spring.\n\n“Nothing ever will,” said Marit Holm.",
        "Marit Holm waits at the quay. “Nothing has replaced the ferry since the spring.”",
    ],
)
def test_speech_that_somebody_may_be_known_to_have_said_is_left_alone(text: str) -> None:
    rule = MissingSpeaker()
    assert list(rule.check(segment(SPEAKERLESS, language="en")))
    assert list(rule.check(segment(text, format="markdown", language="en"))) == []


def test_speech_of_few_words_needs_no_speaker_unless_asked_for() -> None:
    document = segment("The quay is empty now. “Nothing has replaced it.”", language="en")
    assert list(MissingSpeaker().check(document)) == []
    assert [finding.span for finding in MissingSpeaker(minimum_words=4).check(document)] == [(23, 49)]
