"""Finding the files to lint, and writing output so that nothing is ever half-written."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import ReadError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER_ENTERED = frozenset({".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"})


def find(
    paths: Sequence[Path],
    *,
    suffixes: frozenset[str],
    is_excluded: Callable[[Path], bool],
    fail: Callable[[str], None],
    force_exclude: bool = False,
) -> Iterator[Path]:
    """The files that paths name, each once, in order: a file itself, a folder's files that a reader knows.

    Folders are walked in the order of names, files before folders, respecting .gitignore files and never entering
    version control or environments. A file named outright is taken whatever its suffix, and also when excluded,
    unless force_exclude. fail: is told of paths that do not exist and folders that cannot be read.
    """
    seen: set[Path] = set()
    for path in paths:
        found: Iterable[Path]
        if path.is_dir():
            found = (file for file in _walk(path, suffixes, fail) if not is_excluded(file))
        elif path.exists():
            found = () if force_exclude and is_excluded(path) else (path,)
        else:
            fail(f"{path}: no such file or folder")
            continue
        for file in found:
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


_Specs = tuple[tuple[Path, "GitIgnoreSpec"], ...]


def _walk(folder: Path, suffixes: frozenset[str], fail: Callable[[str], None]) -> Iterator[Path]:
    real = folder.resolve()
    waiting = [(folder, real, _specs_above(real))]
    while waiting:
        folder, real, specs = waiting.pop()
        specs += _own_specs(real)
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            fail(f"{folder}: {error.strerror}")
            continue
        below = []
        for entry in entries:
            path = real / entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _NEVER_ENTERED and not _is_ignored(path, "/", specs):
                    below.append((folder / entry.name, path, specs))
            elif path.suffix.lower() in suffixes and entry.is_file() and not _is_ignored(path, "", specs):
                yield folder / entry.name
        waiting.extend(reversed(below))


def _specs_above(folder: Path) -> _Specs:
    """The .gitignore files that hold for a folder from above it, within its repository, outermost first."""
    specs: _Specs = ()
    for parent in folder.parents if not (folder / ".git").exists() else ():
        specs = _own_specs(parent) + specs
        if (parent / ".git").exists():
            return specs
    return ()  # outside a repository only the .gitignore files below count


def _own_specs(folder: Path) -> _Specs:
    from pathspec import GitIgnoreSpec  # 35 ms, only for folders

    path = folder / ".gitignore"
    if not path.is_file():
        return ()
    return ((folder, GitIgnoreSpec.from_lines(path.read_text("utf-8", "replace").splitlines())),)


def _is_ignored(path: Path, ending: str, specs: _Specs) -> bool:
    """The innermost .gitignore with an opinion decides, as in git. ending: "/" for a folder."""
    for root, spec in reversed(specs):
        decision = spec.check_file(path.relative_to(root).as_posix() + ending).include
        if decision is not None:
            return decision
    return False


class AtomicFile:
    """A text file that appears under its name only when it is whole.

    Written beside its place, then moved there by `commit`; without that it vanishes and what was there stays.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        except OSError as error:
            raise ReadError(f"{path}: cannot be written: {error.strerror}") from error
        self._temporary = Path(name)
        self._file = os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="")

    def write(self, text: str) -> None:
        self._file.write(text)

    def commit(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        # mkstemp makes files that only their owner may read; give it what open() would have given.
        mask = os.umask(0)
        os.umask(mask)
        self._temporary.chmod(0o666 & ~mask)
        self._temporary.replace(self._path)

    def discard(self) -> None:
        """Remove what was written; does nothing after `commit`."""
        self._file.close()
        self._temporary.unlink(missing_ok=True)
