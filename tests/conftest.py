"""What several tests need."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEWSLINT = [sys.executable, "-m", "newslint"]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `newslint` as a process of its own in a folder of its own."""

    def run_newslint(
        *arguments: str | Path, stdin: str | bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [*NEWSLINT, *map(str, arguments)],
            cwd=tmp_path,
            input=data,
            capture_output=True,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONWARNINGS": "error", **environment},
            check=False,
        )
        text = (done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "surrogateescape"))
        return subprocess.CompletedProcess(done.args, done.returncode, *text)

    return run_newslint


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file below the folder in which `run` runs."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
