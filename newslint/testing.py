"""Runs a rule's own examples: ours and a third party's alike.

from newslint.testing import example_problems

@pytest.mark.parametrize("rule", MY_RULES)
def test_examples(rule):
    assert example_problems(rule) == []
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from newslint.analysis.phrases import PhraseMatcher
from newslint.document import Document
from newslint.model import Span
from newslint.readers.base import Reader
from newslint.readers.html import HtmlReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader
from newslint.rule import Example, Rule

_MARK = re.compile(r"\[\[|\]\]")
_READERS: dict[str, Reader] = {reader.name: reader for reader in (PlainReader(), MarkdownReader(), HtmlReader())}


def as_example(example: str | Example) -> Example:
    """A plain string is an example in plain text."""
    return Example(example) if isinstance(example, str) else example


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without its `[[...]]` marks, and the spans they stood around.

    Raises ValueError if the marks do not pair or if they nest.
    """
    text, spans, start, position = "", [], None, 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match.group() == "[[":
            if start is not None:
                raise ValueError(f"nested [[ in example: {marked!r}")
            start = len(text)
        else:
            if start is None:
                raise ValueError(f"]] without [[ in example: {marked!r}")
            spans.append(Span(start, len(text)))
            start = None
    if start is not None:
        raise ValueError(f"[[ without ]] in example: {marked!r}")
    return text + marked[position:], spans


def example_document(rule: Rule, example: Example) -> tuple[Document, list[Span]]:
    """The document of an example and the spans marked in it."""
    source, spans = unmark(example.text)
    document = _READERS[example.format].read(source, language=example.language)
    return replace(document, phrase_matcher=PhraseMatcher({rule.id: rule.phrase_lists()})), spans


def example_problems(rule_class: type[Rule]) -> list[str]:
    """What is wrong with a rule's examples, in words; empty if every example holds.

    Each bad example must give findings at exactly the spans marked in it, each good one none.
    """
    return list(_problems(rule_class))


def _problems(rule_class: type[Rule]) -> Iterator[str]:
    examples = [(True, example) for example in rule_class.bad] + [(False, example) for example in rule_class.good]
    for is_bad, given in examples:
        example = as_example(given)
        rule = rule_class(**example.options)
        document, expected = example_document(rule, example)
        if is_bad and not expected:
            yield f"bad example marks no span with [[...]]: {example.text!r}"
        if not is_bad and expected:
            yield f"good example marks a span: {example.text!r}"
        found = sorted({finding.span for finding in rule.check(document)})
        if found != sorted(expected):
            yield (
                f"{'bad' if is_bad else 'good'} example: expected {_quote(document, expected)}, "
                f"found {_quote(document, found)} in {document.source!r}"
            )


def _quote(document: Document, spans: list[Span]) -> str:
    return ", ".join(f"{document.source[s.start : s.end]!r} at {s.start}" for s in sorted(spans)) or "nothing"
