"""Sync page: what came and went between two clones, what took another number, what is held back."""

from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.journal.entries import KIND_OF
from gridctl.domain.journal_terms import JOURNAL_KINDS
from gridctl.domain.office import Office
from gridctl.domain.terms import EVENTS
from gridctl.words import Message, _, listed


def counted(fetched: int, replayed: int, pushed: int, server: str) -> Iterator[str]:
    """How much came in, was put on top, and went out."""
    shown = visible(server)
    if not (fetched or pushed):
        yield _("Nothing new on either side ({server})").format(server=shown)
        return
    yield _("Received: {fetched}; sent: {pushed} ({server})").format(
        fetched=fetched, pushed=pushed, server=shown
    )
    if replayed:
        yield _("Put on top of what came: {replayed}").format(replayed=replayed)


def already_there(count: int) -> Iterator[str]:
    """What the other side had already, by another way."""
    if count:
        yield _("Already with the other side: {count}").format(count=count)


def renumbered(case: str, was: str, number: str) -> str:
    """A filing that took another number."""
    return _("{case}: the number {was} was given away meanwhile; it is {number} now").format(
        case=case, was=visible(was), number=visible(number)
    )


def held(
    name: str,
    commit: str,
    events: Sequence[Event],
    theirs: Sequence[Event],
    office: Office,
    why: Message | None = None,
) -> Iterator[str]:
    """What is held back: of which case or file, what was done there, why, and what the others did."""
    done = f"  {entries(events, office)}" if events else ""
    yield f"{visible(name)}  {commit[:7]}{done}"
    if why:
        yield "  " + _("Held back: {why}").format(why=why)
    if theirs:
        yield "  " + _("Meanwhile: {events}").format(events=entries(theirs, office))


def entries(events: Sequence[Event], office: Office) -> str:
    """What was done, by whom and when, in one line."""
    return listed(
        _("{did} by {name}, {when}").format(
            did=EVENTS.get(each.did) or JOURNAL_KINDS[KIND_OF[each.did]],
            name=visible(office.person_name(each.by)),
            when=f"{each.at:%m-%d %H:%M}",
        )
        for each in events
    )


def held_object(
    case: str | None,
    path: str,
    commit: str,
    events: Sequence[Event],
    theirs: Sequence[Event],
) -> dict[str, Any]:
    """The same with stable keys."""
    return {
        "case": case,
        "path": path,
        "commit": commit,
        "events": [_brief(each) for each in events],
        "theirs": [_brief(each) for each in theirs],
    }


def _brief(event: Event) -> dict[str, Any]:
    return {"n": event.n, "did": event.did, "at": event.at.isoformat(), "by": event.by}
