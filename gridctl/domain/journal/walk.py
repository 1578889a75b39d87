"""Walk: how a journal grows, entry by entry, each held to what stands before it."""

from collections.abc import Iterable

from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import EntryCorrected
from gridctl.domain.journal.guards import GUARDS
from gridctl.domain.journal.month import Month, day_of
from gridctl.errors import Refused
from gridctl.words import say


def replay(month: Month, entries: Iterable[Event]) -> Month:
    """The month after all these entries; Refused where one cannot stand."""
    for entry in entries:
        month = advance(month, entry)
    return month


def advance(month: Month, event: Event) -> Month:
    """The month with one more entry; Refused where it cannot stand there."""
    _check_place(month, event)
    GUARDS[type(event)](month, event)
    return month.after(event)


def _check_place(month: Month, event: Event) -> None:
    """Refuses an entry that is not the next one of this journal."""
    if event.n != len(month.entries) + 1:
        raise Refused(
            "J02",
            say(
                "Entry {n} stands where {expected} is expected.",
                n=event.n,
                expected=len(month.entries) + 1,
            ),
        )
    mends = isinstance(event, EntryCorrected)
    if not mends and (event.by != month.staff or f"{day_of(event):%Y-%m}" != month.month):
        raise Refused(
            "J03",
            say(
                "An entry by {by} of {day} does not belong into the journal of {staff}, {month}.",
                by=event.by,
                day=day_of(event),
                staff=month.staff,
                month=month.month,
            ),
        )
