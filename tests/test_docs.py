"""The documentation is true: pages match the rules, links lead somewhere, examples print what they say."""

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for folder in (ROOT, ROOT / "docs", ROOT / "rules")
    for path in (folder.glob("*.md") if folder != ROOT / "docs" else folder.rglob("*.md"))
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rule_pages_are_those_of_the_rules() -> None:
    wanted = _script("generate_rule_pages").pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert sorted(there) == sorted(wanted)
    stale = [name for name in wanted if there[name] != wanted[name]]
    assert stale == [], "run: python docs/generate_rule_pages.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    broken = [
        target for target in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()
    ]
    assert broken == []


CONSOLES = [(page, block) for page in PAGES for block in CONSOLE.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("page", "block"), CONSOLES, ids=[f"{p.relative_to(ROOT)}-{n}" for n, (p, _) in enumerate(CONSOLES)]
)
def test_console_examples_print_what_they_say(page: Path, block: str) -> None:
    """`$ newslint ...` followed by its whole output; a line `...` stands for any lines."""
    command, _, expected = block.partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "newslint"
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    pattern = re.escape(expected.strip()).replace(re.escape("\n...\n"), r"\n(?:.*\n)*?")
    pattern = pattern.removesuffix(re.escape("\n...")) + (r"(?s:.*)" if expected.strip().endswith("\n...") else "")
    assert re.fullmatch(pattern, (done.stdout + done.stderr).strip()), done.stdout + done.stderr


SNIPPETS = [(page, code) for page in PAGES for code in PYTHON.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("page", "code"), SNIPPETS, ids=[f"{p.relative_to(ROOT)}-{n}" for n, (p, _) in enumerate(SNIPPETS)]
)
def test_python_examples_run(page: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, str(page), "exec"), {"__name__": "example"})


def test_hooks_are_documented_with_their_exact_signatures() -> None:
    import inspect

    from newslint.plugins import HOOK_NAMES, Hooks

    text = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    for name in HOOK_NAMES:
        returns = str(inspect.signature(getattr(Hooks, name)).return_annotation)
        kind = re.sub(r"newslint\.\w+(?:\.\w+)*\.(\w+)", r"\1", returns).replace("collections.abc.", "")
        assert f"def {name}() -> {kind}" in text
