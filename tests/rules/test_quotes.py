"""What the rules on quotation marks share: mends that mend, and doubt that is no warning."""

import pytest
from newslint_rules.quotes import RULES
from newslint_rules.quotes.dangling_fragment import DanglingFragment
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


def test_options_are_checked() -> None:
    with pytest.raises(ValueError, match="minimum_words"):
        DanglingFragment(minimum_words=0)
