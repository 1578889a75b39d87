"""Paper file: where a paper may be written, and the writing of it."""

import os

from gridctl.app.ledger import Ledger
from gridctl.domain.settings_files import SETTINGS
from gridctl.errors import Refused, StoreFailed, Usage
from gridctl.store import work_file
from gridctl.words import say

# Folders of a ledger that hold nothing but what gridctl puts there.
_OURS = ("cases", "journal", "private", "evidence")
_ALSO = ("filters.yaml",)
_GITS = (".gitignore", ".gitattributes")


def check_place(ledger: Ledger, file: str, *, force: bool) -> None:
    """Refuses a file of the ledger or of git, and without `force` one that is there already."""
    path = os.path.realpath(file)
    if _is_the_ledgers(ledger, path):
        raise Refused(
            "O03",
            say("{file} belongs to the ledger; no paper is written there.", file=file),
            say("Name another file after -o, best outside the ledger's folder."),
        )
    if os.path.lexists(file) and not force:
        raise Usage(
            say("{file} is there already.", file=file),
            say("Name another file after -o, or replace it with --force."),
        )


def _is_the_ledgers(ledger: Ledger, path: str) -> bool:
    repository = ledger.repository
    if any(_below(folder, path) for folder in (repository.git_dir, repository.common_dir)):
        return True
    *_folders, name = parts = path.lower().split(os.sep)
    if ".git" in parts or (name in _GITS and _below(repository.top, path)):
        return True  # what git is told to leave out keeps private/ out
    if not _below(ledger.root, path):
        return False
    inside = os.path.relpath(path, os.path.realpath(ledger.root)).lower()
    return inside in (*SETTINGS, *_ALSO) or inside.split(os.sep)[0] in _OURS


def _below(folder: str, path: str) -> bool:
    root = os.path.realpath(folder)
    return os.path.commonpath([root, path]) == root


def lies_in(ledger: Ledger, file: str) -> bool:
    """Whether a file lies in the ledger's folder, where git might pick it up."""
    return _below(ledger.root, os.path.realpath(file))


def write_out(file: str, data: bytes, *, private: bool) -> None:
    """The paper in its file, whole or not at all; readable by its owner alone where `private`."""
    folder, name = os.path.split(os.path.abspath(file))
    try:
        work_file.write(folder, name, data, mode=0o600 if private else 0o644)
    except StoreFailed as error:
        raise StoreFailed(
            say("{file} cannot be written: {reason}", file=file, reason=error.message),
            say("Name another file after -o."),
        ) from error
