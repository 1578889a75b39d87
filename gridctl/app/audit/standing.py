"""Standing: the settings that held after every commit, each state of them read once."""

from collections import deque
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass

from gridctl.app.earlier import states
from gridctl.app.ledger import Ledger
from gridctl.domain.settings_files import SETTINGS
from gridctl.errors import Broken
from gridctl.git.history import Change, Edge
from gridctl.git.objects import FOLDER, Commit, Objects
from gridctl.git.repository import Repository
from gridctl.store.sizes import LARGEST_SETTINGS

Files = Mapping[str, tuple[str, str]]  # mode and blob of each settings file, by its name
_PLAIN = ("100644", "100755")


@dataclass(frozen=True)
class Standing:
    """The settings files after a commit, and a ledger under them as they last were sound.

    `rules` is None where no ledger had begun.
    """

    files: Files
    rules: Ledger | None


class Standings:
    """The standing of every commit that was asked for or followed."""

    def __init__(self, repository: Repository, objects: Objects) -> None:
        self._repository = repository
        self._objects = objects
        self._known: dict[str, Standing] = {}
        self._read: dict[tuple[tuple[str, tuple[str, str]], ...], Ledger | None] = {}
        # The last commits that were followed: one of them is the next one's parent, most often.
        self._latest: deque[Commit] = deque(maxlen=8)

    def of(self, commit: str | None) -> Standing:
        """What stood after a commit; nothing before a root."""
        if commit is None:
            return Standing({}, None)
        if commit not in self._known:
            self._known[commit] = self._found(commit)
        return self._known[commit]

    def follow(self, edges: Iterable[Edge]) -> Standing:
        """What stands after a commit, from its first edge; where another parent alone has a ledger,
        that one's rules hold on.
        """
        first, *others = edges
        before = self.of(first.parent)
        files = _changed(before.files, first.changes)
        if files is before.files and before.rules:
            after = before
        else:
            former = (before.rules, *(self.of(each.parent).rules for each in others))
            rules = self._sound(first.commit, files) or next(filter(None, former), None)
            after = Standing(files, rules)
        self._known[first.commit.id] = after
        self._latest.appendleft(first.commit)
        return after

    def ledger(self, rules: Ledger, commit: str) -> Ledger:
        """The ledger of a commit under settings that were read before."""
        known = (each for each in self._latest if each.id == commit)
        made = next(known, None) or self._objects.commit(commit)
        assert made
        other = copy(rules)
        for name in ("_entries", "cases", "journal"):
            other.__dict__.pop(name, None)
        other.commit, other.as_of = made, commit
        return other

    def as_recorded(self, ledger: Ledger, files: Files) -> Ledger:
        """The ledger with its settings as they were recorded, sound or not."""
        other = copy(ledger)
        for name in ("office", "catalogue", "calendar", "scoring"):
            other.__dict__.pop(name, None)
        other.settings = self.bytes_of(files)
        return other

    def bytes_of(self, files: Files) -> dict[str, bytes | None]:
        """The settings themselves; None for what is no plain file, or too large for one."""
        return {
            name: self._objects.blob(blob, limit=LARGEST_SETTINGS) if mode in _PLAIN else None
            for name, (mode, blob) in files.items()
        }

    def _found(self, commit: str) -> Standing:
        """Read from the commit's own tree; its rules, where these cannot be read, from an earlier one."""
        made = self._objects.commit(commit)
        assert made
        files = self._files(made)
        return Standing(files, self._sound(made, files) or self._last_sound(made))

    def _files(self, made: Commit) -> Files:
        """The settings files of a commit."""
        tree, folder = made.tree, self._repository.prefix.strip("/")
        if folder:
            entry = self._objects.find(tree, folder)
            if entry is None or entry.mode != FOLDER:
                return {}
            tree = entry.id
        inside = {e.name: (e.mode, e.id) for e in self._objects.entries(tree)}
        return {name: inside[name] for name in SETTINGS if name in inside}

    def _last_sound(self, made: Commit) -> Ledger | None:
        """The rules as they were last recorded soundly; None where no ledger had begun."""
        repository = self._repository
        ledger = Ledger(repository.root, repository, as_of=made.id, objects=self._objects)
        earlier = (self._sound(s.commit, self._files(s.commit)) for s in states(ledger, *SETTINGS))
        return next(filter(None, earlier), None)

    def _sound(self, commit: Commit, files: Files) -> Ledger | None:
        """A ledger under these files; None where they cannot be read."""
        key = tuple(sorted(files.items()))
        if key not in self._read:
            self._read[key] = self._sound_ledger(commit, files)
        return self._read[key]

    def _sound_ledger(self, commit: Commit, files: Files) -> Ledger | None:
        repository = self._repository
        plain = Ledger(repository.root, repository, as_of=commit.id, objects=self._objects)
        try:
            ledger = plain.under(self.bytes_of(files))
            ledger.zone, ledger.catalogue, ledger.calendar  # noqa: B018 - reading is the question
        except Broken:
            return None
        return ledger


def _changed(files: Files, changes: Iterable[Change]) -> Files:
    """The files after some changes; the same object where none is theirs."""
    moved = {path: new for path, _old, new in changes if path in SETTINGS}
    if not moved:
        return files
    known = dict(files) | {path: new for path, new in moved.items() if new}
    return {name: each for name, each in known.items() if moved.get(name, each)}
