"""What goes wrong ends in one clear message and exit status 2, and spoils nothing else."""

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]
Shell = Callable[[str], "CompletedProcess[str]"]

BAD = "Harbour reopens after storm\n\n“The harbour is open, said Ms Holm, who runs the port.\n"
CONCISE = ("--select=quotes", "--output-format=concise")

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Runs a line of a POSIX shell, in which $NEWSLINT is newslint."""

    def run_line(line: str) -> CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", "-c", line.replace("$NEWSLINT", f"'{sys.executable}' -m newslint")],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )

    return run_line


def is_told(done: CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert all(word in done.stderr for word in words), done.stderr


# -- streams


@posix
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("$NEWSLINT check bad.txt >&-", "error: standard output is closed"),
        ("$NEWSLINT check - <&-", "<stdin>: standard input is closed"),
        ("$NEWSLINT segment - <&-", "<stdin>: standard input is closed"),
    ],
)
def test_closed_streams(shell: Shell, write: Write, line: str, message: str) -> None:
    write("bad.txt", BAD)
    is_told(shell(line), message)


@posix
@needs_full
@pytest.mark.parametrize("arguments", ["check bad.txt", "segment bad.txt", "rules", "--help", "check --help"])
def test_full_standard_output(shell: Shell, write: Write, arguments: str) -> None:
    write("bad.txt", BAD)
    done = shell(f"$NEWSLINT {arguments} >/dev/full")
    is_told(done, "No space left on device")
    assert len(done.stderr.splitlines()) == 1


@posix
def test_closed_pipe_ends_quietly(shell: Shell, write: Write) -> None:
    write("bad.txt", (BAD + "\n") * 300)
    done = shell("$NEWSLINT check -q bad.txt | true")
    assert (done.stdout, done.stderr) == ("", "")


@posix
def test_deleted_current_folder(shell: Shell) -> None:
    is_told(shell("mkdir gone && cd gone && rmdir ../gone && $NEWSLINT check"), "current folder", "No such file")


def start_reading_stdin(folder: Path, *arguments: str, stderr: int) -> subprocess.Popen[bytes]:
    """newslint as it waits for standard input, its output file open already."""
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "-", *arguments, "--output-file", "out.json"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stderr=stderr,
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 30
    while not list(folder.glob(".newslint-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    return process


@posix
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_leave_nothing_behind(tmp_path: Path, number: signal.Signals, status: int) -> None:
    process = start_reading_stdin(tmp_path, stderr=subprocess.PIPE)
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == status
    assert b"Traceback" not in errors
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.parametrize("arguments", [(), ("-q",)])
def test_progress_gives_way_to_messages(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    import pty

    mine, theirs = pty.openpty()
    process = start_reading_stdin(tmp_path, "absent.txt", *arguments, stderr=theirs)
    time.sleep(0.3)  # longer than progress waits
    process.communicate(b"Harbour reopens after storm\n", timeout=30)
    os.close(theirs)
    shown = os.read(mine, 10_000).decode()
    os.close(mine)
    before, message, _ = shown.partition("newslint: error: absent.txt")
    assert message
    progress = "1 documents, 0 findings"
    assert before == ("" if arguments else f"\r{progress}\r{' ' * len(progress)}\r")


def test_bug_is_one_line_and_status_2(shell: Shell) -> None:
    code = (
        "import sys; from newslint.cli import main; sys.modules['newslint.cli.rules'].summary = None; main(['rules'])"
    )
    done = shell(f"'{sys.executable}' -c \"{code}\"")
    is_told(done, "newslint: error: internal error: TypeError: ", "please report it")
    assert len(done.stderr.splitlines()) == 1


# -- inputs


@posix
def test_odd_entries_do_not_end_the_run(run: Run, write: Write, tmp_path: Path) -> None:
    write("bad.txt", BAD)
    write(".gitignore", "!\n")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    done = run("check", *CONCISE)
    is_told(done, "loop.txt: Too many levels of symbolic links")
    assert done.stdout.startswith("bad.txt:3:1:")


def test_a_file_may_be_called_dash(run: Run, write: Write) -> None:
    write("-", BAD)
    assert run("check", "./-", *CONCISE, stdin="Harbour reopens\n").stdout.startswith("-:3:1:")
    assert run("segment", "./-").stdout.startswith("-: plain")


def test_stdin_filename_needs_standard_input(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    is_told(run("check", "bad.txt", "--stdin-filename", "a.md"), "Usage:", "--stdin-filename")


# -- output


def test_output_file_that_is_an_input_is_refused(run: Run, write: Write) -> None:
    path = write("bad.txt", BAD)
    is_told(run("check", "bad.txt", "--output-file", "./bad.txt"), "Usage:", "bad.txt is also an input")
    assert path.read_text("utf-8") == BAD


def test_output_file_in_a_walked_folder_is_no_input(run: Run, write: Write, tmp_path: Path) -> None:
    write("bad.txt", BAD)
    outputs = []
    for _ in range(2):
        assert run("check", ".", *CONCISE, "--output-file", "out.txt").returncode == 1
        outputs.append((tmp_path / "out.txt").read_text("utf-8"))
    assert outputs[0] == outputs[1] != ""


def test_run_that_read_nothing_leaves_the_old_output(run: Run, write: Write) -> None:
    out = write("out.json", "[]\n")
    is_told(run("check", "absent.txt", "--output-file", "out.json"), "absent.txt")
    assert out.read_text() == "[]\n"


def test_run_that_read_something_writes_it(run: Run, write: Write, tmp_path: Path) -> None:
    write("bad.txt", BAD)
    is_told(run("check", "absent.txt", "bad.txt", *CONCISE, "--output-file", "out"), "absent.txt")
    assert (tmp_path / "out").read_text("utf-8").startswith("bad.txt:3:1:")


@posix
def test_output_to_dev_stdout_replaces_no_file(shell: Shell, write: Write, tmp_path: Path) -> None:
    write("bad.txt", BAD)
    shell(
        "(echo before; $NEWSLINT check bad.txt -q --output-format concise --output-file /dev/stdout; echo after) >log"
    )
    lines = (tmp_path / "log").read_text("utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert lines[1].startswith("bad.txt:3:1:")


# -- settings


def test_each_folder_has_its_own_local_plugins(run: Run, write: Write) -> None:
    for name in ("one", "two"):
        write(f"{name}/a.txt", BAD)
        write(f"{name}/newslint.toml", "local-plugins = ['rules.py']")
        write(
            f"{name}/rules.py",
            f"""
from newslint import Rule, hookimpl
class Always(Rule):
    id = "house.{name}"
    def check(self, document):
        yield self.finding(document.blocks[0].span, "of {name}")
@hookimpl
def newslint_rules():
    return [Always]
""",
        )
    done = run("check", ".", "--allow-local-plugins", "--output-format=concise")
    assert "one/a.txt:1:1: warning house.one of one" in done.stdout
    assert "two/a.txt:1:1: warning house.two of two" in done.stdout
    assert done.returncode == 1


def test_links_are_excluded_by_where_they_stand(run: Run, write: Write, tmp_path: Path) -> None:
    write("texts/bad.txt", BAD)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "x.txt").symlink_to("../texts/bad.txt")
    write("newslint.toml", "exclude = ['drafts/']")
    assert run("check", "drafts").returncode == 0
    assert run("check", "texts", *CONCISE).stdout.startswith("texts/bad.txt")


def test_overrides_that_cannot_be_used_together_stop_only_their_files(run: Run, write: Write) -> None:
    write("a/long.txt", BAD)
    write("bad.txt", BAD)
    write(
        "newslint.toml",
        """
[rules.readability.long-sentence]
info-words = 20
warning-words = 40
error-words = 60
[[overrides]]
files = ["a/"]
rules.readability.long-sentence = { error-words = 50 }
[[overrides]]
files = ["a/*.txt"]
rules.readability.long-sentence = { warning-words = 55 }
""",
    )
    for arguments in ((".", *CONCISE), (".", "--show-settings")):
        done = run("check", *arguments)
        is_told(done, "newslint.toml: rules.readability.long-sentence: limits must rise")
        assert "bad.txt" in done.stdout
        assert "long.txt" not in done.stdout


def test_config_without_a_table_is_an_error(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    write("pyproject.toml", "[project]\nname = 'x'\n")
    is_told(run("check", "bad.txt", "--config", "pyproject.toml"), "pyproject.toml: has no table [tool.newslint]")


def test_command_line_wins_over_overrides(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    write(
        "newslint.toml",
        "[[overrides]]\nfiles = ['*.txt']\nextend-select = ['quotes']\nignore = ['quotes.unclosed']\nlanguage = 'de'\n",
    )
    assert "quotes.unclosed" not in run("check", "bad.txt").stdout
    assert "quotes.unclosed" in run("check", "bad.txt", "--extend-select", "quotes.unclosed").stdout
    assert 'language = "en"' in run("check", "bad.txt", "--language", "en", "--show-settings").stdout
    assert "quotes." not in run("check", "bad.txt", "--ignore", "quotes", "--show-settings").stdout
    assert "quotes." not in run("check", "bad.txt", "--select", "claims", "--show-settings").stdout


def test_unknown_names_are_blamed_on_the_flag_once(run: Run, write: Write) -> None:
    for name in ("a", "b"):
        write(f"{name}/bad.txt", BAD)
        write(f"{name}/newslint.toml", "")
    done = run("check", ".", "--select=quots", "--ignore=claim", "-q")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "newslint: error: --select: unknown rule or family 'quots'; did you mean 'quotes'?",
        "newslint: error: --ignore: unknown rule or family 'claim'; did you mean 'claims'?",
    ]


@pytest.mark.parametrize("names", ["", ","])
def test_selecting_nothing_is_a_slip(run: Run, names: str) -> None:
    is_told(run("check", "--select", names), "Usage:", "--select")


def test_shown_settings_are_a_configuration_that_says_the_same(run: Run, write: Write) -> None:
    write("page.txt", "<p>He said &ldquo;no.</p>")
    shown = run("check", "page.txt", "--format=html", "--show-settings", "--select=all", "--isolated").stdout
    assert "# format: html" in shown
    assert tomllib.loads(shown)["severity"]
    write("newslint.toml", shown)
    again = run("check", "page.txt", "--format=html", "--show-settings")
    assert again.returncode == 0
    assert tomllib.loads(again.stdout) == tomllib.loads(shown)


def test_language_of_the_configuration_holds_for_segment(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    write("house/bad.txt", BAD)
    write(
        "newslint.toml",
        "language = 'de'\nselect = ['house.rule']\n[[overrides]]\nfiles = ['house/']\nlanguage = 'fr'\n",
    )
    for arguments, language in ((("bad.txt",), "de"), (("house/bad.txt",), "fr"), (("bad.txt", "--language=es"), "es")):
        done = run("segment", *arguments, "--output-format=json")
        assert json.loads(done.stdout)["language"] == language


# -- reporters and other plugins


@pytest.mark.parametrize(
    "body",
    [
        "def __init__(self, options): raise RuntimeError('broken')",
        "def begin(self): raise RuntimeError('broken')",
        "def report(self, report): raise RuntimeError('broken')",
        "def end(self): raise RuntimeError('broken')",
        "def report(self, report): return None",
    ],
)
def test_broken_reporter_is_named_and_writes_nothing(run: Run, write: Write, body: str) -> None:
    write("bad.txt", BAD)
    out = write("out.txt", "old")
    write("newslint.toml", "local-plugins = ['house.py']")
    write(
        "house.py",
        f"""
from newslint import hookimpl
from newslint.reporters import Reporter
class House(Reporter):
    name = "house"
    def report(self, report): return "x"
    {body}
@hookimpl
def newslint_reporters():
    return [House]
""",
    )
    done = run("check", "bad.txt", "--allow-local-plugins", "--output-format=house", "--output-file=out.txt", "-q")
    is_told(done, "the reporter 'house'")
    assert len(done.stderr.splitlines()) == 1
    assert out.read_text() == "old"


@pytest.fixture
def broken_plugin(tmp_path: Path) -> str:
    """A folder for PYTHONPATH in which a plugin is installed that cannot be loaded."""
    info = tmp_path / "site" / "house-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newslint]\nhouse = house_that_is_not_there\n")
    return str(tmp_path / "site")


@pytest.mark.parametrize(
    "arguments",
    [("check", "bad.txt"), ("segment", "bad.txt"), ("stats", "bad.txt"), ("rules",), ("explain", "quotes.unclosed")],
)
def test_broken_plugin_is_told_after_all_is_done(
    run: Run, write: Write, broken_plugin: str, arguments: tuple[str, ...]
) -> None:
    write("bad.txt", BAD)
    done = run(*arguments, PYTHONPATH=broken_plugin)
    is_told(done, "plugin house (house 1.0) cannot be loaded")
    assert done.stdout


def test_sets_among_options_are_listed_in_order(run: Run, write: Write, tmp_path: Path) -> None:
    info = tmp_path / "site" / "house-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newslint]\nhouse = house\n")
    write(
        "site/house.py",
        """
from dataclasses import dataclass
from newslint import Rule, hookimpl
@dataclass(frozen=True)
class Names(Rule):
    id = "house.names"
    names: frozenset[str] = frozenset({"b", "a"})
    most: int | None = None
    def check(self, document):
        return iter(())
@hookimpl
def newslint_rules():
    return [Names]
""",
    )
    site = str(tmp_path / "site")
    records = json.loads(run("rules", "--output-format=json", PYTHONPATH=site).stdout)
    assert records[-1]["options"] == {"names": ["a", "b"], "most": None}
    explained = run("explain", "house.names", PYTHONPATH=site).stdout
    assert 'names = ["a", "b"]' in explained
    assert "# most: not set" in explained
    write("bad.txt", BAD)
    shown = run("check", "bad.txt", "--show-settings", PYTHONPATH=site).stdout
    assert tomllib.loads(shown)["rules"]["house"]["names"] == {"names": ["a", "b"]}
