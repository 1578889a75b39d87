"""Hand edits: what in the work tree differs from the record: settings files and case files."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.domain.settings_files import SETTINGS
from gridctl.git.objects import blob_id
from gridctl.store import work_file


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
    """Every path under cases/ whose content differs from the record, in the order of paths."""
    recorded = dict(ledger.cases.entries())
    present = set(_files(ledger.root))
    for path in sorted(present | recorded.keys()):
        data = work_file.read(ledger.root, path) if path in present else None
        id_ = recorded.get(path)
        if data is None or id_ is None or blob_id(data, like=id_) != id_:
            yield Edit(path, ledger.objects.blob(id_) if id_ else None, data)


def _files(root: str) -> Iterator[str]:
    """Every YAML file under cases/; what editors and file managers leave there is not ours."""
    for folder, _folders, names in os.walk(os.path.join(root, "cases")):
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        yield from (
            f"{inside}/{name}" for name in names if name.endswith(".yaml") and name[0] != "."
        )
