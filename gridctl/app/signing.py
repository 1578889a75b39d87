"""Signing 签到: people sign in and out, take leave, and a dispatcher corrects it."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from gridctl.app.journal_change import Decide, JournalDesk
from gridctl.domain import texts
from gridctl.domain.journal.attendance import EntryCorrected, SignedIn, SignedOut, TookLeave
from gridctl.domain.journal.month import Key
from gridctl.domain.journal_terms import LEAVES
from gridctl.domain.moments import as_typed, day_typed
from gridctl.domain.people import Person
from gridctl.domain.periods import parse_month
from gridctl.domain.rights import check_post
from gridctl.errors import NotFound, Usage
from gridctl.words import say


def sign_in(grid: str | None, whom: Sequence[str] = ()) -> Decide:
    """Sign in, in the grid that is named or else where the person holds the first post."""

    def decide(desk: JournalDesk) -> None:
        office, day = desk.ledger.office, desk.hand.at.date()
        for person in desk.people(whom):
            key = Key(person.id, f"{day:%Y-%m}")
            where = office.grid(grid).id if grid else own_grid(person, day)
            desk.place(key, SignedIn(**desk.common(key, person.id), grid=where))

    return decide


def own_grid(person: Person, day: date) -> str:
    """The grid of the first post held on that day; Refused where there is none."""
    check_post(person, day)
    return person.posts_on(day)[0].grid


def sign_out(whom: Sequence[str] = ()) -> Decide:
    """Sign out."""

    def decide(desk: JournalDesk) -> None:
        for person in desk.people(whom):
            key = Key(person.id, f"{desk.hand.at:%Y-%m}")
            desk.place(key, SignedOut(**desk.common(key, person.id)))

    return decide


def take_leave(
    kind: str, since: str, until: str, *, note: str | None = None, whom: Sequence[str] = ()
) -> Decide:
    """Leave from one day to another; one entry in each month that it touches."""
    leave = texts.key_of(kind, LEAVES, "--kind")
    first, last = day_typed(since), day_typed(until)
    if last < first or (last - first).days > 366:
        raise Usage(
            say("{until} is not within a year from {since}.", until=last, since=first),
            say("Give the first and the last day: --since DATE --until DATE"),
        )
    said = texts.prose("--note", note) if note else None

    def decide(desk: JournalDesk) -> None:
        for person in desk.people(whom):
            for start, end in _by_month(first, last):
                key = Key(person.id, f"{start:%Y-%m}")
                common = desk.common(key, person.id)
                days = {"since": start, "until": end}
                desk.place(key, TookLeave(**common, leave=leave, **days, note=said))  # type: ignore[arg-type]

    return decide


def _by_month(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The days cut at the ends of months."""
    while first <= last:
        end = min(last, first.replace(day=monthrange(first.year, first.month)[1]))
        yield first, end
        first = date.fromordinal(end.toordinal() + 1)


def correct(
    word: str, entry: int, reason: str, *, month: str | None = None, to: str | None = None
) -> Decide:
    """Give an entry of signing another time, or without `to` take any entry out."""

    def decide(desk: JournalDesk) -> None:
        person = desk.ledger.office.person(word)
        today = desk.hand.entry.recorded.date()
        key = Key(person.id, parse_month(month or "this-month", today).name)
        mended = next((e for e in desk.take(key).counting() if e.n == entry), None)
        if mended is None:
            raise NotFound(
                say(
                    "{staff} has no entry {n} in {month} that counts.",
                    staff=person.id,
                    n=entry,
                    month=key.month,
                ),
                say(
                    "See the journal: gridctl journal show {staff} {month}",
                    staff=person.id,
                    month=key.month,
                ),
            )
        desk.place(
            key,
            EntryCorrected(
                **desk.common(key, desk.hand.by),
                entry=entry,
                old=mended.at,
                new=as_typed(to, now=desk.ledger.local(mended.at)) if to else None,
                reason=texts.prose("--reason", reason),
            ),
        )

    return decide
