"""A sealed world for git: a home of its own, no variables of git, and a repository to work in."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gridctl.git.commit import commit
from gridctl.git.repository import Identity, Repository, discover, init

Git = Callable[..., str]
Commit = Callable[..., str]

WHEN = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)
LI = Identity("李雷", "lilei@example.org")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in list(os.environ):
        if name.startswith(("GIT_", "XDG_")):
            monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (folder / ".gitconfig").write_text("[user]\n\tname = 李雷\n\temail = lilei@example.org\n")
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The folder of the repository."""
    folder = tmp_path / "office"
    folder.mkdir()
    return folder


@pytest.fixture
def repository(office: Path) -> Repository:
    """A repository without a commit."""
    init(str(office))
    made = discover(str(office))
    assert made
    return made


@pytest.fixture
def git(office: Path) -> Git:
    """The person's own git: `git("log", "-1")` gives its output."""

    def call(*words: str, folder: Path = office, fails: bool = False) -> str:
        done = subprocess.run(
            ["git", *words], cwd=folder, capture_output=True, text=True, check=False
        )
        assert fails == bool(done.returncode), done.stderr
        return done.stdout.rstrip("\n")

    return call


@pytest.fixture
def recorded(repository: Repository) -> Commit:
    """Commits files, content as text, on top of HEAD: `recorded({"a": "1\\n"})` gives the id."""

    def call(files: dict[str, str | None], message: str = "m") -> str:
        contents = {
            path: None if text is None else text.encode("utf-8", "surrogateescape")
            for path, text in files.items()
        }
        return commit(repository, repository.head_id(), contents, message, LI, WHEN)

    return call
