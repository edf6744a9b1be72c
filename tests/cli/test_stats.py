"""`newslint stats`, as a process of its own."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]

ARTICLE = """\
Harbour reopens after storm

By Ana Ruiz

The U.S. freighter lost 2.4 tonnes of grain when the storm tore it from the quay in the night. Nobody slept.

What comes next

Engineers will look at the outer wall on Tuesday, said Mr. Holm, who runs the port.
"""


def table(output: str) -> dict[str, list[str]]:
    """Name of each row -> its figures."""
    rows = (re.fullmatch(r"(\w[\w ]*?) {2,}([\d. -]+)", line) for line in output.splitlines())
    return {row[1]: row[2].split() for row in rows if row}


def test_both_counts_stand_side_by_side(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    done = run("stats", "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    rows = table(done.stdout)
    assert rows["words"] == ["47", "47"]
    assert rows["sentences"][0] == "6"
    assert len(rows["flesch kincaid grade"]) == len(rows["dale chall"]) == 2
    assert len(rows["reading time"]) == 1


def test_the_sum_is_that_of_the_table(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    output = run("stats", "a.txt").stdout
    (line,) = [line for line in output.splitlines() if line.startswith("Sentences: ")]
    ours, broken, joined, ignored, theirs = map(int, re.findall(r"\d+", line))
    assert ours + broken - joined - ignored == theirs
    assert [str(ours), str(theirs)] == table(output)["sentences"]


def test_places_are_named_with_their_cause(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    lines = [" ".join(line.split()) for line in run("stats", "a.txt").stdout.splitlines()]
    assert "3:1 joins By Ana Ruiz no full stop before it" in lines
    assert "5:26 breaks freighter lost 2. | 4 tonnes of decimal point or time" in lines
    assert "5:96 leaves out Nobody slept. two words or fewer" in lines
    assert any(line.startswith("9:58 breaks") and line.endswith("abbreviation") for line in lines)


def test_places_are_those_of_the_source(run: Run, write: Write) -> None:
    write("a.md", "# Harbour *reopens* on Monday.\n\n| a |\n| - |\n\nIt cost **£2.4&nbsp;million** to mend the wall.\n")
    lines = [" ".join(line.split()) for line in run("stats", "a.md").stdout.splitlines()]
    assert "6:13 breaks It cost £2. | 4 million to decimal point or time" in lines


def test_only_the_first_places_are_listed(run: Run) -> None:
    done = run("stats", "-", stdin="The price of grain rose by 2.4 percent in the year. " * 30)
    assert len(re.findall(r"^ +1:\d+ ", done.stdout, re.MULTILINE)) == 10
    assert "and 20 more" in done.stdout


def test_equal_counts_are_said_to_be_equal(run: Run) -> None:
    done = run("stats", "-", stdin="The harbour is open again. Nobody was hurt in the storm.")
    assert "Both count the same 2 sentences." in done.stdout


def test_other_languages_have_no_score_of_english_words(run: Run) -> None:
    done = run("stats", "-", "--language", "de", stdin="Der Hafen ist wieder offen. Verletzt wurde niemand im Sturm.")
    assert "dale chall" not in table(done.stdout)
    assert len(table(done.stdout)["flesch reading ease"]) == 2


def test_a_language_textstat_does_not_know(run: Run) -> None:
    done = run("stats", "-", "--language", "ja", stdin="港は月曜日に再開した。")
    assert (done.returncode, done.stderr) == (0, "")
    assert "textstat cannot count the syllables of language ja" in done.stdout


@pytest.mark.parametrize("text", ["", "\n\n", "—"])
def test_text_without_words(run: Run, text: str) -> None:
    done = run("stats", "-", stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert table(done.stdout)["words"] == ["0", "0"]


def test_a_missing_file(run: Run) -> None:
    done = run("stats", "absent.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "absent.txt: No such file" in done.stderr
