"""Files on top: what a commit did to files that are no settings, and to cases otherwise than by adding."""

from collections.abc import Iterable

from gridctl.app.following import Follow
from gridctl.app.ledger import Ledger
from gridctl.errors import Refused
from gridctl.git.history import Change
from gridctl.words import say


def files_on_top(ledger: Ledger, tree: str, changes: Iterable[Change], follow: Follow) -> None:
    """A file follows as it is where the other side left it alone."""
    for change in changes:
        entry = ledger.objects.find(tree, ledger.repository.inside(change.path))
        there = (entry.mode, entry.id) if entry else None
        if there == change.new:
            continue
        if there == change.old:
            follow.files[change.path] = change.new
        else:
            clash = say("Somebody else changed {path} meanwhile.", path=change.path)
            follow.hold([change.path], Refused("Y06", clash))
