"""Grid check: what the grids of a ledger lack on a day, and how far people and answers reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.domain import coverage, grid_balance, placement, three_fixed
from gridctl.domain.case import Case
from gridctl.domain.coverage import Share
from gridctl.domain.facts import Facts
from gridctl.domain.periods import Period, month_of
from gridctl.domain.placement import Rooms
from gridctl.domain.shortfall import Check, Shortfall
from gridctl.errors import Problem

CHECKS: tuple[Check, ...] = (
    three_fixed.check_person,
    three_fixed.check_post,
    three_fixed.check_duty,
    three_fixed.check_vacancy,
    three_fixed.check_deputy,
    grid_balance.check_households,
    grid_balance.check_sums,
    placement.check_placement,
    placement.check_delegates,
    placement.check_rooms,
    placement.check_departments,
    placement.check_volunteers,
)


@dataclass(frozen=True)
class GridCheck:
    """What was found. `shares` by the keys of answering_terms.COVERAGES; full response is about the cases that
    were reported in `month`, up to the day. `broken` are cases that could not be read.
    """

    day: date
    found: tuple[Shortfall, ...]
    shares: Mapping[str, Share]
    month: Period
    rooms: Rooms
    broken: tuple[Problem, ...]


def grid_check(ledger: Ledger, day: date) -> GridCheck:
    """Every check on the grids as they stand on the day."""
    office, month = ledger.office, month_of(day)
    read = _reported(ledger, Period(month.name, month.first, day))
    cases = [each for each in read if isinstance(each, Case)]
    return GridCheck(
        day=day,
        found=tuple(each for check in CHECKS for each in check(office, day)),
        shares={
            "zero_distance": coverage.zero_distance(office, day),
            "full_coverage": coverage.full_coverage(office, day),
            "full_response": coverage.full_response(cases, day, ledger.zone),
        },
        month=month,
        rooms=placement.rooms(office, day),
        broken=tuple(each for each in read if isinstance(each, Problem)),
    )


def _reported(ledger: Ledger, period: Period) -> list[Case | Problem]:
    """The cases whose report came in the period, and the Problems of broken ones."""
    facts = ledger.cases.facts()
    wanted = [
        each.id
        for each in facts
        if isinstance(each, Facts) and ledger.local(each.begun).date() in period
    ]
    broken = [each for each in facts if isinstance(each, Problem)]
    return [*ledger.cases.some(wanted), *broken]
