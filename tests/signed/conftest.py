"""Throwaway keys, and a ledger in which some people have one."""

import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def make_key(tmp_path_factory):
    """Makes a pair of keys; the path of the private one, the public one beside it."""
    folder = tmp_path_factory.mktemp("keys")

    def make(name: str, *words: str) -> Path:
        path = folder / name
        call = [
            "ssh-keygen",
            "-q",
            "-N",
            "",
            "-C",
            name,
            "-f",
            str(path),
            *(words or ("-t", "ed25519")),
        ]
        subprocess.run(call, check=True)
        return path

    return make


@pytest.fixture(scope="session")
def keys(make_key) -> dict[str, Path]:
    """Keys of four people, and one that nobody was given."""
    return {name: make_key(name) for name in ("p01", "p02", "p10", "old", "stray")}


@pytest.fixture
def git(ledger_folder):
    """The person's own git in the ledger."""

    def call(*words: str, folder: Path = ledger_folder, **environment: str) -> str:
        import os

        done = subprocess.run(
            ["git", *words],
            cwd=folder,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    return call


@pytest.fixture
def acts(git):
    """Makes the clone a person's, with a key or none: `acts("p02", keys["p02"])`."""
    names = {"p01": "赵一", "p02": "钱二", "p05": "周五", "p10": "陈十"}

    def become(person: str, key: Path | None = None) -> None:
        git("config", "user.name", names[person])
        git("config", "user.email", f"{person}@example.org")
        if key:
            git("config", "gpg.format", "ssh")
            git("config", "user.signingkey", str(key))
        else:
            subprocess.run(
                [
                    "git",
                    "-C",
                    git("rev-parse", "--show-toplevel"),
                    "config",
                    "--unset",
                    "user.signingkey",
                ],
                check=False,
            )

    return become
