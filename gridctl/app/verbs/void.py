"""void and reopen: a case ends that should not be one; an ended one begins again."""

from datetime import datetime

from gridctl.app.clock import deadline
from gridctl.app.deadlines import when_reopened
from gridctl.app.desk import Desk
from gridctl.app.ledger import Ledger
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.steps import MOVES, not_now, position
from gridctl.domain.verbs.link import Linked
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
    check_window(desk.ledger, case, desk.hand.at)
    end = when_reopened(desk.ledger, case, desk.hand.at)
    moved = desk.place(
        case,
        Reopened(
            **desk.common(case),
            reason=texts.prose("--note", reason),
            due=end.at if end else None,
            provisional=bool(end and end.provisional),
        ),
    )
    return _no_duplicate(desk, moved, case.duplicate_of) if case.duplicate_of else moved


def _no_duplicate(desk: Desk, case: Case, original: str) -> Case:
    """What was a duplicate is related to its original from now on, and both say so."""
    other = desk.take(original, beside=True)
    desk.place(other, Linked(**desk.common(other), to=case.id, relation="related"))
    if original in case.links:
        return case
    return desk.place(case, Linked(**desk.common(case), to=original, relation="related"))


def check_window(ledger: Ledger, case: Case, at: datetime) -> None:
    """Refuses what ended longer ago than the ledger's window."""
    last = deadline(ledger, _ended(case), ledger.office.settings.reopen_within).at
    if at > last:
        raise Refused(
            "W24",
            say("The window for reopening ended on {day}.", day=last.date()),
            say("Collect it anew, and link the two: gridctl link ID --to {case}", case=case.ending),
        )


def _ended(case: Case) -> datetime:
    """When the case was closed or made void."""
    ends = ("verified", "voided", "triaged")
    return next(event.at for event in reversed(case.history) if event.did in ends)
