"""Own names: what a ledger's folder holds by name, and what some machines would take for it."""

from gridctl.app.outside import FOLDERS
from gridctl.domain.settings_files import SETTINGS

_OWN = frozenset({*SETTINGS, "cases", "journal", *FOLDERS})


def twin_of(path: str) -> str | None:
    """The own name that the first part of a path is but for capitals: where a file system does not
    tell these apart, the one would stand in place of the other.
    """
    name = path.partition("/")[0]
    small = name.lower() if name.isascii() else name
    return small if small != name and small in _OWN else None
