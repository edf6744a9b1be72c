"""`newslint index` and `newslint check --template-index`, as processes of their own."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]

NOTE = "Ida Holm writes about the coast and its people. Her column appears every other Friday."
STORIES = (
    "The council met in private on Tuesday and put the vote off by a week.",
    "Snow closed the mountain road for a second day, and two villages had no power.",
    "A freighter lost its cargo when the storm tore it from the quay in the night.",
)


def write_corpus(write: Write) -> None:
    write("articles/a.txt", f"{STORIES[0]}\n\n{NOTE}\n")
    write("articles/b.md", f"# Snow\n\n{STORIES[1]}\n\n{NOTE}\n")
    record = {"id": "story-3", "text": f"<p>{STORIES[2]}</p><p>{NOTE}</p>", "format": "html"}
    write("records.jsonl", f"\n{json.dumps(record)}\n")


def test_files_and_records_make_an_index_that_check_uses(run: Run, write: Write) -> None:
    write_corpus(write)
    done = run("index", "build", "articles", "records.jsonl", "-o", "all.index")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "all.index: 3 documents, 4 paragraphs.\n"
    done = run("check", "articles/a.txt", "--select", "boilerplate", "--template-index", "all.index", "-q")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "articles/a.txt:3:1: warning boilerplate.template this paragraph stands in 3 documents"
    )
    assert "articles/b.md (" in done.stdout
    assert "story-3 (" in done.stdout


def test_standard_input_and_merging_give_the_same_bytes(run: Run, write: Write) -> None:
    write_corpus(write)
    records = write("records.jsonl", "").parent / "records.jsonl"
    lines = [json.dumps({"id": str(number), "text": f"{story}\n\n{NOTE}"}) for number, story in enumerate(STORIES)]
    records.write_text("\n".join(lines))
    assert run("index", "build", "records.jsonl", "-o", "whole").returncode == 0
    assert run("index", "build", "-", "-o", "first", stdin=lines[0]).returncode == 0
    assert run("index", "build", "-", "-o", "rest", stdin="\n".join(lines[1:])).returncode == 0
    done = run("index", "merge", "first", "rest", "--output-file", "merged")
    assert (done.returncode, done.stderr) == (0, "merged: 3 documents, 4 paragraphs.\n")
    assert (records.parent / "merged").read_bytes() == (records.parent / "whole").read_bytes()


def test_show_lists_what_most_documents_have(run: Run, write: Write) -> None:
    write_corpus(write)
    run("index", "build", "articles", "records.jsonl", "-o", "all.index", "--prune")
    done = run("index", "show", "all.index")
    assert done.stdout.splitlines()[:2] == [
        "3 documents, 1 paragraph that others share, 1 of them in 3 or more",
        "      3  Ida Holm writes about the coast and its people. …",
    ]
    shown = json.loads(run("index", "show", "all.index", "--output-format", "json").stdout)
    assert (shown["documents"], shown["pruned"]) == (3, True)
    assert [place["document"] for place in shown["templates"][0]["places"]] == [
        "articles/a.txt",
        "articles/b.md",
        "story-3",
    ]


def test_a_pruned_index_is_not_merged(run: Run, write: Write) -> None:
    write_corpus(write)
    run("index", "build", "articles", "-o", "a.index", "--prune")
    done = run("index", "merge", "a.index", "-o", "b.index")
    assert done.returncode == 2
    assert done.stderr.startswith("newslint: error: a.index: is pruned")


def test_what_cannot_be_read_is_named_and_the_rest_is_indexed(run: Run, write: Write) -> None:
    folder = write("bad.jsonl", f'{{"text": "{NOTE}"}}\nnonsense\n{{"id": "x"}}\n[1]\n').parent
    done = run("index", "build", "bad.jsonl", "missing.txt", "-o", "a.index")
    assert done.returncode == 2
    assert [line.split(": ")[2] for line in done.stderr.splitlines()[:4]] == [
        "bad.jsonl:2",
        "bad.jsonl:3",
        "bad.jsonl:4",
        "missing.txt",
    ]
    assert (folder / "a.index").exists()


def test_a_record_too_deep_to_read_is_named(run: Run, write: Write) -> None:
    write("deep.jsonl", "[" * 100_000 + f'\n{{"text": "{NOTE}"}}')
    done = run("index", "build", "deep.jsonl", "-o", "a.index")
    assert done.returncode == 2
    assert done.stderr.startswith("newslint: error: deep.jsonl:1: no JSON")
    assert done.stderr.endswith("a.index: 1 document, 1 paragraph.\n")


def test_an_index_is_not_written_to_standard_output(run: Run, write: Write) -> None:
    folder = write("a.txt", NOTE).parent
    assert run("index", "build", "a.txt", "-o", "-").returncode == 2
    assert not (folder / "-").exists()


def test_nothing_is_written_when_nothing_can_be_read(run: Run, write: Write) -> None:
    index = write("a.index", "what was there")
    done = run("index", "build", "missing.txt", "-o", "a.index")
    assert done.returncode == 2
    assert index.read_text() == "what was there"


def test_an_index_that_is_none_is_an_error(run: Run, write: Write) -> None:
    write("a.txt", NOTE)
    for arguments in (("check", "a.txt", "--template-index", "a.txt"), ("index", "show", "a.txt")):
        done = run(*arguments)
        assert done.returncode == 2
        assert done.stderr == "newslint: error: a.txt: no template index; `newslint index build` makes one\n"


def test_a_rule_that_needs_an_index_says_so(run: Run, write: Write) -> None:
    write("a.txt", NOTE)
    done = run("check", "a.txt", "--select", "boilerplate.template")
    assert done.returncode == 2
    assert "boilerplate.template needs --template-index" in done.stderr
    assert run("check", "a.txt", "--select", "boilerplate").returncode == 0
