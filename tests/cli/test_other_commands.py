"""`newslint segment`, `stats`, `rules`, `explain`, `completion` and `--version`."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import newslint

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]

ARTICLE = """\
Harbour reopens after storm

By Ana Ruiz

The harbour reopened on Monday. “Ferries sail at noon,” said Marit Holm, who runs the port.

What comes next

Engineers will look at the outer wall on Tuesday.
"""


def test_version(run: Run) -> None:
    assert run("--version").stdout.split()[-1] == newslint.__version__


def test_help_names_every_command(run: Run) -> None:
    text = run("--help").stdout
    assert all(name in text for name in ("check", "segment", "sources", "stats", "rules", "explain", "completion"))


def test_segment_prints_blocks_and_sentences(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    done = run("segment", "a.txt")
    assert done.returncode == 0
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert any(line.startswith("1:1 title 1") for line in lines)
    assert "5:33 “Ferries sail at noon,” said Marit Holm, who runs the port." in lines
    assert any(line.startswith("7:1 heading 2") for line in lines)


def test_segment_json_has_exact_positions(run: Run, write: Write) -> None:
    write("a.md", "# Harbour *reopens*\n\nFerries &amp; barges sail.\n")
    record = json.loads(run("segment", "a.md", "--output-format", "json").stdout)
    assert record["format"] == "markdown"
    assert [block["kind"] for block in record["blocks"]] == ["title", "paragraph"]
    assert record["blocks"][1]["sentences"] == [{"span": [21, 47], "text": "Ferries & barges sail."}]


def test_segment_reads_standard_input(run: Run) -> None:
    done = run("segment", "-", "--format", "html", stdin="<h1>Harbour reopens</h1>")
    assert "title 1" in done.stdout


def test_segment_of_a_missing_file(run: Run) -> None:
    done = run("segment", "absent.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "absent.txt: No such file" in done.stderr


def test_rules_lists_every_rule(run: Run) -> None:
    text = run("rules").stdout
    records = json.loads(run("rules", "--output-format", "json").stdout)
    assert [line.split()[0] for line in text.splitlines()] == [record["id"] for record in records]
    assert {record["family"] for record in records} == {
        "structure", "quotes", "boilerplate", "claims", "readability", "language"
    }  # fmt: skip


def test_explain_shows_why_options_and_examples(run: Run) -> None:
    text = run("explain", "readability.long-sentence").stdout
    assert "Why:" in text
    assert "Instead:" in text
    assert "warning-words = 40" in text
    assert "[[" in text


def test_explain_of_an_unknown_rule(run: Run) -> None:
    done = run("explain", "quotes.unclose")
    assert done.returncode == 2
    assert "did you mean 'quotes.unclosed'?" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.returncode == 0
    assert "_NEWSLINT_COMPLETE" in done.stdout
    if found := shutil.which(shell):
        subprocess.run([found, "-n"], input=done.stdout, text=True, check=True)


def test_completion_knows_commands_and_rules() -> None:
    def complete(words: str, number: int) -> str:
        environment = {"_NEWSLINT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
        script = Path(sys.executable).parent / "newslint"
        return subprocess.run([script], env=environment, capture_output=True, text=True, check=True).stdout

    assert "plain,segment" in complete("newslint seg", 1)
    assert "plain,quotes.unclosed" in complete("newslint explain quotes.u", 2)
    assert "plain,structure,quotes.unclosed" in complete("newslint check --select structure,quotes.u", 3)
