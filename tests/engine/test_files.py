"""Which files are found, and how output files are written."""

import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.files import OutputError, find, open_output


def found(folder: Path, *names: str, **options: object) -> tuple[list[str], list[str]]:
    """Files found, relative to a folder, and what failed."""
    problems: list[str] = []
    settings: dict[str, object] = {"suffixes": frozenset({".txt"}), "is_excluded": lambda path: False}
    walk = find([folder / name for name in names or ("",)], fail=problems.append, **(settings | options))  # type: ignore[arg-type]
    return [str(path.relative_to(folder)) for path in walk], problems


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., None]:
    def make_files(*names: str) -> None:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("Ferries sail at noon.\n")

    return make_files


def forbid(monkeypatch: pytest.MonkeyPatch, module: object, name: str, forbidden: Path) -> None:
    """Let a function refuse one path, which the superuser could otherwise read."""
    allowed = getattr(module, name)

    def guarded(path: Path, *arguments: object, **options: object) -> object:
        if Path(path) == forbidden:
            raise PermissionError(13, "Permission denied", str(path))
        return allowed(path, *arguments, **options)

    monkeypatch.setattr(module, name, guarded)


def test_links_in_a_circle_are_told_and_the_others_found(tmp_path: Path, make: Callable[..., None]) -> None:
    make("a.txt", "z.txt", "sub/b.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "sub" / "up").symlink_to("..")
    names, problems = found(tmp_path)
    assert names == ["a.txt", "z.txt", "sub/b.txt"]
    assert [problem.partition(": ")[0] for problem in problems] == [str(tmp_path / "loop.txt")]


def test_forbidden_folder_is_told_and_the_others_found(
    tmp_path: Path, make: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a/a.txt", "b/b.txt", "c/c.txt")
    forbid(monkeypatch, os, "scandir", tmp_path / "b")
    assert found(tmp_path) == (["a/a.txt", "c/c.txt"], [f"{tmp_path}/b: Permission denied"])


def test_forbidden_gitignore_is_told_and_its_folder_walked(
    tmp_path: Path, make: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a/a.txt", "a/.gitignore")
    forbid(monkeypatch, Path, "read_text", tmp_path / "a" / ".gitignore")
    assert found(tmp_path) == (["a/a.txt"], [f"{tmp_path}/a/.gitignore: Permission denied"])


def test_forbidden_path_named_outright_is_told(
    tmp_path: Path, make: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a.txt", "b.txt")
    forbid(monkeypatch, Path, "stat", tmp_path / "a.txt")
    assert found(tmp_path, "a.txt", "b.txt") == (["b.txt"], [f"{tmp_path}/a.txt: Permission denied"])


def test_too_long_a_name_is_told(tmp_path: Path, make: Callable[..., None]) -> None:
    make("b.txt")
    names, problems = found(tmp_path, "a" * 5000, "b.txt")
    assert names == ["b.txt"]
    assert len(problems) == 1


@pytest.mark.parametrize("line", ["!", "\\"])
def test_lines_that_are_no_pattern_are_passed_over_as_in_git(
    tmp_path: Path, make: Callable[..., None], line: str
) -> None:
    make("a.txt", "skip.txt", "skip-not.txt")
    (tmp_path / ".gitignore").write_text(f"\ufeffskip*\n{line}\n!skip-not.txt\n", "utf-8")
    assert found(tmp_path) == (["a.txt", "skip-not.txt"], [])


def test_ignored_folder_is_walked_when_named_outright(tmp_path: Path, make: Callable[..., None]) -> None:
    make("built/a.txt", "built/sub/b.txt", "kept/c.txt", "kept/skip.txt")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("built/\nskip.txt\n")
    assert found(tmp_path)[0] == ["kept/c.txt"]
    assert found(tmp_path, "built")[0] == ["built/a.txt", "built/sub/b.txt"]
    assert found(tmp_path, "built/sub")[0] == ["built/sub/b.txt"]
    assert found(tmp_path, "kept")[0] == ["kept/c.txt"]


def test_a_file_to_leave_out(tmp_path: Path, make: Callable[..., None]) -> None:
    make("a.txt", "out.txt")
    (tmp_path / "link.txt").symlink_to("out.txt")
    assert found(tmp_path, leave_out=tmp_path / "out.txt") == (["a.txt"], [])


# -- writing


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path, text: str) -> None:
    with open_output(path) as output:
        output.write(text)
        output.commit()


def test_what_is_not_committed_never_was(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    with open_output(path) as output:
        output.write("new")
    assert path.read_text() == "old"
    assert listing(tmp_path) == ["out.txt"]


def test_mode_is_kept_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    old, new, usual = (tmp_path / name for name in ("old", "new", "usual"))
    old.touch()
    old.chmod(0o640)
    usual.touch()
    write(old, "x")
    write(new, "x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_through_a_link_the_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"


def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    texts: list[str] = []
    reader = threading.Thread(target=lambda: texts.append(pipe.read_text()))
    reader.start()
    write(pipe, "all of it")
    reader.join()
    assert texts == ["all of it"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.fixture
def unwritable(tmp_path: Path) -> Iterator[list[Path]]:
    (tmp_path / "loop").symlink_to("loop")
    yield [tmp_path / "no" / "folder" / "out", tmp_path / "loop", tmp_path / ("a" * 300)]
    assert listing(tmp_path) == ["loop"]


def test_what_cannot_be_written_is_told(unwritable: list[Path]) -> None:
    for path in unwritable:
        with pytest.raises(OutputError, match="cannot be written"):
            write(path, "x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_device_is_told() -> None:
    with pytest.raises(OutputError, match="/dev/full: cannot be written: No space"):
        write(Path("/dev/full"), "x")
