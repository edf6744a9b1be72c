"""The plugin seam: whatever is wrong with a plugin is named, and everything else still works."""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint import Config, Linter, plugins
from newslint.linter import PluginWarning

RULE = '''
from dataclasses import dataclass
from newslint import Rule, hookimpl

@dataclass(frozen=True)
class Storm(Rule):
    """Flags storms.

    Why: because.
    Instead: wind.
    """

    id = "weather.storm"
    bad = ("A [[storm]].",)
    good = ("A breeze.", "A gale.")

    def check(self, document):
        at = document.text.find("storm")
        if at >= 0:
            yield self.finding(document.locate(at, at + 5), "a storm")
'''
HOOK = "\n@hookimpl\ndef newslint_rules():\n    return [Storm]\n"

MakePlugin = Callable[..., Path]


@pytest.fixture
def plugin(tmp_path: Path) -> MakePlugin:
    def make(text: str, name: str = "plugin.py") -> Path:
        path = tmp_path / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return make


def load(*paths: Path) -> plugins.Plugins:
    return plugins.load(installed=False, local=paths)


def one_error(*paths: Path) -> str:
    """The one thing that is wrong; the built-in rules must be there all the same."""
    loaded = load(*paths)
    assert "quotes.unclosed" in loaded.rules
    assert Linter(Config(select=("quotes",)), plugins=loaded).lint("He said “no.").findings
    assert len(loaded.errors) == 1
    return str(loaded.errors[0])


def test_a_good_plugin_adds_its_rule(plugin: MakePlugin) -> None:
    loaded = load(plugin(RULE + HOOK))
    assert loaded.errors == ()
    assert loaded.families[-1] == "weather"
    report = Linter(Config(select=("weather",)), plugins=loaded).lint("The storm is over.")
    assert [finding.rule for finding in report.findings] == ["weather.storm"]


def test_import_error(plugin: MakePlugin) -> None:
    error = one_error(plugin("import no_such_module_anywhere"))
    assert "plugin.py" in error
    assert "cannot be loaded: ModuleNotFoundError" in error


def test_syntax_error(plugin: MakePlugin) -> None:
    assert "SyntaxError" in one_error(plugin("def broken(:"))


def test_missing_file(tmp_path: Path) -> None:
    assert "FileNotFoundError" in one_error(tmp_path / "absent.py")


def test_misspelt_hook(plugin: MakePlugin) -> None:
    error = one_error(plugin(RULE + HOOK.replace("newslint_rules", "newslint_rule")))
    assert "unknown hook 'newslint_rule'; did you mean 'newslint_rules'?" in error


def test_hook_without_its_mark(plugin: MakePlugin) -> None:
    assert "without @newslint.hookimpl" in one_error(plugin(RULE + HOOK.replace("@hookimpl", "")))


def test_hook_with_arguments_nobody_gives(plugin: MakePlugin) -> None:
    assert "cannot be loaded" in one_error(plugin(RULE + HOOK.replace("rules()", "rules(settings)")))


def test_hook_that_raises_keeps_what_it_gave_before(plugin: MakePlugin) -> None:
    hook = "\n@hookimpl\ndef newslint_rules():\n    yield Storm\n    raise RuntimeError('out of rules')\n"
    path = plugin(RULE + hook)
    assert "failed in newslint_rules(): RuntimeError: out of rules" in one_error(path)
    assert "weather.storm" in load(path).rules


def test_duplicate_id(plugin: MakePlugin) -> None:
    first, second = plugin(RULE + HOOK), plugin(RULE + HOOK, "second.py")
    error = one_error(first, second)
    assert "second.py" in error
    assert "the id weather.storm is already taken by" in error


def test_reserved_family(plugin: MakePlugin) -> None:
    error = one_error(plugin(RULE.replace("weather.storm", "quotes.storm") + HOOK))
    assert "the family 'quotes' is reserved" in error


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "weather.storm"', 'id = "Storm"', "must be family.name"),
        ('id = "weather.storm"', "ID = 1", "must be family.name"),
        ("class Storm(Rule)", "class Storm", "no subclass of newslint.Rule"),
        ("def check", "def examine", "does not define check()"),
        ("    bad =", "    limit: int\n    bad =", "cannot be made with its default options: TypeError"),
        (
            "    bad =",
            "    def __post_init__(self): raise ValueError('no')\n    bad =",
            "default options: ValueError: no",
        ),
        ("@dataclass(frozen=True)\nclass Storm(Rule):", "class Storm(Rule):\n    limit: int = 3", "not decorated with"),
    ],
)
def test_rule_that_cannot_be_used(plugin: MakePlugin, old: str, new: str, problem: str) -> None:
    error = one_error(plugin(RULE.replace(old, new) + HOOK))
    assert "Storm" in error
    assert problem in error


def test_reader_and_reporter_that_are_none(plugin: MakePlugin) -> None:
    text = """
        from newslint import hookimpl

        @hookimpl
        def newslint_readers():
            return ["docx"]

        @hookimpl
        def newslint_reporters():
            return [print]
        """
    messages = [str(error) for error in load(plugin(text)).errors]
    assert len(messages) == 2
    assert "no newslint.readers.Reader" in messages[0]
    assert "no subclass of newslint.reporters.Reporter" in messages[1]


def test_names_of_built_in_readers_and_reporters_are_taken(plugin: MakePlugin) -> None:
    text = """
        from newslint import hookimpl
        from newslint.readers import Reader
        from newslint.reporters import Reporter

        class Mine(Reader):
            name = "html"
            def read(self, source, *, path=None, language=None): ...

        class Loud(Reporter):
            name = "json"
            def report(self, report): return ""

        @hookimpl
        def newslint_readers():
            return [Mine()]

        @hookimpl
        def newslint_reporters():
            return [Loud]
        """
    messages = [str(error) for error in load(plugin(text)).errors]
    assert ["but there is one of that name" in message for message in messages] == [True, True]


def test_a_rule_that_breaks_on_a_document_is_named(plugin: MakePlugin) -> None:
    text = RULE.replace('            yield self.finding(document.locate(at, at + 5), "a storm")', "            1 / 0")
    loaded = load(plugin(text + HOOK))
    report = Linter(Config(select=("weather", "quotes")), plugins=loaded).lint("A “storm.", path="a.txt")
    assert [error.rule for error in report.errors] == ["weather.storm"]
    assert [finding.rule for finding in report.findings] == ["quotes.unclosed"]


def test_the_library_warns_of_a_broken_installed_plugin(tmp_path: Path) -> None:
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newslint]\nbroken = no_such_module_anywhere\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import newslint; print(newslint.lint('A “b.').findings)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert PluginWarning.__name__ in done.stderr
    assert "plugin broken (broken 1.0) cannot be loaded" in done.stderr
    assert "quotes.unclosed" in done.stdout
