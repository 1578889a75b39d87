"""Journal keeping: patrols, meetings, training, publicity, visits and registrations are noted down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridctl.app.journal_change import Decide, JournalDesk
from gridctl.app.signing import own_grid
from gridctl.domain import texts
from gridctl.domain.grids import Place
from gridctl.domain.journal.entries import WORK
from gridctl.domain.journal.month import Key
from gridctl.domain.journal.work import FollowUp
from gridctl.domain.journal_terms import COVERAGE, JOURNAL_KINDS
from gridctl.domain.moments import day_typed
from gridctl.domain.naming import one_named
from gridctl.domain.office import Office
from gridctl.domain.terms import ROLES
from gridctl.errors import Usage
from gridctl.words import listed, say

# What each kind takes beside title, grid, counts and note, as it is called on the command line.
OWN: dict[str, tuple[str, ...]] = {
    "patrol": ("place", "found"),
    "meeting": ("attendees", "decision", "follow-up"),
    "training": ("attendees", "term", "role", "due"),
    "publicity": ("into",),
    "visit": ("households",),
    "registration": (),
}


@dataclass(frozen=True, kw_only=True)
class Noting:
    """The wish: an entry as typed. What does not belong to its kind is a usage error."""

    kind: str
    title: str | None = None
    grid: str | None = None
    counts: Sequence[str] = ()
    note: str | None = None
    place: Sequence[str] = ()
    found: Sequence[str] = ()
    attendees: Sequence[str] = ()
    decision: Sequence[str] = ()
    follow_up: Sequence[str] = ()
    term: str | None = None
    role: str | None = None
    due: str | None = None
    into: Sequence[str] = ()
    households: int | None = None


def note_down(wish: Noting, whom: Sequence[str] = ()) -> Decide:
    """Put the entry into the journal of who acts, or of those whom a dispatcher names."""
    kind = texts.key_of(wish.kind, {key: JOURNAL_KINDS[key] for key in WORK}, "KIND")
    _check_belongs(kind, wish)
    plain = _common(wish) | _own(wish)

    def decide(desk: JournalDesk) -> None:
        office, day = desk.ledger.office, desk.hand.at.date()
        for person in desk.people(whom):
            key = Key(person.id, f"{day:%Y-%m}")
            grid = office.grid(wish.grid).id if wish.grid else own_grid(person, day)
            seen = _seen(desk, grid, wish) if kind == "patrol" else {}
            entry = WORK[kind](**desk.common(key, person.id), **plain, **seen, grid=grid)
            desk.place(key, entry)

    return decide


def _check_belongs(kind: str, wish: Noting) -> None:
    own = {each for options in OWN.values() for each in options}
    for option in sorted(own - set(OWN[kind])):
        if getattr(wish, option.replace("-", "_")) not in (None, (), []):
            fits = [str(JOURNAL_KINDS[each]) for each, options in OWN.items() if option in options]
            raise Usage(
                say("{kind} takes no --{option}.", kind=JOURNAL_KINDS[kind], option=option),
                say("--{option} belongs to: {kinds}", option=option, kinds=listed(fits)),
            )
    if kind in ("meeting", "training", "publicity") and not wish.title:
        raise Usage(
            say("{kind} needs a title.", kind=JOURNAL_KINDS[kind]),
            say("For example: gridctl journal add {kind} TITLE", kind=kind),
        )


def _common(wish: Noting) -> dict[str, Any]:
    return {
        "title": texts.line("TITLE", wish.title) if wish.title else None,
        "counts": texts.quantities("--count", wish.counts) or None,
        "note": texts.prose("--note", wish.note) if wish.note else None,
    }


def _own(wish: Noting) -> dict[str, Any]:
    """What the kind of the entry has for itself; nothing stands for what was not said."""
    attendees, kinds = _attendance(wish.attendees)
    found = {
        "attendees": attendees,
        "kinds": kinds or None,
        "decisions": tuple(texts.prose("--decision", each) for each in wish.decision),
        "follow_ups": tuple(_follow_up(each) for each in wish.follow_up),
        "term": wish.term,
        "role": texts.key_of(wish.role, ROLES, "--role") if wish.role else None,
        "due": day_typed(wish.due) if wish.due else None,
        "into": tuple(texts.key_of(each, COVERAGE, "--into") for each in texts.parted(wish.into)),
        "households": wish.households,
    }
    return {key: value for key, value in found.items() if value not in (None, ())}


def _attendance(words: Sequence[str]) -> tuple[int | None, Mapping[str, int]]:
    """`384` is the number in all, `网格长=300` one of a kind; in all they are the kinds' sum."""
    total: int | None = None
    kinds: dict[str, int] = {}
    for word in words:
        what, equals, number = word.rpartition("=")
        if not number.isdecimal() or not number.isascii() or (equals and not what.strip()):
            raise Usage(
                say("--attendees takes a number or KIND=NUMBER, not “{given}”.", given=word),
                say("For example --attendees 384, or --attendees 'grid heads=300'."),
            )
        kind = texts.line("--attendees", what.strip()) if equals else None
        if kind in kinds or (kind is None and total is not None):
            raise Usage(
                say("--attendees is given twice for {kind}.", kind=kind or say("all")),
                say("Give every number once."),
            )
        if kind is None:
            total = int(number)
        else:
            kinds[kind] = int(number)
    return (sum(kinds.values()) if kinds and total is None else total), kinds


def _follow_up(word: str) -> FollowUp:
    """`TEXT@DATE`, or the text alone."""
    what, mark, due = word.rpartition("@")
    if not mark:
        return FollowUp(what=texts.prose("--follow-up", word))
    return FollowUp(what=texts.prose("--follow-up", what), due=day_typed(due))


def _seen(desk: JournalDesk, grid: str, wish: Noting) -> dict[str, Any]:
    """The places that were seen, and the cases that were found."""
    known = places_in(desk.ledger.office, grid)
    command = f"gridctl grid show {grid}"
    return {
        "places": tuple(one_named(each, known, say("place"), command).id for each in wish.place),
        "found": tuple(desk.ledger.cases.find(each) for each in wish.found),
    }


def places_in(office: Office, grid: str) -> dict[str, Place]:
    """The known places of a grid and of those below it, by id."""
    return {
        place.id: place
        for each in office.grids.values()
        if grid in office.line_of(each.id)
        for place in each.places
    }
