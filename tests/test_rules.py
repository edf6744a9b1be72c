"""What holds for every built-in rule, whatever it checks."""

import inspect
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from newslint import Rule, plugins
from newslint.errors import PluginError
from newslint.testing import as_example, example_problems

ROOT = Path(__file__).parents[1]
BUILT_IN = plugins.load(installed=False)
RULES = list(BUILT_IN.rules.values())
FAMILIES = ("structure", "quotes", "boilerplate", "claims", "readability", "language")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_built_in_rules_load_without_error() -> None:
    no_errors: tuple[PluginError, ...] = ()
    assert BUILT_IN.errors == no_errors


def test_every_family_has_rules() -> None:
    assert BUILT_IN.families == FAMILIES


def test_every_module_of_a_family_holds_a_registered_rule() -> None:
    folder = ROOT / "rules" / "newslint_rules"
    modules = {".".join(path.relative_to(folder.parent).with_suffix("").parts) for path in folder.glob("*/[!_]*.py")}
    assert modules == {rule.__module__ for rule in RULES}


@each_rule
def test_examples_hold(rule: type[Rule]) -> None:
    assert example_problems(rule) == []


@each_rule
def test_there_are_examples_and_more_good_ones_than_bad(rule: type[Rule]) -> None:
    assert rule.bad
    assert len(rule.good) > len(rule.bad)


@each_rule
def test_no_example_stands_twice(rule: type[Rule]) -> None:
    examples = [as_example(example) for example in (*rule.bad, *rule.good)]
    counts = Counter(
        (e.text.replace("[[", "").replace("]]", ""), e.format, e.language, str(e.options), e.corpus) for e in examples
    )
    assert [text for text, number in counts.items() if number > 1] == []


@each_rule
def test_documentation_says_why_and_what_instead(rule: type[Rule]) -> None:
    text = inspect.getdoc(rule) or ""
    first, _, rest = text.partition("\n")
    assert first.endswith(".")
    assert "Why:" in rest
    assert "Instead:" in rest


@each_rule
def test_every_option_is_documented(rule: type[Rule]) -> None:
    text = inspect.getdoc(rule) or ""
    names = [item.name for item in fields(rule)]
    assert [name for name in names if f"{name}:" not in text and f"{name.replace('_', '-')}:" not in text] == []


@each_rule
def test_module_is_named_for_the_rule(rule: type[Rule]) -> None:
    family, _, name = rule.id.partition(".")
    assert rule.__module__ == f"newslint_rules.{family}.{name.replace('-', '_')}"


@each_rule
def test_page_exists(rule: type[Rule]) -> None:
    assert (ROOT / "docs" / "rules" / f"{rule.id}.md").is_file()
