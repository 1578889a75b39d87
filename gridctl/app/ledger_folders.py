"""Ledger folders: where in a repository ledgers lie."""

from gridctl.domain.settings_files import REQUIRED
from gridctl.git.objects import FOLDER, Commit, Objects

_INSIDE = ("cases", "journal")  # of a ledger: no other one is looked for in there


def ledger_folders(objects: Objects, commit: Commit | None) -> list[str]:
    """Every folder that holds grids.yaml beside staff.yaml, as a prefix; the top is the empty one."""
    found, waiting = [], [("", commit.tree)] if commit else []
    while waiting:
        prefix, tree = waiting.pop()
        entries = objects.entries(tree)
        is_ledger = {entry.name for entry in entries}.issuperset(REQUIRED)
        found += [prefix] if is_ledger else []
        waiting += [
            (f"{prefix}{entry.name}/", entry.id)
            for entry in entries
            if entry.mode == FOLDER and not (is_ledger and entry.name in _INSIDE)
        ]
    return sorted(found)
