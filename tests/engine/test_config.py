"""Configuration files: found upward, strict about every key, and clear about what is wrong."""

from pathlib import Path
from typing import Any

import pytest

from newslint import Config, Linter, NewslintError, plugins
from newslint import config as configuration
from newslint.errors import ConfigError

BUILT_IN = plugins.load(installed=False)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(tmp_path: Path, text: str) -> str:
    path = write(tmp_path / "newslint.toml", text)
    with pytest.raises(ConfigError) as caught:
        Linter(configuration.load(path), plugins=BUILT_IN)
    return str(caught.value)


def test_everything_a_config_can_say(tmp_path: Path) -> None:
    path = write(
        tmp_path / "newslint.toml",
        """
        select = ["default"]
        extend-select = ["all"]
        ignore = ["claims"]
        exclude = ["drafts/"]
        language = "en"
        fail-on = "error"
        min-confidence = 0.5
        local-plugins = ["house.py"]

        [severity]
        readability = "info"
        "quotes.unclosed" = "error"

        [rules.readability.long-sentence]
        warning-words = 35

        [[overrides]]
        files = ["opinion/**"]
        ignore = ["readability"]
        language = "fr"

        [[ignored]]
        path = "a.txt"
        fingerprint = "0123456789abcdef"
        reason = "said on purpose"
        """,
    )
    config = configuration.load(path)
    assert config is not None
    assert config.fail_on == "error"
    assert config.min_confidence == 0.5
    assert config.root == tmp_path.resolve()
    linter = Linter(config, plugins=BUILT_IN)
    here, opinion = linter.rule_set(str(tmp_path / "a.txt")), linter.rule_set(str(tmp_path / "opinion" / "a.txt"))
    assert "claims" not in {rule.family() for rule in here.rules}
    assert next(rule for rule in here.rules if rule.id == "readability.long-sentence").warning_words == 35  # type: ignore[attr-defined]
    assert here.severity["quotes.unclosed"] == "error"
    assert here.severity["readability.long-sentence"] == "info"
    assert "readability" not in {rule.family() for rule in opinion.rules}
    assert (here.language, opinion.language) == ("en", "fr")


def test_the_nearest_config_upward_holds(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.newslint]\nlanguage = 'de'\n")
    write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'no table for us'\n")
    write(tmp_path / "b" / "newslint.toml", "language = 'fr'\n")
    (tmp_path / "b" / "c").mkdir()
    assert configuration.discover(tmp_path / "a").language == "de"
    assert configuration.discover(tmp_path / "b" / "c").language == "fr"


def test_newslint_toml_wins_over_pyproject(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.newslint]\nlanguage = 'de'\n")
    write(tmp_path / "newslint.toml", "language = 'fr'\n")
    assert configuration.discover(tmp_path).language == "fr"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", ":1: selct: unknown key; did you mean 'select'?"),
        ("\n\nlanguage = 3", ":3: language: Expected `str | null`, got `int`"),
        ("select = 'quotes'", "select: Expected `array`, got `str`"),
        ("fail-on = 'fatal'", "fail-on: must be one of error, warning, info, never, not 'fatal'"),
        ("min-confidence = 2", "min-confidence must be a number between 0 and 1, not 2.0"),
        ("[severity]\nquotes = 'fatal'", ":1: severity: quotes must be one of error, warning, info, not 'fatal'"),
        ("[severity]\nquotes.unclosed = 'fatal'", "severity: quotes.unclosed must be one of"),
        ("severity = 3", "severity: must be a table"),
        ("language = 'english'", "language: 'english' is no language code"),
        ("exclude = ['!']", "exclude: !: "),
        ("[[overrides]]\nfiles = ['!']", "overrides[0].files: !: "),
        ("[[overrides]]\nfiles = '*'", "files: Expected `array`, got `str`"),
        ("root = '/'", "root: unknown key"),
        ("[rules.quotes]\nunclosed = 3", "'unclosed' is none"),
        ("rules = 3", "must be a table"),
        ("[overrides]\nfiles = []", "must be an array of tables: [[overrides]]"),
        ("[[overrides]]\nfile = []", "overrides[0].file: unknown key; did you mean 'files'?"),
        ("[[overrides]]\nignore = []", "overrides[0]: needs files"),
        ("[[ignored]]\npath = 'a.txt'", "ignored[0]: needs fingerprint"),
        ("select = [", "newslint.toml: "),
    ],
)
def test_bad_shape_is_named_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    said = problems(tmp_path, text)
    assert str(tmp_path / "newslint.toml") in said
    assert message in said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = ['quote']", "select: unknown rule or family 'quote'; did you mean 'quotes'?"),
        (
            "ignore = ['quotes.unclose']",
            "ignore: unknown rule or family 'quotes.unclose'; did you mean 'quotes.unclosed'?",
        ),
        ("[severity]\nqotes = 'info'", "severity: unknown rule or family 'qotes'; did you mean 'quotes'?"),
        ("[rules.quotes.unclose]\nx = 1", "rules: unknown rule or family 'quotes.unclose'"),
        (
            "[rules.readability.long-sentence]\nwarning-word = 1",
            "warning-word: unknown key; did you mean 'warning-words'?",
        ),
        ("[rules.readability.long-sentence]\nwarning-words = 'x'", "warning-words: Expected `int`, got `str`"),
        ("[rules.readability.long-sentence]\nwarning-words = 0", "rules.readability.long-sentence: "),
        ("[[overrides]]\nfiles = ['*']\nignore = ['nothing']", "ignore: unknown rule or family 'nothing'"),
    ],
)
def test_unknown_names_and_bad_options_are_named(tmp_path: Path, text: str, message: str) -> None:
    said = problems(tmp_path, text)
    assert str(tmp_path / "newslint.toml") in said
    assert message in said


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    said = problems(tmp_path, "selct = []\nfail-on = 'fatal'\n[rules.quotes]\nunclosed = 3\n")
    assert len(said.splitlines()) == 3


def test_config_error_is_a_newslint_error() -> None:
    with pytest.raises(NewslintError, match="did you mean 'quotes'"):
        Linter(Config(select=("quots",)), plugins=BUILT_IN)


def test_a_string_is_not_taken_for_a_list_of_letters() -> None:
    with pytest.raises(ConfigError, match="select must be a list"):
        Config(select="quotes")  # type: ignore[arg-type]


def test_names_may_be_written_with_or_without_quotes(tmp_path: Path) -> None:
    text = "[severity]\nquotes.unclosed = 'error'\n[rules.'readability.long-sentence']\nwarning-words = 33\n"
    linter = Linter(configuration.load(write(tmp_path / "newslint.toml", text)), plugins=BUILT_IN)
    assert linter.rule_set().severity == {"quotes.unclosed": "error"}
    rule = next(rule for rule in linter.rule_set().rules if rule.id == "readability.long-sentence")
    assert rule.warning_words == 33  # type: ignore[attr-defined]


def test_a_byte_order_mark_is_no_problem_and_other_encodings_are_named(tmp_path: Path) -> None:
    path = tmp_path / "newslint.toml"
    path.write_bytes(b"\xef\xbb\xbflanguage = 'fr'\r\n")
    config = configuration.load(path)
    assert config is not None
    assert config.language == "fr"
    path.write_bytes("language = 'é'".encode("latin-1"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        configuration.load(path)


@pytest.mark.parametrize(
    "settings",
    [
        {"severity": {"claims": "fatal"}},
        {"fail_on": "x"},
        {"language": 3},
        {"min_confidence": "0.5"},
        {"select": (1,)},
        {"overrides": ("*.md",)},
    ],
)
def test_a_config_made_in_python_is_held_to_the_same(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        Config(**settings)


def test_overrides_are_laid_one_over_the_other(tmp_path: Path) -> None:
    text = """
        ignore = ["quotes"]
        [[overrides]]
        files = ["*.txt"]
        extend-select = ["quotes"]
        [[overrides]]
        files = ["b*"]
        ignore = ["quotes.unclosed"]
        """
    linter = Linter(configuration.load(write(tmp_path / "newslint.toml", text)), plugins=BUILT_IN)

    def selected(name: str) -> set[str]:
        return {rule.id for rule in linter.rule_set(str(tmp_path / name)).rules if rule.family() == "quotes"}

    assert selected("a.md") == set()
    assert "quotes.unclosed" in selected("a.txt")
    assert selected("b.txt") == selected("a.txt") - {"quotes.unclosed"}


def test_overrides_that_do_not_go_together_are_named_when_a_file_has_both(tmp_path: Path) -> None:
    text = """
        [[overrides]]
        files = ["*.txt"]
        rules.readability.long-sentence.info-words = 39
        [[overrides]]
        files = ["b*"]
        rules.readability.long-sentence.warning-words = 32
        """
    linter = Linter(configuration.load(write(tmp_path / "newslint.toml", text)), plugins=BUILT_IN)
    assert linter.lint("A text.", path=str(tmp_path / "a.txt")).errors == ()
    with pytest.raises(ConfigError, match=r"rules\.readability\.long-sentence"):
        linter.lint("A text.", path=str(tmp_path / "b.txt"))
