"""Charges: the breaches of many cases with the grid and the day that they fall on."""

from collections.abc import Iterator
from datetime import date, datetime

from gridctl.app.ledger import Ledger
from gridctl.app.liability import breaches_of
from gridctl.domain.case import Case
from gridctl.domain.measured import Measured
from gridctl.errors import Problem
from gridctl.reports.liability import Charge


def charges(ledger: Ledger, until: date, now: datetime) -> Iterator[Charge | Problem]:
    """Every breach up to `now` of the cases reported by the end of `until`; Problems of broken ones."""
    rows = ledger.cases.measured()
    yield from (each for each in rows if isinstance(each, Problem))
    wanted = [
        each.id
        for each in rows
        if isinstance(each, Measured)
        and _may_have(each)
        and ledger.local(each.begun).date() <= until
    ]
    for case in ledger.cases.some(wanted):
        if isinstance(case, Case):
            for breach in breaches_of(ledger, case, now):
                yield Charge(breach, case.id, case.grid, ledger.local(breach.at).date())


def _may_have(case: Measured) -> bool:
    """What never had an order or a verification, which comes before every call back, has no breach."""
    return bool(case.orders or case.fails or case.passes)
