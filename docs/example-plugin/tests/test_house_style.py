"""A plugin's tests: its rules' own examples, run by newslint's own runner."""

from newslint_house_style import OldPlaceName

from newslint.testing import example_problems


def test_examples_hold() -> None:
    assert example_problems(OldPlaceName) == []
