"""Where the ledger is and which language it speaks, before anything of it is read."""

import os

from gridctl.domain.settings_files import GRIDS, REQUIRED

_HEAD = 8192


def ledger_folder(start: str) -> str | None:
    """The nearest folder from `start` upwards that holds `grids.yaml` beside `staff.yaml`."""
    folder = os.path.abspath(start)
    while not all(os.path.isfile(os.path.join(folder, n)) for n in REQUIRED):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def half_a_ledger(start: str) -> tuple[str, str] | None:
    """The nearest folder upwards that holds one of the two files, and the one that it lacks."""
    folder = os.path.abspath(start)
    while True:
        there = [n for n in REQUIRED if os.path.lexists(os.path.join(folder, n))]
        if len(there) == 1:
            return folder, next(n for n in REQUIRED if n not in there)
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def ledger_language(folder: str) -> str | None:
    """The `language` that the `ledger` block of the work tree's grids.yaml names.

    A glance at the first lines, not a reading: a help page must not wait for a YAML reader.
    """
    try:
        with open(os.path.join(folder, GRIDS), "rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return None
    return language_named(head)


def language_named(head: str) -> str | None:
    """The same of the first lines of a grids.yaml."""
    inside = False
    for line in head.splitlines():
        if line[:1] not in ("", " ", "\t", "#"):
            inside = line.startswith("ledger:")
        _, found, value = line.partition("language:")
        if inside and found and not line.lstrip().startswith("#"):
            return value.split(",")[0].split("#")[0].strip(" \t}'\"") or None
    return None
