"""Files on top: what a commit did to files that are no settings, and to cases otherwise than by adding."""

import os
from collections.abc import Iterable, Iterator

from gridctl.app.following import Follow
from gridctl.app.ledger import Ledger
from gridctl.errors import Refused
from gridctl.git.history import Change
from gridctl.git.objects import FOLDER, Objects
from gridctl.words import say


def files_on_top(ledger: Ledger, tree: str, changes: Iterable[Change], follow: Follow) -> None:
    """A file follows as it is where the other side left it alone."""
    inside = ledger.repository.inside
    # What a commit removed may make room for what it added.
    for change in sorted(changes, key=lambda each: each.new is not None):
        entry = ledger.objects.find(tree, inside(change.path))
        there = (entry.mode, entry.id) if entry and entry.mode != FOLDER else None
        if there == change.new:
            continue
        gone = {inside(path) for path, data in follow.files.items() if data is None}
        in_the_way = change.new and set(_in_the_way(ledger.objects, tree, inside(change.path)))
        if there == change.old and not (in_the_way and in_the_way - gone):
            follow.files[change.path] = change.new
        else:
            clash = say("Somebody else changed {path} meanwhile.", path=change.path)
            follow.hold([change.path], Refused("Y06", clash))


def _in_the_way(objects: Objects, tree: str, path: str) -> Iterator[str]:
    """The files that git would remove to put one at the path: one where it has a folder, and all
    that lie in a folder where it is to be.
    """
    above = os.path.dirname(path)
    while above:
        entry = objects.find(tree, above)
        if entry and entry.mode != FOLDER:
            yield above
        above = os.path.dirname(above)
    entry = objects.find(tree, path)
    if entry and entry.mode == FOLDER:
        yield from (inside for inside, _entry in objects.walk(entry.id, f"{path}/"))
