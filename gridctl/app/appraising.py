"""Appraising: units and grids of a ledger held against its method, over the cases of a period."""

from collections.abc import Iterator

from gridctl.app.ledger import Ledger
from gridctl.domain.grids import Grid
from gridctl.domain.periods import Period
from gridctl.reports.appraisal import Appraised, Subject, appraise
from gridctl.reports.counted import Counted


def appraising(ledger: Ledger, found: Counted, period: Period) -> tuple[Appraised, ...]:
    """Every department by the cases that it leads, and every grid that there was in the period by
    the cases in it and below it.
    """
    return (*_units(ledger, found, period), *_grids(ledger, found, period))


def _units(ledger: Ledger, found: Counted, period: Period) -> Iterator[Appraised]:
    profile = ledger.scoring.file.profile("unit")
    if profile is None:
        return
    own = found.split(lambda case: (case.lead,) if case.lead else ())
    for unit in ledger.office.departments:
        cases = own.get(unit, found.nothing())
        yield appraise(Subject(unit), profile, ledger.scoring, cases, period)


def _grids(ledger: Ledger, found: Counted, period: Period) -> Iterator[Appraised]:
    own = found.split(lambda case: ledger.office.line_of(case.grid))
    for grid in sorted(ledger.office.grids.values(), key=lambda grid: grid.level):
        profile = ledger.scoring.file.profile("grid", grid.level)
        if profile and _existed(grid, period):
            cases = own.get(grid.id, found.nothing())
            subject = Subject(grid.id, grid.level)
            yield appraise(subject, profile, ledger.scoring, cases, period)


def _existed(grid: Grid, period: Period) -> bool:
    begun = grid.since is None or grid.since <= period.last
    return begun and (grid.until is None or period.first <= grid.until)
