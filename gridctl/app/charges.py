"""Charges: the breaches of many cases with the grid and the day that they fall on."""

from collections.abc import Iterator
from datetime import date, datetime

from gridctl.app.ledger import Ledger
from gridctl.app.liability import breaches_of
from gridctl.domain.case import Case
from gridctl.domain.facts import Facts
from gridctl.errors import Problem
from gridctl.reports.liability import Charge


def charges(ledger: Ledger, until: date, now: datetime) -> Iterator[Charge | Problem]:
    """Every breach up to `now` of the cases reported by the end of `until`; Problems of broken ones."""
    facts = ledger.cases.facts()
    yield from (each for each in facts if isinstance(each, Problem))
    wanted = [
        each.id
        for each in facts
        if isinstance(each, Facts) and _may_have(each) and ledger.local(each.begun).date() <= until
    ]
    for case in ledger.cases.some(wanted):
        if isinstance(case, Case):
            for breach in breaches_of(ledger, case, now):
                yield Charge(breach, case.id, case.grid, ledger.local(breach.at).date())


def _may_have(case: Facts) -> bool:
    """Without an order, a failed verification or an end there is nothing to answer for."""
    return bool(case.dispatched or case.rework or case.state == "closed")
