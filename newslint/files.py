"""Finding the files to lint, and writing output so that nothing is ever half-written."""

import os
import signal
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from newslint.errors import NewslintError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER_ENTERED = frozenset({".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"})

_DESCRIPTORS = {"/dev/stdout": 1, "/dev/stderr": 2} | {f"/dev/fd/{number}": number for number in range(256)}

Fail = Callable[[str], None]


class OutputError(NewslintError):
    """A file that cannot be written."""


class Terminated(BaseException):
    """SIGTERM came while a file was being written. No Exception, so that no guard round plugins swallows it."""


def find(
    paths: Sequence[Path],
    *,
    suffixes: frozenset[str],
    is_excluded: Callable[[Path], bool],
    fail: Fail,
    force_exclude: bool = False,
    leave_out: Path | None = None,
) -> Iterator[Path]:
    """The files that paths name, each once, in order: a file itself, a folder's files that a reader knows.

    Folders are walked in the order of names, files before folders, respecting .gitignore files and never entering
    version control or environments. A file named outright is taken whatever its suffix, and also when excluded,
    unless force_exclude; a folder named outright is walked also when git ignores it. fail: is told of each path,
    folder, entry or .gitignore that cannot be read; the others are still found. leave_out: a file not to take.
    """
    seen = {os.path.realpath(leave_out)} if leave_out else set()
    for path in paths:
        mode = _mode(path, fail)
        found: Iterable[Path]
        if mode is None:
            continue
        if stat.S_ISDIR(mode):
            found = (file for file in _walk(path, suffixes, fail) if not is_excluded(file))
        else:
            found = () if force_exclude and is_excluded(path) else (path,)
        for file in found:
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def _mode(path: Path, fail: Fail) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        fail(f"{path}: no such file or folder")
    except OSError as error:
        fail(f"{path}: {error.strerror}")
    return None


_Specs = tuple[tuple[Path, "GitIgnoreSpec"], ...]


def _walk(folder: Path, suffixes: frozenset[str], fail: Fail) -> Iterator[Path]:
    real = Path(os.path.realpath(folder))
    waiting = [(folder, real, _specs_above(real, fail))]
    while waiting:
        folder, real, specs = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            fail(f"{folder}: {error.strerror}")
            continue
        specs += _own_specs(real, fail)
        below = []
        for entry in entries:
            path = real / entry.name
            try:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _NEVER_ENTERED and not _is_ignored(path, "/", specs):
                        below.append((folder / entry.name, path, specs))
                elif path.suffix.lower() in suffixes and not _is_ignored(path, "", specs) and entry.is_file():
                    yield folder / entry.name
            except OSError as error:  # a link that leads round in a circle, or to where nobody may look
                fail(f"{folder / entry.name}: {error.strerror}")
        waiting.extend(reversed(below))


def _specs_above(folder: Path, fail: Fail) -> _Specs:
    """The .gitignore files that hold for a folder from above it, within its repository, outermost first.

    None of them holds for a folder that they ignore: who names it outright wants it walked.
    """
    specs: _Specs = ()
    for parent in folder.parents if not _is_repository(folder) else ():
        specs = _own_specs(parent, fail) + specs
        if _is_repository(parent):
            return () if _is_ignored(folder, "/", specs) else specs
    return ()  # outside a repository only the .gitignore files below count


def _is_repository(folder: Path) -> bool:
    return os.path.exists(folder / ".git")  # noqa: PTH110 - Path.exists raises where nobody may look


def _own_specs(folder: Path, fail: Fail) -> _Specs:
    path = folder / ".gitignore"
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where nobody may look
        return ()
    try:
        lines = path.read_text("utf-8-sig", "replace").splitlines()
    except OSError as error:
        fail(f"{path}: {error.strerror}")
        return ()
    return ((folder, _spec(lines)),)


def _spec(lines: Sequence[str]) -> "GitIgnoreSpec":
    """The patterns of a .gitignore file but for those that are none, which git passes over too."""
    from pathspec import GitIgnoreSpec  # 35 ms, only for folders

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(filter(_is_pattern, lines))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _is_ignored(path: Path, ending: str, specs: _Specs) -> bool:
    """The innermost .gitignore with an opinion decides, as in git. ending: "/" for a folder."""
    for root, spec in reversed(specs):
        decision = spec.check_file(path.relative_to(root).as_posix() + ending).include
        if decision is not None:
            return decision
    return False


@contextmanager
def open_output(path: Path) -> Iterator["OutputFile"]:
    """A file to write text into: there whole or not at all, but written straight through if a pipe or a device.

    What is not committed when the block ends is discarded, also when SIGTERM ends it. Where the path is a symbolic
    link, its target is written. Raises OutputError for what cannot be written.
    """
    with _ending_on_sigterm():
        output = (AtomicFile if _is_regular(path) else OutputFile)(path)
        try:
            yield output
        finally:
            output.discard()


def _is_regular(path: Path) -> bool:
    if str(path) in _DESCRIPTORS:
        return False  # what it is open on, even a regular file, must not be replaced under those who use it
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True  # not there yet, or it is told when it is opened


@contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    """SIGTERM ends the process like an exception, so that what must be tidied up is."""
    previous = signal.getsignal(signal.SIGTERM)
    if previous == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        if previous == signal.SIG_DFL:
            signal.signal(signal.SIGTERM, previous)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated


class OutputFile:
    """A text file that is written straight through."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._telling():
            self._file = self._open()

    def write(self, text: str) -> None:
        with self._telling():
            self._file.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write what is no text, in a file that no text is written to."""
        with self._telling():
            self._file.buffer.write(data)

    def commit(self) -> None:
        """Everything is written."""
        with self._telling():
            self._file.close()

    def discard(self) -> None:
        """Nothing more is written; does nothing after `commit`."""
        with suppress(OSError):  # closing writes what is left
            self._file.close()

    def _open(self) -> TextIOWrapper:
        number = _DESCRIPTORS.get(str(self._path))
        return self._text(os.open(self._path, os.O_WRONLY) if number is None else os.dup(number))

    @staticmethod
    def _text(handle: int) -> TextIOWrapper:
        return os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(f"{self._path}: cannot be written: {error.strerror}") from error


class AtomicFile(OutputFile):
    """A text file that appears under its name only when it is whole.

    Written beside its place, then moved there by `commit`; without that it vanishes and what was there stays.
    """

    def commit(self) -> None:
        with self._telling():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._temporary.chmod(self._mode)
            self._temporary.replace(self._target)

    def discard(self) -> None:
        super().discard()
        self._temporary.unlink(missing_ok=True)

    def _open(self) -> TextIOWrapper:
        self._target = Path(os.path.realpath(self._path))
        self._mode = _mode_for(self._target)
        handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=".newslint-", suffix=".part")
        self._temporary = Path(name)
        return self._text(handle)


def _mode_for(path: Path) -> int:
    """The mode of the file that is there, else what open() would give; mkstemp lets only the owner read."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
