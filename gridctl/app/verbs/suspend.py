"""suspend: a case is put aside until a day, and resumes with what was left of its limit."""

from gridctl.app.deadlines import when_resumed, when_suspended
from gridctl.app.desk import Desk
from gridctl.app.verbs.extend import said
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.moments import day_typed
from gridctl.domain.steps import MOVES, check_ready, not_now, position
from gridctl.domain.verbs.suspend import Resumed, Suspended, SuspensionDenied, SuspensionRequested


def request(desk: Desk, case: Case, until: str, note: str) -> Case:
    """Place the unit's wish."""
    return desk.place(
        case,
        SuspensionRequested(
            **desk.common(case), until=day_typed(until), note=texts.prose("--note", note)
        ),
    )


def approve(desk: Desk, case: Case, until: str | None, note: str | None) -> Case:
    """Place the approval, with the deadline that holds when the case resumes by itself."""
    check_ready(case, "suspend-approve")
    asked = next(e.until for e in reversed(case.history) if isinstance(e, SuspensionRequested))
    last = day_typed(until) if until else asked
    end = when_suspended(desk.ledger, case, desk.hand.at, last)
    return desk.place(
        case,
        Suspended(
            **desk.common(case),
            until=last,
            due=end.at,
            provisional=end.provisional,
            note=said(note),
        ),
    )


def deny(desk: Desk, case: Case, note: str) -> Case:
    """Place the refusal."""
    return desk.place(case, SuspensionDenied(**desk.common(case), note=texts.prose("--note", note)))


def resume(desk: Desk, case: Case, note: str | None) -> Case:
    """Place an end before its time."""
    if "resume" not in MOVES[position(case)]:
        raise not_now(case, "resume")
    end = when_resumed(desk.ledger, case, desk.hand.at)
    return desk.place(
        case, Resumed(**desk.common(case), due=end.at, provisional=end.provisional, note=said(note))
    )
