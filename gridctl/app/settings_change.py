"""Settings change: one edit of one settings file by command, held to the rules of hand edits, in one commit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from gridctl.app.acting import Acting, Hand, hand_of
from gridctl.app.change import ready
from gridctl.app.hand_edits import Edit
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.app.sound_settings import checked_settings
from gridctl.errors import Broken, Problem, Refused
from gridctl.store import work_file
from gridctl.store.yaml_text import Unreadable
from gridctl.words import Message, say


@dataclass(frozen=True)
class Wish:
    """The bytes that a file is to have, what that is in a commit's words, and in a person's."""

    path: str
    data: bytes
    subject: str
    told: Message


@dataclass(frozen=True)
class Settled:
    """What was changed. `commit` is None after a dry run, and where there was nothing to change."""

    edit: Edit
    told: Message
    commit: str | None
    warnings: tuple[Message, ...] = ()


Decide = Callable[[Ledger, date], Wish]


def change_settings(folder: str, acting: Acting, decide: Decide) -> Settled:
    """Let `decide` wish for other bytes on the day of the call, check them, and record them."""
    root, repository = place_of(folder)
    if acting.dry_run:
        with Ledger(root, repository) as ledger:
            return _decided(ledger, hand_of(ledger, acting), decide)[0]
    with ready(root, repository) as (ledger, lock):
        hand = hand_of(ledger, acting)
        settled, message = _decided(ledger, hand, decide)
        if settled.edit.edited == settled.edit.recorded:
            return settled
        clock = "Clock: fixed\n" if acting.fixed_clock else ""
        path, _before, after = settled.edit
        landed = land(
            repository,
            ledger.commit.id,
            {path: after},
            message + clock,
            hand.identity,
            hand.entry.recorded,
            lock=lock,
        )
        lock.unfinished = bool(landed.warnings)
        return replace(settled, commit=landed.commit, warnings=landed.warnings)


def _decided(ledger: Ledger, hand: Hand, decide: Decide) -> tuple[Settled, str]:
    """The change, checked, and the message of its commit."""
    try:
        wish = decide(ledger, hand.entry.recorded.date())
    except Unreadable as error:
        raise _unsound([error.problem]) from error
    edit = Edit(wish.path, ledger.settings.get(wish.path), wish.data)
    if work_file.read(ledger.root, edit.path) != edit.recorded:
        raise Refused(
            "P02",
            say("{path} was edited by hand and that is not recorded.", path=edit.path),
            say(
                "Record the edit: gridctl record. Or drop it: git checkout HEAD -- {path}",
                path=edit.path,
            ),
        )
    checked_settings(ledger, hand, [edit], _unsound)
    message = f"settings: {wish.subject}\n\nStep: settings\nBy: {hand.entry.typist.id}\n"
    return Settled(edit, wish.told, None), message


def _unsound(problems: list[Problem]) -> Broken:
    return Broken(
        say("The settings would not be sound with this; nothing was recorded."),
        problems,
        say("The lines are those of the file as it would be; see them with --dry-run."),
    )
