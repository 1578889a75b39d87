"""Settings change: one edit of one settings file by command, held to the rules of hand edits, in one commit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from gridctl.app.acting import Acting, Hand, hand_of
from gridctl.app.change import ready
from gridctl.app.hand_edits import Edit
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.app.sound_settings import checked_settings
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.errors import Broken, Problem, Refused
from gridctl.store import settings_file, work_file
from gridctl.store.yaml_text import Unreadable
from gridctl.words import Message, listed, say


@dataclass(frozen=True)
class Wish:
    """The bytes that a file is to have, what that is in a commit's words, and in a person's."""

    path: str
    data: bytes
    subject: str
    told: Message
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Settled:
    """What was changed. `commit` is None after a dry run, and where there was nothing to change.

    `warnings` say what did not follow the commit, `remarks` what a person should think of again.
    """

    edit: Edit
    told: Message
    commit: str | None
    remarks: tuple[Message, ...] = ()
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
            typist=hand.entry.typist,
            lock=lock,
        )
        lock.unfinished = bool(landed.warnings)
        return replace(settled, commit=landed.commit, warnings=landed.warnings)


def _decided(ledger: Ledger, hand: Hand, decide: Decide) -> tuple[Settled, str]:
    """The change, checked, and the message of its commit."""
    try:
        wish = decide(ledger, hand.entry.recorded.date())
    except Unreadable as error:
        raise _unsound(ledger, [error.problem]) from error
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
    office = checked_settings(ledger, hand, [edit], partial(_unsound, ledger))
    remarks = (*wish.remarks, *_own_end(hand.entry.typist, office))
    message = f"settings: {wish.subject}\n\nStep: settings\nBy: {hand.entry.typist.id}\n"
    return Settled(edit, wish.told, None, remarks), message


def _own_end(typist: Person, after: Office) -> Iterator[Message]:
    """Whoever types ends the last of his own posts, which nobody may give himself again."""
    own = after.people.get(typist.id)
    days = [post.until for post in own.posts] if own else []
    if own and None not in days and any(post.until is None for post in typist.posts):
        yield say(
            "These are your own posts: after {until} you cannot act in this ledger, and somebody else has to give you a post again.",
            until=max(day for day in days if day),
        )


def _unsound(ledger: Ledger, problems: list[Problem]) -> Broken | Refused:
    """A wish that a rule forbids is refused; what was broken before it is still told as that."""
    files = {name: data for name, data in ledger.settings.items() if data is not None}
    before = list(settings_file.problems(files))
    if before:
        return settings_file.broken(before)
    first, *others = problems
    refusal = Refused(first.rule, first.message, first.remedy or say("Nothing was recorded."))
    if others:
        refusal.reach = say("Also: {problems}", problems=listed(each.message for each in others))
    return refusal
