"""Journal listing: the entries of a period, by person, kind and grid."""

from collections.abc import Iterator
from dataclasses import dataclass

from gridctl.app.ledger import Ledger
from gridctl.domain import texts
from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import EntryCorrected, SignedIn, TookLeave
from gridctl.domain.journal.entries import KIND_OF, WORK
from gridctl.domain.journal.month import Key, Month, day_of
from gridctl.domain.journal.work import Worked
from gridctl.domain.journal_terms import JOURNAL_KINDS
from gridctl.domain.office import Office
from gridctl.domain.periods import Period


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What to list: words as typed. Without a kind the work alone, since attendance has its report."""

    staff: str | None = None
    kind: str | None = None
    grid: str | None = None


def entries(ledger: Ledger, period: Period, sought: Sought) -> list[tuple[Key, Event]]:
    """What counts in the period, by time."""
    office = ledger.office
    staff = office.person(sought.staff).id if sought.staff else None
    kinds = {texts.key_of(sought.kind, JOURNAL_KINDS, "--kind")} if sought.kind else set(WORK)
    grid = office.grid(sought.grid).id if sought.grid else None
    found = [
        (month.key, entry)
        for month in ledger.journal.of(period, staff)
        for entry in _of_kinds(month, kinds)
        if day_of(entry) in period
        and (grid is None or any(grid in office.line_of(g) for g in _grids(office, month, entry)))
    ]
    return sorted(found, key=lambda each: (each[1].at, each[0], each[1].n))


def _grids(office: Office, month: Month, entry: Event) -> Iterator[str]:
    """Where an entry belongs: its own grid, or those of the posts held then; a correction where
    what it mends does.
    """
    if isinstance(entry, EntryCorrected):
        yield from _grids(office, month, month.entries[entry.entry - 1])
    elif isinstance(entry, Worked | SignedIn):
        yield entry.grid
    elif person := office.people.get(month.staff):
        last = entry.until if isinstance(entry, TookLeave) else day_of(entry)
        yield from (post.grid for post in person.posts_between(day_of(entry), last))


def _of_kinds(month: Month, kinds: set[str]) -> Iterator[Event]:
    """What counts of these kinds; corrections are shown where they are asked for."""
    shown = month.entries if "correction" in kinds else month.counting()
    return (each for each in shown if KIND_OF[each.did] in kinds)
