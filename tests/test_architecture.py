"""The architecture, types and style of the project, checked by the tools that know them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", ["lint-imports"])
def test_import_contracts_hold(script: str) -> None:
    result = _run(str(Path(sys.executable).parent / script), "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr


def test_types_hold_under_strict_mypy() -> None:
    result = _run(sys.executable, "-m", "mypy")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("command", [("check",), ("format", "--check")])
def test_ruff_is_content(command: tuple[str, ...]) -> None:
    result = _run(sys.executable, "-m", "ruff", *command, ".")
    assert result.returncode == 0, result.stdout + result.stderr


def test_importing_newslint_loads_nothing_heavy() -> None:
    heavy = (
        "click",
        "langdetect",
        "msgspec",
        "multiprocessing",
        "nltk",
        "pathspec",
        "pyromark",
        "sentencex",
        "textstat",
    )
    code = f"import sys, newslint; newslint.Linter(); print(*[name for name in {heavy!r} if name in sys.modules])"
    result = _run(sys.executable, "-c", code)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == []


def test_public_names_are_few_and_exist() -> None:
    import newslint

    assert len(newslint.__all__) <= 20
    assert [name for name in newslint.__all__ if not hasattr(newslint, name)] == []
