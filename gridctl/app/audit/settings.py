"""Settings: a change of them is sound, and made by somebody who might make it under those before."""

from collections.abc import Iterator

from gridctl.app.acting import Hand
from gridctl.app.audit.act import Act
from gridctl.app.audit.standing import Files, Standings
from gridctl.app.hand_edits import Edit
from gridctl.app.sound_settings import checked_settings
from gridctl.domain.settings_files import SETTINGS
from gridctl.domain.violation import Violation
from gridctl.errors import GridctlError
from gridctl.words import say


def check_settings_change(
    act: Act, standings: Standings, before: Files, after: Files
) -> Iterator[Violation]:
    """What stands against a change of settings by the author of a commit."""
    if act.entry is None:
        return
    old, new = standings.bytes_of(before), standings.bytes_of(after)
    edits = [
        Edit(name, old.get(name), new.get(name))
        for name in SETTINGS
        if before.get(name) != after.get(name)
    ]
    linked = [edit.path for edit in edits if edit.path in after and edit.edited is None]
    for path in linked:
        yield act.broken("F09", say("Not a plain file."), path)
    if linked:
        return
    hand = Hand(act.entry.typist.id, act.entry, act.entry.recorded, act.commit.author)
    try:
        checked_settings(standings.as_recorded(act.ledger, before), hand, edits)
    except GridctlError as error:
        yield from act.refused(error, edits[0].path)
