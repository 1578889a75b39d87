"""Settling: provisional deadlines worked out once the holiday plan is known."""

from datetime import datetime, timedelta

from gridctl.app.clock import after_pause, deadline
from gridctl.app.deadlines import limit_of
from gridctl.app.desk import Desk
from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.facts import Facts
from gridctl.domain.todo import is_unsettled
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import Extended
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.settle_deadline import DeadlineSettled
from gridctl.domain.verbs.suspend import Resumed, Suspended


def unsettled(ledger: Ledger) -> list[str]:
    """Current cases whose deadline is provisional though the calendar reaches beyond it."""
    return [
        facts.id
        for facts in ledger.cases.facts()
        if isinstance(facts, Facts) and is_unsettled(facts, ledger.calendar.known_until)
    ]


def settle(desk: Desk) -> None:
    """Place the settled deadline of every case that waits for it."""
    for case_id in unsettled(desk.ledger):
        case = desk.take(case_id)
        due = recomputed(desk.ledger, case)
        edition = desk.ledger.calendar.edition
        desk.place(case, DeadlineSettled(**desk.common(case), due=due, calendar=edition))


def recomputed(ledger: Ledger, case: Case) -> datetime:
    """The deadline under today's calendar: from the last order on, through what moved it since."""
    limit, due = limit_of(case), case.history[0].at
    paused: datetime | None = None
    before = due
    for event in case.history:
        if isinstance(event, Dispatched) or (isinstance(event, Reopened) and event.due):
            due = deadline(ledger, event.at, limit).at
        elif isinstance(event, Extended):
            due = deadline(ledger, due, limit).at
        elif isinstance(event, Suspended):
            paused, before = event.at, due
            morning = datetime.fromisoformat(f"{event.until}T00:00:00").replace(
                tzinfo=event.at.tzinfo
            )
            due = after_pause(
                ledger, before, limit, paused=paused, resumed=morning + timedelta(days=1)
            ).at
        elif isinstance(event, Resumed) and paused:
            due = after_pause(ledger, before, limit, paused=paused, resumed=event.at).at
    return due
