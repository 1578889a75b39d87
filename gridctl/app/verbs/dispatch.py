"""dispatch: a filed case goes to its lead unit, and the unit's clock starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gridctl.app.deadlines import when_ordered
from gridctl.app.desk import Desk
from gridctl.app.open_grid import open_grid
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.moments import minute
from gridctl.domain.office import Office
from gridctl.domain.routing import the_one
from gridctl.domain.steps import MOVES, not_now, position
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.redispatch import Redispatched
from gridctl.errors import Refused, Usage
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Order:
    """The wish: units by id, name or alias; persons of these units by id or name. Without `to` the
    duty matrix names the lead unit.
    """

    to: str | None = None
    assist: Sequence[str] = ()
    persons: Sequence[str] = ()
    note: str | None = None


def dispatch(desk: Desk, case: Case, order: Order) -> Case:
    """Place the order, a second one as a re-dispatch; the deadline follows from the limit that the case was filed under.

    Raises Refused where the matrix is asked and has no one answer.
    """
    office, day = desk.ledger.office, desk.hand.at.date()
    again = any(isinstance(event, Dispatched) for event in case.history)
    if ("redispatch" if again else "dispatch") not in MOVES[position(case)]:
        raise not_now(case, "dispatch")
    if case.lead and not order.note:
        raise Usage(
            say(
                "The case is with {unit}; taking it away needs a reason.",
                unit=office.unit_name(case.lead),
            ),
            say("Say why with --note REASON."),
        )
    lead, routed = _lead(desk, case, order)
    assist = tuple(office.unit(word) for word in order.assist)
    check_units(office, (lead, *assist), day)
    persons = tuple(person_of(office, word, (lead, *assist), day) for word in order.persons)
    if case.lead == lead and case.due and desk.hand.at > case.due:
        desk.remarks.append(
            say(
                "{case} was with {unit} already, due {due} and late; with the new order its limit runs anew.",
                case=case.ending,
                unit=office.unit_name(lead),
                due=minute(case.due),
            )
        )
    end = when_ordered(desk.ledger, case, desk.hand.at)
    shape = Redispatched if again else Dispatched
    return desk.place(
        case,
        shape(
            **desk.common(case),
            lead=lead,
            assist=assist,
            persons=persons,
            due=end.at,
            provisional=end.provisional,
            routed=routed,
            note=texts.prose("--note", order.note) if order.note else None,
        ),
    )


def _lead(desk: Desk, case: Case, order: Order) -> tuple[str, str | None]:
    """The lead unit, and the line of the matrix that gave it where nobody was named."""
    if order.to:
        return desk.ledger.office.unit(order.to), None
    found = the_one(desk.route(case))
    return found.unit, found.holding.rule


def check_units(office: Office, units: Sequence[str], day: date) -> None:
    """Refuses a grid that was not there on that day."""
    for unit in units:
        if unit in office.grids:
            open_grid(office, unit, day)


def person_of(office: Office, word: str, units: Sequence[str], day: date) -> str:
    """The person that a word names, who held a post in one of the units on that day."""
    person = office.person(word)
    if not person.posts_on(day):
        raise Refused(
            "R02",
            say(
                "{name} ({id}) holds no post on {day}.",
                name=person.name,
                id=person.id,
                day=day,
            ),
            say("See who does: gridctl staff list --unit {unit}", unit=units[0]),
        )
    if not any(office.belongs(person, unit, day) for unit in units):
        raise Refused(
            "R01",
            say(
                "{name} ({id}) belongs to none of the units on the case.",
                name=person.name,
                id=person.id,
            ),
            say("See who does: gridctl staff list --unit {unit}", unit=units[0]),
        )
    return person.id
