"""Founding: a folder becomes a ledger: settings, git, and what must never enter it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from gridctl.app import outside
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.writing import writing
from gridctl.domain.people import Person
from gridctl.domain.settings_files import REQUIRED, SETTINGS
from gridctl.errors import GridctlError, Refused, StoreFailed, Usage
from gridctl.git.objects import FOLDER, Commit, Objects
from gridctl.git.repository import Identity, Repository, discover, init
from gridctl.store import settings_file, templates, work_file
from gridctl.words import Message, say

IGNORED = (*(f"{folder}/" for folder in outside.FOLDERS), ".gridctl-*")
ATTRIBUTES = ("*.yaml -text",)  # no line-end conversion: a case file has one form, byte for byte


@dataclass(frozen=True, kw_only=True)
class Foundation:
    """What a new office says of itself; needed only where the folder has no settings yet."""

    office: str | None = None
    office_name: str | None = None
    code_name: str | None = None
    person: str | None = None
    email: str | None = None

    def missing(self) -> str | None:
        """The first answer that is missing for new settings."""
        options = {"--id": self.office, "--name": self.office_name, "--code-name": self.code_name}
        return next((option for option, value in options.items() if not value), None)


@dataclass(frozen=True)
class Founded:
    """The ledger's folder, the files recorded, and the commit; None where all was recorded already."""

    root: str
    files: tuple[str, ...]
    commit: str | None
    warnings: tuple[Message, ...] = ()


def has_settings(folder: str) -> bool:
    """Whether both files that make a ledger are there; Usage where only one is."""
    there = [name for name in REQUIRED if os.path.exists(os.path.join(folder, name))]
    if len(there) == 1:
        lacking = next(name for name in REQUIRED if name not in there)
        raise Usage(
            say(
                "{folder} has {there} but no {lacking}.",
                folder=folder,
                there=there[0],
                lacking=lacking,
            ),
            say("Add it, or begin in an empty folder."),
        )
    return bool(there)


def identity_at(folder: str) -> Identity | None:
    """Who works here, as git knows; None where the folder is not there yet or git knows nobody."""
    while not os.path.isdir(folder):
        folder = os.path.dirname(os.path.abspath(folder))
    repository = discover(folder) or Repository(folder, folder, folder)
    return repository.identity()


def found(
    folder: str, foundation: Foundation, now: datetime, *, language: str, fixed_clock: bool
) -> Founded:
    """Make `folder` a ledger; what is there already stays as it is."""
    root = os.path.abspath(folder)
    os.makedirs(root, exist_ok=True)
    files = _settings(root, foundation, now, language)
    problems = list(settings_file.problems(files))
    if problems:
        raise settings_file.broken(problems)
    for name, data in files.items():
        if work_file.read(root, name) is None:
            work_file.write(root, name, data)
    repository = discover(root) or init(root)
    _introduce(repository, foundation)
    return _record(repository, root, files, now, fixed_clock=fixed_clock)


def _settings(root: str, foundation: Foundation, now: datetime, language: str) -> dict[str, bytes]:
    """The settings that are there, or new ones."""
    if has_settings(root):
        found = {name: work_file.read(root, name) for name in SETTINGS}
        return {name: data for name, data in found.items() if data is not None}
    identity = identity_at(root)
    person = foundation.person or (identity.name if identity else None)
    email = foundation.email or (identity.email if identity else None)
    lacking = (
        foundation.missing() or (None if person else "--person") or (None if email else "--email")
    )
    if lacking:
        raise Usage(
            say(
                "{option} is missing: a new ledger needs the office and its first dispatcher.",
                option=lacking,
            ),
            say(
                "For example: gridctl init DIR --id lz --name 'Liuzhai sub-district' --code-name Liuzhai --person 'Zhou Ming' --email s001@example.org"
            ),
        )
    values = {
        "office": foundation.office,
        "office_name": foundation.office_name,
        "code_name": foundation.code_name,
        "name": str(say("Grid ledger of {office}", office=foundation.office_name)),
        "person": person,
        "email": email,
    }
    given = {key: value or "" for key, value in values.items()}
    return templates.settings(language, given, since=now.date())


def _introduce(repository: Repository, foundation: Foundation) -> None:
    """Git has to know who works in this clone; what it knows already stays."""
    if repository.identity() is None:
        if not (foundation.person and foundation.email):
            raise Refused(
                "R02",
                say("git does not know who works in this clone."),
                say("Say it with --person NAME --email ADDRESS."),
            )
        repository.set_identity(foundation.person, foundation.email)


def _record(
    repository: Repository, root: str, files: dict[str, bytes], now: datetime, *, fixed_clock: bool
) -> Founded:
    identity = repository.identity()
    assert identity
    with Objects(repository) as objects, writing(repository, objects, identity.name) as lock:
        head = objects.commit("HEAD")
        files = files | {
            ".gitignore": _with_lines(root, ".gitignore", IGNORED),
            ".gitattributes": _with_lines(root, ".gitattributes", ATTRIBUTES),
        }
        recorded = {name: _recorded(objects, head, repository.prefix + name) for name in files}
        fresh = {name: data for name, data in files.items() if _lacks(name, recorded[name], data)}
        if not fresh:
            return Founded(root, (), None)
        if head and repository.under_way():
            raise StoreFailed(
                say("A merge or rebase is under way in this repository."), say("End it first.")
            )
        message = "ledger begun\n\nStep: init\n" + ("Clock: fixed\n" if fixed_clock else "")
        parent = head.id if head else None
        typist = _typist(root, repository, objects, identity) if head else None
        landed = land(repository, parent, fresh, message, identity, now, typist=typist, lock=lock)
        lock.unfinished = bool(landed.warnings)
    return Founded(root, tuple(fresh), landed.commit, landed.warnings)


def _typist(
    root: str, repository: Repository, objects: Objects, identity: Identity
) -> Person | None:
    """Who adds to a ledger that is there already; None where there is none that can be read."""
    with suppress(GridctlError):
        return Ledger(root, repository, objects=objects).office.person_by_email(identity.email)
    return None


def _recorded(objects: Objects, head: Commit | None, path: str) -> bytes | None:
    entry = objects.find(head.tree, path) if head else None
    return objects.blob(entry.id) if entry and entry.mode != FOLDER else None


def _lacks(name: str, recorded: bytes | None, wanted: bytes) -> bool:
    """Whether the record lacks a file. Edited settings are not ours to record: gridctl record does."""
    return recorded is None or (name not in SETTINGS and recorded != wanted)


def _with_lines(root: str, name: str, lines: tuple[str, ...]) -> bytes:
    """The file as it is, with the lines that it lacks."""
    there = work_file.read(root, name) or b""
    lacking = [line for line in lines if line not in there.decode(errors="replace").splitlines()]
    glue = b"" if not there or there.endswith(b"\n") else b"\n"
    return there + (glue + "".join(f"{line}\n" for line in lacking).encode() if lacking else b"")
