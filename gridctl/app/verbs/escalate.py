"""escalate and hand-down: a case climbs its line of grids, and comes down again."""

from gridctl.app.desk import Desk
from gridctl.app.verbs.extend import said
from gridctl.domain.case import Case
from gridctl.domain.verbs.escalate import Escalated, HandedDown, holder
from gridctl.errors import Refused, Usage
from gridctl.words import say


def escalate(desk: Desk, case: Case, skip: int | None, note: str | None) -> Case:
    """Place the way up: to the grid right above, or past the level `skip`."""
    office = desk.ledger.office
    line = office.line_of(case.grid)
    above = line[line.index(holder(case)) + 1 :]
    skipped = tuple(grid for grid in above if skip is not None and office.grids[grid].level >= skip)
    if skip is not None and not skipped:
        raise Usage(
            say("Level {level} does not lie on the way up.", level=skip),
            say("Leave --skip out to go up one level."),
        )
    if not above:
        raise Refused(
            "W20", say("There is no grid further up."), say("It is with the office already.")
        )
    if len(above) == len(skipped):
        raise Refused(
            "W20",
            say("With level {level} passed over there is no grid left further up.", level=skip),
            say("Go up one level: gridctl escalate {case}", case=case.ending),
        )
    event = Escalated(**desk.common(case), to=above[len(skipped)], skipped=skipped, note=said(note))
    return desk.place(case, event)


def hand_down(desk: Desk, case: Case, to: str | None, note: str | None) -> Case:
    """Place the way down: to a grid named, or the one right below."""
    office = desk.ledger.office
    line = office.line_of(case.grid)
    place = line.index(holder(case))
    below = office.grid(to).id if to else line[max(place - 1, 0)]
    return desk.place(case, HandedDown(**desk.common(case), to=below, note=said(note)))
