"""Hand edits: what in the work tree differs from the record: settings files and case files."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from gridctl.app.case_files import is_case_path
from gridctl.app.ledger import Ledger
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
    recorded = dict(ledger.cases.entries())
    present = {path for path in _files(ledger.root) if path in recorded or is_case_path(path)}
    for path in sorted(present | recorded.keys()):
        data = work_file.read(ledger.root, path) if path in present else None
        id_ = recorded.get(path)
        if data is None or id_ is None or blob_id(data, like=id_) != id_:
            yield Edit(path, ledger.objects.blob(id_) if id_ else None, data)


def strays(ledger: Ledger) -> tuple[Message, ...]:
    """A warning of files that look like cases and lie where none belongs; none where there are none.

    What editors and file managers leave under cases/ looks like no case.
    """
    recorded = dict(ledger.cases.entries())
    found = [
        path
        for path in sorted(_files(ledger.root))
        if path.endswith(".yaml")
        and not os.path.basename(path).startswith(".")
        and path not in recorded
        and not is_case_path(path)
    ]
    if not found:
        return ()
    return (say("Not recorded, since no case belongs there: {files}", files=listed(found)),)


def _files(root: str) -> Iterator[str]:
    for folder, _folders, names in os.walk(os.path.join(root, "cases")):
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in names)
