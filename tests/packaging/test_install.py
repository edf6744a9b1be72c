"""Wheels of newslint and of the example plugin, built and installed into an environment of their own."""

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "docs" / "example-plugin"


def build_wheel(project: Path, folder: Path) -> Path:
    """Build a wheel with the build backend of this environment, from a copy, so that nothing is left behind."""
    copy = shutil.copytree(
        project, folder / "source", ignore=shutil.ignore_patterns(".*", "__pycache__", "dist", "build")
    )
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


class Environment:
    """A virtual environment that shares only the dependencies with this one."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True)
        self.scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        packages = folder / "lib" / version / "site-packages"
        # A plain path in a .pth file: editable installs of this environment do not come along.
        (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")

    def install(self, wheel: Path) -> None:
        self.run("python", "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--ignore-installed", str(wheel))

    def run(self, *command: str, cwd: Path | None = None, status: int = 0) -> str:
        program, *arguments = command
        done = subprocess.run(
            [str(self.scripts / program), *arguments], cwd=cwd, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    made = Environment(tmp_path_factory.mktemp("environment"))
    made.install(build_wheel(ROOT, tmp_path_factory.mktemp("newslint")))
    return made


@pytest.fixture(scope="module")
def plugin_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(PLUGIN, tmp_path_factory.mktemp("plugin"))


def test_wheel_holds_both_packages_their_data_and_nothing_else(tmp_path: Path) -> None:
    with zipfile.ZipFile(build_wheel(ROOT, tmp_path)) as wheel:
        names = wheel.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"newslint", "newslint_rules"}
    assert "newslint/py.typed" in names
    assert any(name.endswith("weasel_source.toml") for name in names)


def test_wheel_lints_with_the_built_in_rules(environment: Environment, tmp_path: Path) -> None:
    where = environment.run("python", "-c", "import newslint; print(newslint.__file__)", cwd=tmp_path)
    assert str(environment.scripts.parent) in where
    (tmp_path / "a.txt").write_text("He said “no.\n")
    out = environment.run("newslint", "check", "a.txt", "--output-format=jsonl", cwd=tmp_path, status=1)
    assert "quotes.unclosed" in {json.loads(line)["rule"] for line in out.splitlines()}


def test_example_plugin_brings_its_rule_reader_and_reporter(
    environment: Environment, plugin_wheel: Path, tmp_path: Path
) -> None:
    environment.install(plugin_wheel)
    assert "house.old-place-name" in environment.run("newslint", "rules")
    copy = "slug: visit\ncity: Peking\n---\nThe minister flew to Peking. “Bombay was next,” she said.\n"
    (tmp_path / "copy.wire").write_text(copy)
    out = environment.run("newslint", "check", ".", "--select=house", "--output-format=csv", cwd=tmp_path, status=1)
    assert out.splitlines() == [
        "path,line,column,severity,rule,message",
        "copy.wire,4,22,warning,house.old-place-name,the place is called Beijing today",
    ]
    out = environment.run("newslint", "check", ".", "--no-plugins", "--output-format=jsonl", cwd=tmp_path)
    assert out == ""


def test_example_plugin_tests_itself(environment: Environment, plugin_wheel: Path) -> None:
    environment.install(plugin_wheel)
    tests = PLUGIN / "tests"
    out = environment.run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests), cwd=tests)
    assert "1 passed" in out
