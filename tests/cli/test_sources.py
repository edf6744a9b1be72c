"""`newslint sources`, as a process of its own."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from jsonschema import Draft202012Validator

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/sources.schema.json").read_text(encoding="utf-8"))

ARTICLE = """\
Grid failure darkens the old town

Marta Lind of the grid company said the failure began at noon. “We found the fault within an hour,” she said.

“It will not happen again,” Lind told reporters, “if we get new cables.”

Residents said the lights had flickered for days. According to a report by the city, half the cables are older than
forty years.

The old town has narrow streets. “Nobody told us anything at all.”

It was alleged that the company knew.
"""


def table(output: str) -> dict[str, list[str]]:
    """Name of each row -> its kind and figures."""
    pattern = r"(\S.*?) {2,}(person|body|document|anonymous|unclear) +(\d+) +(\d+) +(\d+)  (\d+:\d+)"
    rows = (re.fullmatch(pattern, line) for line in output.splitlines())
    return {row[1]: list(row.groups()[1:]) for row in rows if row}


def test_each_source_has_a_row(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    done = run("sources", "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    rows = table(done.stdout)
    assert rows["Marta Lind"] == ["person", "3", "22", "17", "3:1"]
    assert rows["Residents"][:2] == ["anonymous", "1"]
    assert rows["a report by the city"][:2] == ["document", "1"]
    assert len(rows) == 3


def test_what_nobody_is_named_for_is_counted(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    lines = run("sources", "a.txt").stdout.splitlines()
    assert "Quotations without a speaker: 1 (10:34)" in lines
    assert "Reported without saying by whom: 1 (12:8)" in lines


def test_the_first_line_sums_up(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    first = run("sources", "a.txt").stdout.splitlines()[0]
    assert re.fullmatch(r"a\.txt: 2 sources for \d+% of \d+ words, sources without a name for \d+%", first)


def test_json_follows_its_schema_and_says_the_same(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    (record,) = json.loads(run("sources", "a.txt", "--output-format", "json").stdout)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate([record])
    lind = record["sources"][0]
    assert (lind["name"], lind["kind"], lind["statements"], lind["words"], lind["quoted_words"]) == (
        "Marta Lind", "person", 3, 22, 17
    )  # fmt: skip
    texts = [ARTICLE[slice(*item["source"])] for item in lind["attributions"]]
    assert texts == ["Marta Lind of the grid company", "she", "Lind", "Lind"]
    assert {item["kind"] for item in record["sources"] if item["name"] is None} == {"nobody"}
    assert 0 < record["sourced_share"] < 1


def test_positions_are_those_of_the_source(run: Run, write: Write) -> None:
    source = "# Cables &amp; lights\n\n*Marta Lind* said &ldquo;the lights &amp; lamps are out&rdquo;.\n"
    write("a.md", source)
    (record,) = json.loads(run("sources", "a.md", "--output-format", "json").stdout)
    (item,) = record["sources"][0]["attributions"]
    assert source[slice(*item["content"])] == "&ldquo;the lights &amp; lamps are out&rdquo;"


def test_several_files(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    write("b.html", "<h1>Lights</h1><p>Jens Holm said the lights were out in all of the old town.</p>")
    done = run("sources", "a.txt", "b.html")
    assert re.findall(r"^(\S+): \d sources? for", done.stdout, re.MULTILINE) == ["a.txt", "b.html"]
    assert len(json.loads(run("sources", "a.txt", "b.html", "--output-format", "json").stdout)) == 2


def test_standard_input(run: Run) -> None:
    done = run("sources", "-", "--format", "markdown", stdin="# Lights\n\nJens Holm said the lights were out.\n")
    assert list(table(done.stdout)) == ["Jens Holm"]


@pytest.mark.parametrize("text", ["", "\n\n", "The bridge opens in March."])
def test_text_without_sources(run: Run, text: str) -> None:
    done = run("sources", "-", stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("<stdin>: 0 sources for 0% of ")
    assert table(done.stdout) == {}


def test_a_missing_file_does_not_stop_the_others(run: Run, write: Write) -> None:
    write("a.txt", ARTICLE)
    done = run("sources", "absent.txt", "a.txt")
    assert done.returncode == 2
    assert "absent.txt: No such file" in done.stderr
    assert "Marta Lind" in table(done.stdout)


def test_no_file_is_an_error(run: Run) -> None:
    done = run("sources")
    assert (done.returncode, done.stdout) == (2, "")


def test_control_characters_do_not_reach_the_terminal(run: Run) -> None:
    done = run("sources", "-", stdin="Jens \x1b[31mHolm said the lights were out.\n")
    assert "\x1b" not in done.stdout


def test_other_languages_are_told_apart_from_articles_without_sources(run: Run, write: Write) -> None:
    write("a.txt", "„Der Hafen bleibt heute geschlossen“, sagte der Bürgermeister Jens Holm am Montag in der Stadt.\n")
    assert (
        run("sources", "a.txt", "--language", "de").stdout
        == "a.txt: speakers are told in English only, and this is in “de”\n"
    )
    records = json.loads(run("sources", "a.txt", "--language", "de", "--output-format", "json").stdout)
    Draft202012Validator(SCHEMA).validate(records)
    assert records[0]["sourced_share"] is None
