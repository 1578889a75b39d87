"""Settings on top: edits of settings files of this clone, brought together with those of the other side."""

from collections.abc import Sequence

from gridctl.app.acting import Hand
from gridctl.app.following import Follow
from gridctl.app.hand_edits import Edit
from gridctl.app.ledger import Ledger
from gridctl.app.sound_settings import checked_settings
from gridctl.errors import Broken, Refused
from gridctl.git.history import Change
from gridctl.git.merging import merged
from gridctl.words import Message, say


def settings_on_top(ledger: Ledger, hand: Hand, changes: Sequence[Change], follow: Follow) -> None:
    """The settings of one commit follow where they clash in no line and are sound and allowed together."""
    edits: list[Edit] = []
    for change in changes:
        theirs = ledger.settings.get(change.path)
        own, ok = _brought_together(ledger, change, theirs)
        if not ok:
            follow.hold([each.path for each in changes], Refused("Y06", _clash(change.path)))
            return
        if own != theirs:
            edits.append(Edit(change.path, theirs, own))
    if not edits:
        return
    try:
        checked_settings(ledger, hand, edits)
    except (Refused, Broken) as error:
        follow.hold([edit.path for edit in edits], _refusal(error))
        return
    follow.files |= {edit.path: edit.edited for edit in edits}


def _brought_together(
    ledger: Ledger, change: Change, theirs: bytes | None
) -> tuple[bytes | None, bool]:
    """What the file is to be, and whether the two edits can stand together."""
    own, before = (
        ledger.objects.blob(side[1]) if side else None for side in (change.new, change.old)
    )
    if theirs in (before, own):
        return own, True
    if own is None or before is None or theirs is None:
        return None, False
    both = merged(own, before, theirs)
    return both, both is not None


def _clash(path: str) -> Message:
    return say("Somebody else changed the same lines of {path} meanwhile.", path=path)


def _refusal(error: Refused | Broken) -> Refused:
    if isinstance(error, Refused):
        return error
    first = error.problems[0]
    return Refused(first.rule, first.message)
