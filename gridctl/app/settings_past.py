"""Settings past: the settings files of any commit, each blob read once, and what two states say differently."""

from collections.abc import Iterator, Mapping
from typing import Any

from gridctl.domain.office import Office
from gridctl.domain.settings_difference import Difference, differences
from gridctl.domain.settings_files import GRIDS, SETTINGS, STAFF
from gridctl.errors import Broken, Problem
from gridctl.git.objects import FILE, Commit, Objects
from gridctl.store import settings_file
from gridctl.store.sizes import LARGEST_SETTINGS
from gridctl.words import say

Blobs = Mapping[str, str | None]  # by file; None: there, but no plain file


class SettingsPast:
    """The settings as they were recorded at any time."""

    def __init__(self, objects: Objects, prefix: str) -> None:
        self._objects = objects
        self._folder = prefix.strip("/")
        self._read: dict[tuple[str, str | None], Any] = {}
        self._offices: dict[tuple[str | None, str | None], Office | None] = {}

    def blobs(self, commit: Commit | None) -> Blobs:
        """The blob of every settings file that a commit holds."""
        if commit is None:
            return {}
        tree: str | None = commit.tree
        if self._folder:
            entry = self._objects.find(commit.tree, self._folder)
            tree = entry.id if entry else None
        inside = self._objects.entries(tree) if tree else ()
        return {e.name: e.id if e.mode == FILE else None for e in inside if e.name in SETTINGS}

    def office(self, commit: Commit | None) -> Office | None:
        """Grids, units and people as a commit holds them; None where they cannot be read."""
        blobs = self.blobs(commit)
        key = blobs.get(GRIDS), blobs.get(STAFF)
        if key not in self._offices:
            grids, staff = self._shape(GRIDS, key[0]), self._shape(STAFF, key[1])
            sound = not isinstance(grids, Problem) and not isinstance(staff, Problem)
            self._offices[key] = Office(grids, staff) if sound else None
        return self._offices[key]

    def differences(self, before: Blobs, after: Blobs) -> Iterator[Difference]:
        """What is said differently; of a file that cannot be read at one end, that it cannot."""
        old = {file: self._shape(file, blob) for file, blob in before.items()}
        new = {file: self._shape(file, blob) for file, blob in after.items()}
        for file in SETTINGS:
            broken = [each[file] for each in (old, new) if isinstance(each.get(file), Problem)]
            if broken and before.get(file) != after.get(file):
                told = say("it cannot be read: {reason}", reason=broken[0].message)
                yield Difference(file, (), say("{file}: {what}", file=file, what=told))
            if broken:
                old.pop(file, None)
                new.pop(file, None)
        yield from differences(old, new)

    def _shape(self, file: str, blob: str | None) -> Any:
        """What a blob describes, or what is wrong with it."""
        key = (file, blob)
        if key not in self._read:
            data = self._objects.blob(blob, limit=LARGEST_SETTINGS) if blob else None
            try:
                self._read[key] = settings_file.read_optional(
                    file, {file: data}, settings_file.SHAPES[file]
                )
            except Broken as error:
                self._read[key] = error.problems[0]
        return self._read[key]
