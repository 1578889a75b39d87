"""Routing: the unit that the duty matrix gives a case of this ledger to."""

from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.orders import given_back
from gridctl.domain.routing import Route, route
from gridctl.domain.steps import position


def routed(ledger: Ledger, case: Case, day: date) -> Route:
    """What the matrix says of the case on that day; who has it or gave it back is left out."""
    code = case.category or ""
    without = given_back(case) | {case.lead or ""}
    return route(ledger.office, code, ledger.catalogue.kind_of(code), case.grid, day, without)


def waiting(ledger: Ledger, case: Case, day: date) -> Route | None:
    """The same where the case waits for its order."""
    return routed(ledger, case, day) if position(case) == "filed" else None
