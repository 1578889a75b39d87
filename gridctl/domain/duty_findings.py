"""Duty findings: what the matrix of powers and duties has too much of, and what it lacks (D§5.1, 7)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.holdings import Holding, over
from gridctl.domain.office import Office
from gridctl.domain.routing import settling


class Overlap(NamedTuple):
    """Several departments lead the same action on a category (重叠)."""

    category: str
    action: str
    units: tuple[str, ...]
    rule: str = "D01"


class Crossing(NamedTuple):
    """Departments and an office hold the same action on a category (交叉)."""

    category: str
    action: str
    units: tuple[str, ...]
    office: str
    level: int | None
    rule: str = "D02"


class Gap(NamedTuple):
    """Nobody has to settle a case of the category in an office (落空). `why` is a key of
    `terms.GAPS`; `held` is what there is all the same, `missing` the actions that nobody holds.
    """

    category: str
    office: str
    why: str
    held: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    rule: str = "D03"


class NoBasis(NamedTuple):
    """A power that names no law."""

    unit: str
    category: str
    action: str
    rule: str = "D06"


def overlaps(office: Office, catalogue: Catalogue) -> Iterator[Overlap]:
    """Every category and action with more than one lead."""
    for code in catalogue.categories:
        leads: dict[str, list[str]] = {}
        for each in over(office.holdings, code):
            if each.lead:
                leads.setdefault(each.action, []).append(each.unit)
        for action, units in leads.items():
            if len(units) > 1:
                yield Overlap(code, action, tuple(units))


def crossings(office: Office, catalogue: Catalogue) -> Iterator[Crossing]:
    """Every category and action that a department and an office both hold."""
    for code in catalogue.categories:
        held = over(office.holdings, code)
        for duty in held:
            units = tuple(h.unit for h in held if not h.duty and h.action == duty.action)
            if duty.duty and units:
                yield Crossing(code, duty.action, units, duty.unit, duty.level)


def gaps(office: Office, catalogue: Catalogue, day: date) -> Iterator[Gap]:
    """Every category that nobody leads and no office has taken on, office by office."""
    tops = [grid.id for grid in office.grids.values() if grid.level == 1 and grid.stands_on(day)]
    for code in catalogue.categories:
        kind = catalogue.kind_of(code)
        held = over(office.holdings, code)
        for top in tops:
            own = [h for h in held if not h.duty or h.unit == top]
            gap = _gap(code, top, kind, own)
            if gap:
                yield gap


def _gap(code: str, office: str, kind: str | None, held: list[Holding]) -> Gap | None:
    wanted = settling(kind)
    settlers = [h for h in held if h.action in wanted]
    if any(h.lead or h.duty for h in settlers):
        return None
    why = "unled" if settlers else "unsettled" if held else "nobody"
    actions = {h.action for h in held}
    found_by = ("patrol",) if kind in ("problem", "hazard") else ()
    missing = tuple(each for each in (*wanted, *found_by) if each not in actions)
    return Gap(code, office, why, tuple((h.unit, h.action) for h in held), missing)


def without_basis(office: Office) -> Iterator[NoBasis]:
    """Every power for which no law is named, as it stands in the file."""
    for each in office.holdings:
        if not each.duty and each.basis is None:
            yield NoBasis(each.unit, each.category, each.action)
