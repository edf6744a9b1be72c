"""The pre-commit hook, for real: pre-commit installs newslint into a throw-away repository and guards its commits.

pre-commit builds an environment for the hook, so this test needs a package index.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAD = "Harbour reopens after storm\n\n“The harbour is open, said Ms Holm, who runs the port.\n"
MENDED = BAD.replace("open,", "open,”")


@pytest.fixture
def git(tmp_path: Path) -> "Git":
    return Git(tmp_path)


class Git:
    """Git and pre-commit, with settings of their own."""

    def __init__(self, folder: Path) -> None:
        names = {
            "GIT_AUTHOR_NAME": "A",
            "GIT_COMMITTER_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@b.c",
            "GIT_COMMITTER_EMAIL": "a@b.c",
        }
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        home = {"PRE_COMMIT_HOME": str(folder / "cache"), "GIT_CONFIG_GLOBAL": os.devnull}
        self.environment = inherited | names | home | {"PATH": path}

    def __call__(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=cwd, env=self.environment, capture_output=True, text=True, check=False)

    def ok(self, *command: str, cwd: Path) -> str:
        done = self(*command, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()


def commit_of_working_tree(git: Git, folder: Path) -> str:
    """A repository that holds this working tree as one commit, as a release would; its revision."""
    shutil.copytree(
        ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__")
    )
    git.ok("git", "init", "-q", cwd=folder)
    git.ok("git", "add", "-A", cwd=folder)
    git.ok("git", "commit", "-qm", "release", cwd=folder)
    return git.ok("git", "rev-parse", "HEAD", cwd=folder)


def test_a_bad_article_blocks_the_commit_and_a_mended_one_passes(git: Git, tmp_path: Path) -> None:
    revision = commit_of_working_tree(git, tmp_path / "newslint")
    newsroom = tmp_path / "newsroom"
    newsroom.mkdir()
    (newsroom / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {tmp_path / 'newslint'}\n  rev: {revision}\n  hooks:\n  - id: newslint\n"
    )
    (newsroom / "article.txt").write_text(BAD)
    (newsroom / "README.md").write_text(BAD)  # not an article
    git.ok("git", "init", "-q", cwd=newsroom)
    git.ok(sys.executable, "-m", "pre_commit", "install", cwd=newsroom)
    git.ok("git", "add", "-A", cwd=newsroom)

    blocked = git("git", "commit", "-m", "bad article", cwd=newsroom)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "article.txt:3:1: warning quotes.unclosed" in blocked.stdout + blocked.stderr
    assert "README.md" not in blocked.stdout + blocked.stderr

    (newsroom / "article.txt").write_text(MENDED)
    git.ok("git", "add", "article.txt", cwd=newsroom)
    git.ok("git", "commit", "-m", "mended article", cwd=newsroom)
    assert git.ok("git", "log", "--oneline", "--format=%s", cwd=newsroom) == "mended article"
