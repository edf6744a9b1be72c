"""`newslint check` as people run it: a real process, real files, and its exit status."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]

GOOD = "Harbour reopens after storm\n\n“The harbour is open,” said Ms Holm, who runs the port.\n"
BAD = "Harbour reopens after storm\n\n“The harbour is open, said Ms Holm, who runs the port.\n"


def test_clean_article_gives_nothing_and_0(run: Run, write: Write) -> None:
    write("good.txt", GOOD)
    done = run("check", "good.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing found in 1 document." in done.stderr


def test_finding_stands_on_one_line_with_its_place_marked_below(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", "--select", "quotes")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("bad.txt:3:1: warning quotes.unclosed ")
    assert lines[1].strip().startswith("“The harbour is open")
    assert lines[2].strip() == "^"
    assert lines[1].index("“") == lines[2].index("^")
    assert "1 finding in 1 document: 1 warning." in done.stderr


def test_concise_is_one_line_a_finding(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", "--select=quotes", "--output-format=concise")
    assert len(done.stdout.splitlines()) == 1


def test_no_colours_where_there_is_no_terminal(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    assert "\x1b" not in run("check", "bad.txt").stdout


def test_json_and_jsonl_hold_the_same_findings(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    array = json.loads(run("check", "bad.txt", "--output-format=json").stdout)
    lines = [json.loads(line) for line in run("check", "bad.txt", "--output-format=jsonl").stdout.splitlines()]
    assert array == lines
    first = array[0]
    assert BAD[first["span"]["start"] : first["span"]["end"]] == first["text"]
    assert {"version", "path", "rule", "severity", "confidence", "message", "evidence", "fix", "fingerprint"} <= set(
        first
    )


def test_json_of_nothing_is_an_empty_array(run: Run, write: Write) -> None:
    write("good.txt", GOOD)
    assert json.loads(run("check", "good.txt", "--output-format=json").stdout) == []


def test_standard_input_takes_its_name_and_format_from_the_flag(run: Run) -> None:
    done = run("check", "-", "--stdin-filename", "news/a.md", "--select", "quotes", stdin="# A\n\nHe said “*no*.\n")
    assert done.stdout.startswith("news/a.md:3:9: ")
    assert run("check", "-", "--select", "quotes", stdin=BAD).stdout.startswith("<stdin>:3:1: ")


def test_format_flag_wins_over_the_suffix(run: Run, write: Write) -> None:
    write("page.txt", "<p>He said &ldquo;no.</p>")
    done = run("check", "page.txt", "--format", "html", "--select", "quotes")
    assert done.stdout.splitlines()[0].startswith("page.txt:1:12: ")


def test_fail_on_and_exit_zero(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    assert run("check", "bad.txt", "--select=quotes", "--fail-on=error").returncode == 0
    assert run("check", "bad.txt", "--select=quotes", "--exit-zero").returncode == 0
    assert run("check", "bad.txt", "--select=quotes", "--fail-on=info").returncode == 1
    write("newslint.toml", "fail-on = 'never'")
    assert run("check", "bad.txt", "--select=quotes").returncode == 0


def test_min_confidence(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    assert run("check", "bad.txt", "--select=quotes", "--min-confidence=1").returncode == 0
    assert run("check", "bad.txt", "--select=quotes", "--min-confidence=2").returncode == 2


def test_folders_are_walked_respecting_gitignore(run: Run, write: Write) -> None:
    for name in (
        "a.txt",
        "sub/b.md",
        "sub/c.html",
        "sub/skip.txt",
        "built/d.txt",
        "built/keep/e.txt",
        "f.py",
        ".venv/g.txt",
    ):
        write(name, BAD)
    write(".gitignore", "built/*\n!built/keep/\n")
    write("sub/.gitignore", "skip.txt\n")
    done = run("check", "--select=quotes", "--output-format=concise")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "a.txt", "built/keep/e.txt", "sub/b.md", "sub/c.html"
    ]  # fmt: skip


def test_a_file_is_linted_once_however_often_it_is_named(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", ".", "./bad.txt", "--select=quotes", "--output-format=concise")
    assert len(done.stdout.splitlines()) == 1


def test_exclude_holds_for_folders_and_with_force_exclude_for_files(run: Run, write: Write) -> None:
    write("drafts/bad.txt", BAD)
    write("newslint.toml", "exclude = ['drafts/']")
    assert run("check", ".").returncode == 0
    assert run("check", "drafts/bad.txt", "--select=quotes").returncode == 1
    assert run("check", "drafts/bad.txt", "--force-exclude").returncode == 0


def test_globs_count_from_the_config_not_from_the_working_folder(run: Run, write: Write, tmp_path: Path) -> None:
    write("opinion/a.txt", BAD)
    config = write("newslint.toml", "[[overrides]]\nfiles = ['opinion/*.txt']\nignore = ['quotes']\n")
    elsewhere = tmp_path.parent
    done = run("check", tmp_path / "opinion" / "a.txt", "--config", config, "--select=quotes", PWD=str(elsewhere))
    assert done.returncode == 0


def test_each_file_is_held_to_the_config_nearest_to_it(run: Run, write: Write) -> None:
    write("a/a.txt", BAD)
    write("b/b.txt", BAD)
    write("a/newslint.toml", "ignore = ['quotes']")
    write("b/newslint.toml", "select = ['quotes']\n[severity]\nquotes = 'error'")
    done = run("check", ".", "--output-format=concise")
    assert "b/b.txt:3:1: error quotes.unclosed" in done.stdout
    assert "a/a.txt" not in done.stdout


def test_broken_config_is_named_and_other_files_are_linted(run: Run, write: Write) -> None:
    write("a/a.txt", BAD)
    write("b/b.txt", BAD)
    write("a/newslint.toml", "selct = []")
    done = run("check", ".", "--select=quotes", "--output-format=concise")
    assert done.returncode == 2
    assert "newslint.toml:1: selct: unknown key; did you mean 'select'?" in done.stderr
    assert done.stdout.startswith("b/b.txt:3:1:")


@pytest.mark.parametrize("name", ["absent.txt", "absent/"])
def test_missing_path_is_named_and_the_rest_is_linted(run: Run, write: Write, name: str) -> None:
    write("bad.txt", BAD)
    done = run("check", name, "bad.txt", "--select=quotes")
    assert done.returncode == 2
    assert "absent: no such file" in done.stderr or "absent.txt: no such file" in done.stderr
    assert "bad.txt:3:1" in done.stdout


def test_binary_file_is_named(run: Run, write: Write) -> None:
    write("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100))
    done = run("check", "picture.txt")
    assert done.returncode == 2
    assert "picture.txt: " in done.stderr
    assert "binary" in done.stderr


def test_invalid_utf8_is_read_and_reported(run: Run, write: Write) -> None:
    write("latin.txt", GOOD.encode() + "\nA café by the quay.\n".encode("latin-1"))
    done = run("check", "latin.txt", "--output-format=jsonl", "--select=language")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [finding["rule"] for finding in found] == ["language.mojibake"]
    assert found[0]["start"] == {"line": 5, "column": 6}
    assert "\\xe9" in run("check", "latin.txt", "--select=language").stdout


def test_unknown_rule_on_the_command_line(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", "--select", "quotes.unclose")
    assert done.returncode == 2
    assert "did you mean 'quotes.unclosed'?" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("chek",), ("check", "--formt", "x"), ("check", "--output-format", "jsn"), ("check", "--format", "htm")],
)
def test_misspelt_command_lines_get_a_hint(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "id you mean" in done.stderr


def test_output_file_is_whole_or_not_there(run: Run, write: Write, tmp_path: Path) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", "--output-format=json", "--output-file", "out.json")
    assert done.returncode == 1
    assert done.stdout == ""
    assert json.loads((tmp_path / "out.json").read_text())
    before = (tmp_path / "out.json").read_text()
    assert run("check", "bad.txt", "--output-format=nope", "--output-file", "out.json").returncode == 2
    assert (tmp_path / "out.json").read_text() == before
    assert run("check", "bad.txt", "--output-file", "no/such/folder/out.json").returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt", "out.json"]


def test_statistics_count_each_rule(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", "--select=quotes", "--statistics")
    assert any(line.split()[:2] == ["quotes.unclosed", "1"] for line in done.stderr.splitlines())


def test_show_settings_names_origin_rules_and_options(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", GOOD)
    write(
        "newslint.toml",
        "select = ['readability.long-sentence']\n[rules.readability.long-sentence]\nwarning-words = 37\n",
    )
    done = run("check", "a.txt", "--show-settings")
    assert done.returncode == 0
    assert f"settings from {tmp_path}/newslint.toml" in done.stdout
    assert "[rules.readability.long-sentence]" in done.stdout
    assert "warning-words = 37" in done.stdout


def test_isolated_reads_no_config(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    write("newslint.toml", "ignore = ['quotes']")
    assert run("check", "bad.txt", "--select=quotes").returncode == 0
    assert run("check", "bad.txt", "--select=quotes", "--isolated").returncode == 1


def test_a_fingerprint_in_the_config_silences_one_finding(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    found = json.loads(run("check", "bad.txt", "--select=quotes", "--output-format=json").stdout)[0]
    shown = run("check", "bad.txt", "--select=quotes", "--show-fingerprints").stdout
    assert f"[{found['fingerprint']}]" in shown
    write(
        "newslint.toml",
        f"[[ignored]]\npath = 'bad.txt'\nfingerprint = '{found['fingerprint']}'\nreason = 'as spoken'\n",
    )
    assert run("check", "bad.txt", "--select=quotes").returncode == 0


def test_local_plugins_run_only_when_allowed(run: Run, write: Write, tmp_path: Path) -> None:
    write("bad.txt", BAD)
    write("house.py", "from pathlib import Path\nPath('was-run').touch()\n")
    write("newslint.toml", "local-plugins = ['house.py']")
    done = run("check", "bad.txt")
    assert done.returncode == 2
    assert "--allow-local-plugins" in done.stderr
    assert not (tmp_path / "was-run").exists()
    assert run("check", "bad.txt", "--no-plugins", "--select=quotes").returncode == 1
    assert not (tmp_path / "was-run").exists()
    assert run("check", "bad.txt", "--allow-local-plugins", "--select=quotes").returncode == 1
    assert (tmp_path / "was-run").exists()


def test_terminal_control_characters_are_shown_not_sent(run: Run, write: Write) -> None:
    write("evil.txt", "Harbour “reopens \x1b]0;pwned\x07 after the storm.\n")
    done = run("check", "evil.txt", "--select=quotes")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


def test_output_survives_an_ascii_terminal(run: Run, write: Write) -> None:
    write("bad.txt", BAD)
    done = run("check", "bad.txt", "--select=quotes", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    assert "The harbour is open, said" in done.stdout
    assert done.stderr == "1 finding in 1 document: 1 warning.\n"


def test_unreadable_file_is_named(run: Run, write: Write) -> None:
    path = write("bad.txt", BAD)
    (path.parent / "loop.txt").symlink_to("bad.txt/nothing")
    done = run("check", "loop.txt", "bad.txt", "--select=quotes")
    assert done.returncode == 2
    assert "loop.txt: " in done.stderr
    assert "bad.txt:3:1" in done.stdout


def test_long_lines_are_cut_round_the_place(run: Run, write: Write) -> None:
    write("long.txt", "The harbour reopened. " * 30 + "He said “no. " + "The ferries sailed. " * 30)
    lines = run("check", "long.txt", "--select=quotes.unclosed").stdout.splitlines()
    assert max(map(len, lines[1:3])) <= 100
    assert lines[1][lines[2].index("^")] == "“"
