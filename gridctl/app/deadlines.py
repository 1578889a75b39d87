"""Deadlines: what each entry that sets the deadline of a case makes of it, for commands and hand edits alike."""

from datetime import date, datetime, time, timedelta

from gridctl.app.clock import after_pause, deadline
from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.suspend import Suspended
from gridctl.domain.working_time import Due


def limit_of(case: Case) -> str:
    """The limit that a filed case is under."""
    return next(event.limit for event in reversed(case.history) if isinstance(event, Filed))


def is_longer(ledger: Ledger, at: datetime, limit: str, own: str) -> bool:
    """Whether a limit ends later than another from the same moment on."""
    return deadline(ledger, at, limit).at > deadline(ledger, at, own).at


def when_ordered(ledger: Ledger, case: Case, at: datetime) -> Due:
    """The lead unit has the limit from the order on."""
    return deadline(ledger, at, limit_of(case))


def when_extended(ledger: Ledger, case: Case) -> Due:
    """Once more the limit, from the present deadline on."""
    assert case.due
    return deadline(ledger, case.due, limit_of(case))


def when_suspended(ledger: Ledger, case: Case, at: datetime, until: date) -> Due:
    """What was left of the limit, from the morning after the pause on."""
    assert case.due
    morning = datetime.combine(until + timedelta(days=1), time(), at.tzinfo)
    return after_pause(ledger, case.due, limit_of(case), paused=at, resumed=morning)


def when_resumed(ledger: Ledger, case: Case, at: datetime) -> Due:
    """What was left of the limit when the pause began, from its end on."""
    pause = next(e for e in reversed(case.history) if isinstance(e, Suspended))
    before = next(e for e in reversed(case.history[: pause.n - 1]) if getattr(e, "due", None))
    due = getattr(before, "due")  # noqa: B009 - chosen for having one
    return after_pause(ledger, due, limit_of(case), paused=pause.at, resumed=at)


def when_reopened(ledger: Ledger, case: Case, at: datetime) -> Due | None:
    """The limit anew where a closed case goes back to its lead unit."""
    return when_ordered(ledger, case, at) if case.lead and case.state == "closed" else None
