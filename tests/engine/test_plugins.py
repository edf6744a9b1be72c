"""The plugin seam: whatever is wrong with a plugin is named, and everything else still works."""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint import Config, Linter, plugins
from newslint.errors import ReadError
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
        ("    bad =", "    limit: int\n    bad =", "cannot be used with its default options and phrases: TypeError"),
        (
            "    bad =",
            "    def __post_init__(self): raise ValueError('no')\n    bad =",
            "default options and phrases: ValueError: no",
        ),
        ("@dataclass(frozen=True)\nclass Storm(Rule):", "class Storm(Rule):\n    limit: int = 3", "not decorated with"),
    ],
)
def test_rule_that_cannot_be_used(plugin: MakePlugin, old: str, new: str, problem: str) -> None:
    error = one_error(plugin(RULE.replace(old, new) + HOOK))
    assert "Storm" in error
    assert problem in error


@pytest.mark.parametrize("place", ["import", "hook", "check"])
def test_a_plugin_that_exits_does_not_end_the_run(plugin: MakePlugin, place: str) -> None:
    text = {
        "import": RULE + HOOK + "\nimport sys\nsys.exit(0)\n",
        "hook": RULE + HOOK.replace("return [Storm]", "raise SystemExit(0)"),
        "check": RULE.replace('at = document.text.find("storm")', "raise SystemExit(0)") + HOOK,
    }[place]
    if place == "check":
        report = Linter(Config(select=("weather", "quotes")), plugins=load(plugin(text))).lint("He said “no.")
        assert [error.rule for error in report.errors] == ["weather.storm"]
        assert report.findings
    else:
        assert "SystemExit" in one_error(plugin(text))


@pytest.mark.parametrize("phrases", ["x = 'abc'", "x = [", "x = ['']", "x = [1]"])
def test_phrases_that_cannot_be_read(plugin: MakePlugin, phrases: str) -> None:
    plugin(phrases, "plugin.toml")
    assert "cannot be used with its default options and phrases" in one_error(plugin(RULE + HOOK))


def test_phrases_beside_a_module_without_a_package(plugin: MakePlugin) -> None:
    plugin("winds = ['strong breeze']", "plugin.toml")
    check = (
        "for hit in document.phrases(self.id):\n            yield self.finding(hit.span, hit.label)\n        return\n"
    )
    text = RULE.replace('at = document.text.find("storm")', check + '        at = document.text.find("storm")')
    report = Linter(Config(select=("weather",)), plugins=load(plugin(text + HOOK))).lint("A Strong breeze.")
    assert [finding.message for finding in report.findings] == ["winds"]


@pytest.mark.parametrize(
    "aliases", ['("quotes.unclosed",)', '("claims.gone",)', '"weather.gale"', "None", '("Gale",)', "(1,)"]
)
def test_aliases_that_cannot_be_used(plugin: MakePlugin, aliases: str) -> None:
    text = RULE.replace('id = "weather.storm"', f'id = "weather.storm"\n    aliases = {aliases}')
    assert "alias" in one_error(plugin(text + HOOK))


@pytest.mark.parametrize("read", ["raise ValueError('rubbish')", "raise SystemExit(0)", "return None", "return 'x'"])
def test_a_reader_that_fails_is_named(plugin: MakePlugin, read: str) -> None:
    text = f"""
        from newslint import hookimpl
        from newslint.readers import Reader

        class Wire(Reader):
            name = "wire"
            suffixes = (".wire",)
            def read(self, source, *, path=None, language=None):
                {read}

        @hookimpl
        def newslint_readers():
            return [Wire()]
        """
    linter = Linter(plugins=load(plugin(text)))
    with pytest.raises(ReadError, match="the reader 'wire'"):
        linter.lint("x", path="a.wire")


@pytest.mark.parametrize("body", ["suffixes = None", "name = None", "name = ''"])
def test_a_reader_without_name_or_suffixes(plugin: MakePlugin, body: str) -> None:
    text = f"""
        from newslint import hookimpl
        from newslint.readers import Reader

        class Wire(Reader):
            name = "wire"
            suffixes = (".wire",)
            {body}
            def read(self, source, *, path=None, language=None): ...

        @hookimpl
        def newslint_readers():
            return [Wire()]
        """
    assert "the reader Wire, which cannot be used" in str(load(plugin(text)).errors[0])


def test_an_abstract_reporter(plugin: MakePlugin) -> None:
    text = """
        from newslint import hookimpl
        from newslint.reporters import Reporter

        class Loud(Reporter):
            name = "loud"

        @hookimpl
        def newslint_reporters():
            return [Loud]
        """
    assert "it does not define report()" in one_error(plugin(text))


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
    assert "no newslint.reporters.Reporter class" in messages[1]


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
    assert ["there is one of the name" in message for message in messages] == [True, True]


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
