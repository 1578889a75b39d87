"""Renewing: what an entry takes from the state that it comes to stand on: number, policy, deadline."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from gridctl.app.hand_made import MOVING, reckoned
from gridctl.app.ledger import Ledger
from gridctl.app.numbering import number_after
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.verbs.file import Filed, Pinned
from gridctl.domain.verbs.renumber import Renumbered
from gridctl.domain.verbs.settle_deadline import DeadlineSettled


def renewed(ledger: Ledger, case: Case, event: Event, given: Callable[[], Iterable[str]]) -> Event:
    """The event with what it takes from the state it comes to stand on: number, policy, deadline.

    `given` are all numbers given so far.
    """
    if isinstance(event, Filed):
        pinned = Pinned(catalogue=ledger.catalogue.edition, calendar=ledger.calendar.edition)
        event = replace(event, pinned=pinned)
        if case.number is None and event.number in given():
            number = number_after(given(), ledger.office, case, event.at)
            return replace(event, number=number, was=event.was or event.number)
    elif isinstance(event, Renumbered) and event.number in given():
        event = replace(event, number=number_after(given(), ledger.office, case, event.at))
    elif isinstance(event, DeadlineSettled):
        event = replace(event, calendar=ledger.calendar.edition)
    if isinstance(event, MOVING):
        due, provisional = reckoned(ledger, case, event) or (None, False)
        moved = {"due": due, "provisional": provisional}
        event = replace(event, **{key: moved[key] for key in moved if hasattr(event, key)})  # type: ignore[arg-type]
    return event
