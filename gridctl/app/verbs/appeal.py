"""appeal and decide: lateness is contested once, and decided once."""

from gridctl.app.desk import Desk
from gridctl.app.verbs.extend import said
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.lateness import was_late
from gridctl.domain.steps import MOVES, guided, position
from gridctl.domain.verbs.appeal import Appealed, Decided
from gridctl.errors import Refused
from gridctl.words import say


def appeal(desk: Desk, case: Case, note: str) -> Case:
    """Place the unit's grounds, where it was late at all."""
    if "appeal" in MOVES[position(case)] and case.lead and not was_late(case):
        raise guided(
            case, Refused("W21", say("The unit was not late, so there is nothing to appeal."))
        )
    return desk.place(case, Appealed(**desk.common(case), note=texts.prose("--note", note)))


def decide(desk: Desk, case: Case, *, granted: bool, note: str | None) -> Case:
    """Place the leader's word."""
    outcome = "granted" if granted else "denied"
    return desk.place(case, Decided(**desk.common(case), outcome=outcome, note=said(note)))  # type: ignore[arg-type]
