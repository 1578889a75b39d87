"""Duty trace: from a case to the holder of the power, its basis, and who answered on the day (D§5.1, 8)."""

from dataclasses import dataclass
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.holdings import Holding, over
from gridctl.domain.reach import Held, answerable, grid_of_duty
from gridctl.domain.routing import Named, route, settling
from gridctl.domain.verbs.dispatch import Dispatched


@dataclass(frozen=True)
class Present:
    """Who stood for the units in the grid of the case on a day, by unit."""

    on: date
    people: dict[str, tuple[Held, ...]]


@dataclass(frozen=True)
class Trace:
    """What a case leads to. `holders` are those whom the matrix names, of several every one; `acting`
    is what the lead unit itself holds; `agrees` whether it is among the holders, None before an
    order.
    """

    case: Case
    holders: tuple[Named, ...]
    acting: Holding | None
    order: Dispatched | None
    agrees: bool | None
    then: Present | None
    today: Present


def trace(ledger: Ledger, case: Case, today: date) -> Trace:
    """Follow one case; powers as they stand at this commit, people as of the day of the order and today."""
    office, code = ledger.office, case.category or ""
    kind = ledger.catalogue.kind_of(code)
    order = next((e for e in reversed(case.history) if isinstance(e, Dispatched)), None)
    ordered = ledger.local(order.at).date() if order else today
    holders = route(office, code, kind, case.grid, ordered).leads
    lead = order.lead if order and case.lead else None
    units = [lead] if lead else [each.unit for each in holders]
    return Trace(
        case=case,
        holders=holders,
        acting=_acting(ledger, case, lead, settling(kind)),
        order=order if lead else None,
        agrees=lead in {each.unit for each in holders} if lead else None,
        then=_ordered(ledger, case, order, ordered) if order and lead else None,
        today=_present(ledger, case, units, today),
    )


def _acting(
    ledger: Ledger, case: Case, lead: str | None, actions: tuple[str, ...]
) -> Holding | None:
    """What the lead unit holds over the category, the action first that is asked for first."""
    office = ledger.office
    own = [
        h
        for h in over(office.holdings, case.category or "")
        if (grid_of_duty(office, h, case.grid) if h.duty else h.unit) == lead
    ]
    ranks = {action: rank for rank, action in enumerate(actions)}
    return min(own, key=lambda h: ranks.get(h.action, len(ranks)), default=None)


def _ordered(ledger: Ledger, case: Case, order: Dispatched, day: date) -> Present:
    """Who stood for the lead unit on the day of the order, whom it names first."""
    office = ledger.office
    named = [office.people[each] for each in order.persons if each in office.people]
    chosen = [Held(p, p.posts_on(day)[0]) for p in named if p.posts_on(day)]
    others = answerable(office, order.lead, case.grid, day)
    known = {held.person.id for held in chosen}
    rest = [held for held in others if held.person.id not in known]
    return Present(day, {order.lead: (*chosen, *rest)})


def _present(ledger: Ledger, case: Case, units: list[str], day: date) -> Present:
    return Present(day, {unit: answerable(ledger.office, unit, case.grid, day) for unit in units})
