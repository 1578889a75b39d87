"""Hooks: git is told to have gridctl look through what is pushed, on a server or before it goes out."""

import os
import shlex
import sys
from dataclasses import dataclass

from gridctl.app.ledger_folders import ledger_folders
from gridctl.app.opening import place_of
from gridctl.errors import NotFound, Refused
from gridctl.git.hook_file import hook_path, put_hook, read_hook
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository, bare_at
from gridctl.words import say

_MARK = "# gridctl hook"


@dataclass(frozen=True)
class Installed:
    """The hook, what stands in it, and where the one before it was put aside."""

    path: str
    script: str
    aside: str | None = None


def install_server(folder: str, *, ledger: str | None, force: bool, dry_run: bool) -> Installed:
    """Have a bare repository look through what it is given; `ledger` is its folder in it. Where one
    ledger is there by now, it is named, so that no later push can put another one in its place.
    """
    repository = bare_at(folder)
    if repository is None:
        where = os.path.abspath(folder)
        raise NotFound(
            say("There is no bare repository in {folder}.", folder=where),
            say(
                "Make one: git init --bare -b main {folder}.git. In a clone: gridctl hook install --client",
                folder=where,
            ),
        )
    if ledger is None:
        with Objects(repository) as objects:
            there = ledger_folders(objects, objects.commit("HEAD"))
        ledger = there[0] if len(there) == 1 else None
    words = ["--folder", ledger] if ledger is not None else []
    return _install(repository, "pre-receive", "--server", words, force=force, dry_run=dry_run)


def install_client(folder: str, *, force: bool, dry_run: bool) -> Installed:
    """Have plain git in this clone look through what goes out. gridctl itself runs no hook."""
    _root, repository = place_of(folder)
    return _install(repository, "pre-push", "--client", [], force=force, dry_run=dry_run)


def _install(
    repository: Repository, name: str, option: str, words: list[str], *, force: bool, dry_run: bool
) -> Installed:
    path = hook_path(repository, name)
    script = _script(repository, name, option, words)
    there = read_hook(path)
    foreign = there is not None and _MARK not in there
    if foreign and not force:
        raise Refused(
            "G06",
            say("There is another hook already: {path}", path=path),
            say(
                "Put it aside and install this one: gridctl hook install {option} --force",
                option=option,
            ),
        )
    aside = None if dry_run else put_hook(path, script, keep=foreign)
    return Installed(path, script, aside)


def _script(repository: Repository, name: str, option: str, words: list[str]) -> str:
    """A few lines for a shell, which git starts at the top of the repository.

    `-P`: nothing that lies there is taken for a part of Python.
    """
    folder = ["-C", repository.prefix or "."]
    call = [sys.executable, "-P", "-m", "gridctl", "hook", name, *folder, *words]
    return f"#!/bin/sh\n{_MARK}; made by: gridctl hook install {option}\nexec {shlex.join(call)}\n"
