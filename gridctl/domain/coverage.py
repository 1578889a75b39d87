"""Coverage: the article's three ratios as counts: 零距离, 全覆盖, 全响应."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from gridctl.domain.case import Case
from gridctl.domain.office import Office
from gridctl.domain.shortfall import leaves
from gridctl.domain.three_fixed import patrolled, people_in
from gridctl.domain.verbs.feedback import FedBack


@dataclass(frozen=True)
class Share:
    """So many of so many: grids or cases, by their ids."""

    part: tuple[str, ...]
    whole: tuple[str, ...]


def zero_distance(office: Office, day: date) -> Share:
    """Leaf grids in which, or in whose courtyards, somebody holds a post, of all leaf grids."""
    whole = [grid.id for grid in leaves(office, day)]
    near = {
        above
        for grid in office.grids
        if people_in(office, grid, day)
        for above in office.line_of(grid)[: 1 if office.grids[grid].level < 4 else 2]
    }
    return Share(tuple(each for each in whole if each in near), tuple(whole))


def full_coverage(office: Office, day: date) -> Share:
    """Leaf grids with a patroller of their own or in their level-2 grid, of all leaf grids."""
    whole = list(leaves(office, day))
    part = tuple(grid.id for grid in whole if patrolled(office, grid, day))
    return Share(part, tuple(grid.id for grid in whole))


def full_response(cases: Iterable[Case], day: date, zone: tzinfo) -> Share:
    """Of the given cases those whose reporter was answered by the end of the day.

    Void cases and duplicates are not counted: the one should not be, the other is answered as one.
    """
    asked = [case for case in cases if case.state != "void" and case.duplicate_of is None]
    part = tuple(case.id for case in asked if _answered(case.history, day, zone))
    return Share(part, tuple(case.id for case in asked))


def _answered(history: Iterable[object], day: date, zone: tzinfo) -> bool:
    return any(isinstance(event, FedBack) and _day(event.at, zone) <= day for event in history)


def _day(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()
