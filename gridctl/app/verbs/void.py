"""void and reopen: a case ends that should not be one; an ended one begins again."""

from datetime import datetime

from gridctl.app.clock import deadline
from gridctl.app.desk import Desk
from gridctl.app.verbs.dispatch import limit_of
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.steps import MOVES, not_now, position
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.void import Voided
from gridctl.errors import Refused
from gridctl.words import say


def void(desk: Desk, case: Case, reason: str) -> Case:
    """Place the end."""
    return desk.place(case, Voided(**desk.common(case), reason=texts.prose("--note", reason)))


def reopen(desk: Desk, case: Case, reason: str) -> Case:
    """Place the new beginning, within the ledger's window; the lead unit gets its limit again."""
    if "reopen" not in MOVES[position(case)]:
        raise not_now(case, "reopen")
    window = desk.ledger.office.settings.reopen_within
    last = deadline(desk.ledger, _ended(case), window).at
    if desk.hand.at > last:
        raise Refused(
            "W24",
            say("The window for reopening ended on {day}.", day=last.date()),
            say("Collect it anew, and link the two: gridctl link ID {case}", case=case.ending),
        )
    end = (
        deadline(desk.ledger, desk.hand.at, limit_of(case))
        if case.lead and case.state == "closed"
        else None
    )
    return desk.place(
        case,
        Reopened(
            **desk.common(case),
            reason=texts.prose("--note", reason),
            due=end.at if end else None,
            provisional=bool(end and end.provisional),
        ),
    )


def _ended(case: Case) -> datetime:
    """When the case was closed or made void."""
    ends = ("verified", "voided", "triaged")
    return next(event.at for event in reversed(case.history) if event.did in ends)
