"""Hand edits: what in the work tree differs from the record: settings files, case files and journals."""

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from gridctl.app.case_files import is_case_path
from gridctl.app.ledger import Ledger
from gridctl.domain.journal.month import key_of_path
from gridctl.domain.settings_files import SETTINGS
from gridctl.git.objects import blob_id
from gridctl.store import work_file
from gridctl.words import Message, listed, say


class Edit(NamedTuple):
    """A ledger-relative path with its recorded bytes and those in the work tree; None: not there."""

    path: str
    recorded: bytes | None
    edited: bytes | None


def settings_edits(ledger: Ledger) -> tuple[Edit, ...]:
    """The settings files that were edited."""
    found = (
        Edit(name, ledger.settings.get(name), work_file.read(ledger.root, name))
        for name in SETTINGS
    )
    return tuple(edit for edit in found if edit.recorded != edit.edited)


def case_edits(ledger: Ledger) -> Iterator[Edit]:
    """Case files, and whatever else is recorded under cases/, that differ from the record."""
    return _edits(ledger, "cases", dict(ledger.cases.entries()), is_case_path)


def journal_edits(ledger: Ledger) -> Iterator[Edit]:
    """The same for journals."""
    return _edits(ledger, "journal", dict(ledger.journal.entries()), _is_journal_path)


def _is_journal_path(path: str) -> bool:
    return key_of_path(path) is not None


def _edits(
    ledger: Ledger, folder: str, recorded: dict[str, str], belongs: Callable[[str], bool]
) -> Iterator[Edit]:
    present = {path for path in _files(ledger.root, folder) if path in recorded or belongs(path)}
    for path in sorted(present | recorded.keys()):
        data = work_file.read(ledger.root, path) if path in present else None
        id_ = recorded.get(path)
        if data is None or id_ is None or blob_id(data, like=id_) != id_:
            yield Edit(path, ledger.objects.blob(id_) if id_ else None, data)


def strays(ledger: Ledger) -> tuple[Message, ...]:
    """Warnings of files that look like cases or journals and lie where none belongs.

    What editors and file managers leave there looks like neither.
    """
    cases = _strays(ledger, "cases", dict(ledger.cases.entries()), is_case_path)
    journals = _strays(ledger, "journal", dict(ledger.journal.entries()), _is_journal_path)
    return (
        *(
            (say("Not recorded, since no case belongs there: {files}", files=cases),)
            if cases
            else ()
        ),
        *(
            (say("Not recorded, since no journal belongs there: {files}", files=journals),)
            if journals
            else ()
        ),
    )


def _strays(
    ledger: Ledger, folder: str, recorded: dict[str, str], belongs: Callable[[str], bool]
) -> str:
    """The names of files that belong nowhere."""
    return listed(
        path
        for path in sorted(_files(ledger.root, folder))
        if path.endswith(".yaml")
        and not os.path.basename(path).startswith(".")
        and path not in recorded
        and not belongs(path)
    )


def _files(root: str, below: str) -> Iterator[str]:
    for folder, _folders, names in os.walk(os.path.join(root, below)):
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in names)
