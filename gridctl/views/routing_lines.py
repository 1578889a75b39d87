"""Routing lines: what the duty matrix says of a case, in sentences and as an object."""

from collections.abc import Iterator
from typing import Any

from gridctl.domain.hidden import visible
from gridctl.domain.routing import Named, Route, undecided
from gridctl.domain.terms import ACTIONS
from gridctl.words import _, aside, listed


def rule(found: Named) -> str:
    """The line of the matrix that gives the case to its unit."""
    held = found.holding
    basis = held.basis or (_("the office's own duty") if held.duty else _("no basis given"))
    return _("By duty: {category} is for {unit} to {action} ({basis})").format(
        category=held.category,
        unit=aside(visible(found.name), found.unit),
        action=ACTIONS[held.action],
        basis=visible(basis),
    )


def of_order(found: Route) -> Iterator[str]:
    """Which rule gave the order its unit, and who else holds something over it."""
    if found.answer:
        yield rule(found.answer)
    yield from _joining(found)


def of_waiting(found: Route) -> Iterator[str]:
    """To whom an order would go, or between whom a person has to choose."""
    if found.answer:
        yield rule(found.answer)
    elif found.candidates:
        yield _("By duty: {why} Candidates: {units}").format(
            why=undecided(found), units=_names(found.candidates)
        )
    else:
        yield _("By duty: {why}").format(why=undecided(found))
    if found.leads:
        yield from _joining(found)


def next_order(found: Route, ending: str) -> str:
    """The command that gives the order."""
    command = f"gridctl dispatch {ending}"
    return command if found.answer else f"{command} --to {_('UNIT')}"


def as_object(found: Route) -> dict[str, Any]:
    """The same with stable keys; `lead` is null where there is no one answer."""
    answer = found.answer
    return {
        "lead": answer.unit if answer else None,
        "rule": answer.holding.rule if answer else None,
        "basis": answer.holding.basis if answer else None,
        "candidates": [each.unit for each in found.candidates],
        "joint": [each.unit for each in found.joint],
    }


def _joining(found: Route) -> Iterator[str]:
    if found.joint:
        yield _("Could assist (--assist): {units}").format(units=_names(found.joint))


def _names(units: tuple[Named, ...]) -> str:
    return listed(aside(visible(each.name), each.unit) for each in units)
