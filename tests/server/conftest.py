"""A bare repository that looks through what it is given, and a clone of it."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest


class Said(NamedTuple):
    """What a call of git came to; `said` is what the server told, without git's marks."""

    code: int
    err: str
    said: str


@pytest.fixture
def git():
    """The person's own git, hooks and all: `git(folder, "push")`."""

    def call(folder: Path, *words: str, **environment: str) -> Said:
        done = subprocess.run(
            ["git", *words],
            cwd=folder,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told = [
            line[8:].rstrip() for line in done.stderr.splitlines() if line.startswith("remote: ")
        ]
        return Said(done.returncode, done.stdout.strip() or done.stderr, "\n".join(told))

    return call


@pytest.fixture
def server(tmp_path, git, gridctl, ledger_folder) -> Path:
    """A guarded server that has the ledger; the ledger's clone knows it as origin."""
    folder = tmp_path / "server.git"
    git(tmp_path, "clone", "-q", "--bare", str(ledger_folder), str(folder))
    git(ledger_folder, "remote", "add", "origin", str(folder))
    git(ledger_folder, "fetch", "-q", "origin")
    git(ledger_folder, "branch", "-q", "-u", "origin/main")
    assert gridctl("-C", str(folder), "hook", "install", "--server").code == 0
    return folder


@pytest.fixture
def case(gridctl):
    """The id of a case recorded in the clone."""
    assert gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol").code == 0
    return gridctl("list", "--ids").out.split()[0]


@pytest.fixture
def path(ledger_folder):
    """Where the file of a case lies."""
    return lambda id_: next(ledger_folder.rglob(f"{id_}.yaml"))
