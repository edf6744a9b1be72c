"""Runs a rule's own examples: ours and a third party's alike.

from newslint.testing import example_problems

@pytest.mark.parametrize("rule", MY_RULES)
def test_examples(rule):
    assert example_problems(rule) == []
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newslint.analysis.phrases import PhraseMatcher
from newslint.analysis.template_index import IndexBuilder, TemplateIndex
from newslint.document import Document
from newslint.errors import BadFindingError
from newslint.model import Span
from newslint.readers import BUILT_IN, Reader
from newslint.rule import Example, Rule, checked

_MARK = re.compile(r"\[\[|\]\]")


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


def example_problems(rule_class: type[Rule], readers: Iterable[Reader] = BUILT_IN) -> list[str]:
    """What is wrong with a rule's examples, in words; empty if every example holds.

    Each bad example must give findings at exactly the spans marked in it, each good one none. readers: for examples
    in formats of a plugin's own.
    """
    return list(_problems(rule_class, {reader.name: reader for reader in readers}))


def _problems(rule_class: type[Rule], readers: Mapping[str, Reader]) -> Iterator[str]:
    for name, examples in (("bad", rule_class.bad), ("good", rule_class.good)):
        if isinstance(examples, str):
            yield f"{name} is one string; it must be a tuple of examples"
            continue
        if not examples:
            yield f"there is no {name} example"
        for given in examples:
            example = as_example(given)
            if example.format not in readers:
                yield f"{name} example in a format that no reader given reads: {example.format}"
            else:
                yield from _example_problems(rule_class, name, example, readers[example.format])


def _example_problems(rule_class: type[Rule], name: str, example: Example, reader: Reader) -> Iterator[str]:
    rule = rule_class(**example.options)
    source, expected = unmark(example.text)
    matcher = PhraseMatcher({rule.id: rule.phrase_lists()})
    document = replace(reader.read(source, language=example.language), phrase_matcher=matcher)
    if example.corpus:
        others = [reader.read(text, language=example.language) for text in example.corpus]
        document = replace(document, template_index=_index([document, *others]))
    if bool(expected) != (name == "bad"):
        yield f"{name} example marks {'a' if expected else 'no'} span with [[...]]: {example.text!r}"
    try:
        found = sorted(checked(rule, finding, document).span for finding in rule.check(document))
    except BadFindingError as error:
        yield f"{name} example: {error}, in {source!r}"
        return
    if found != expected:
        yield f"{name} example: expected {_quote(source, expected)}, found {_quote(source, found)} in {source!r}"


def _index(documents: Iterable[Document]) -> TemplateIndex:
    builder = IndexBuilder()
    for number, document in enumerate(documents):
        builder.add(f"document {number}", document.passages)
    return builder.index


def _quote(source: str, spans: list[Span]) -> str:
    return ", ".join(f"{source[span.start : span.end]!r} at {span.start}" for span in spans) or "nothing"
