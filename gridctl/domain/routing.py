"""Routing: which unit the duty matrix gives a case to, and why."""

from collections.abc import Container, Iterable
from datetime import date
from typing import NamedTuple

from gridctl.domain.holdings import Holding, over
from gridctl.domain.office import Office
from gridctl.domain.reach import grid_of_duty, reaching
from gridctl.domain.terms import ACTIONS
from gridctl.errors import Refused
from gridctl.words import Message, aside, listed, say

# In which order the actions are asked for, by the kind of the category. Who may compel comes before
# who may persuade: unpaid wages go to the inspectorate, a quarrel of neighbours to mediation.
SETTLING: dict[str, tuple[str, ...]] = {
    "problem": ("enforce", "serve", "inspect"),
    "hazard": ("enforce", "inspect", "serve"),
    "dispute": ("enforce", "mediate", "serve"),
    "request": ("serve", "license", "mediate", "inspect"),
}


def settling(kind: str | None) -> tuple[str, ...]:
    """The actions that settle a case of the kind, the first one asked for first."""
    return SETTLING.get(kind or "", SETTLING["problem"])


class Named(NamedTuple):
    """A line of the matrix with the unit that an order would name, and what that is called."""

    unit: str
    name: str
    holding: Holding


class Route(NamedTuple):
    """What the matrix says of a category in a grid. `leads` is one where it has an answer; `joint`
    are the units that join and do not lead, `had` those left out, who have the case or gave it back.
    """

    category: str
    grid: str
    leads: tuple[Named, ...]
    joint: tuple[Named, ...]
    had: tuple[Named, ...] = ()

    @property
    def answer(self) -> Named | None:
        """The one that leads."""
        return self.leads[0] if len(self.leads) == 1 else None

    @property
    def candidates(self) -> tuple[Named, ...]:
        """Whom a person may choose from where there is no one answer."""
        return self.leads or self.joint


def route(
    office: Office,
    category: str,
    kind: str | None,
    grid: str,
    day: date,
    without: Container[str] = (),
) -> Route:
    """The leads over the first settling action that has any: departments, of several those with
    somebody for the grid, and else the office's own duty. `without` holds units that gave the case
    back or have it.
    """
    top = office.top_of(grid).id
    known = [h for h in over(office.holdings, category) if not h.duty or h.unit == top]
    every = [_named(office, each, grid) for each in known]
    held = [each for each in every if each.unit not in without]
    leads = _leads(office, held, settling(kind), day, grid)
    leading = {each.unit for each in leads}
    joint = {n.unit: n for n in held if not n.holding.duty and n.unit not in leading}
    had = {n.unit: n for n in every if n.unit in without}
    return Route(category, grid, leads, tuple(joint.values()), tuple(had.values()))


def _leads(
    office: Office, held: list[Named], actions: Iterable[str], day: date, grid: str
) -> tuple[Named, ...]:
    for action in actions:
        of_action = [each for each in held if each.holding.action == action]
        leads = [each for each in of_action if each.holding.lead]
        if len(leads) > 1:
            leads = [n for n in leads if reaching(office, n.unit, grid, day)] or leads
        leads = leads or [each for each in of_action if each.holding.duty]
        if leads:
            return tuple(leads)
    return ()


def _named(office: Office, held: Holding, grid: str) -> Named:
    unit = grid_of_duty(office, held, grid) if held.duty else held.unit
    return Named(unit, office.unit_name(unit), held)


def the_one(found: Route) -> Named:
    """The unit that the matrix gives the case to; Refused naming the candidates where it is not one."""
    if found.answer:
        return found.answer
    shown = listed([aside(each.name, each.unit) for each in found.candidates])
    raise Refused(
        "D07",
        undecided(found),
        say("Candidates: {units}. Name one with --to UNIT.", units=shown)
        if shown
        else say("Name a unit with --to UNIT."),
    )


def undecided(found: Route) -> Message:
    """Why the matrix has no one answer."""
    if found.leads:
        return say("{category} has more than one lead.", category=found.category)
    if found.had:
        return say(
            "{units} had the case, and nobody else leads {category}.",
            units=listed(each.name for each in found.had),
            category=found.category,
        )
    if found.joint:
        return say(
            "Nobody leads {category}; there are only units that join.", category=found.category
        )
    return say("Nobody holds {category}.", category=found.category)


def line_in_words(routed: str) -> str:
    """A line of the matrix as an order records it, with its action in words."""
    category, _blank, action = routed.partition(" ")
    return f"{category} {ACTIONS[action]}"
