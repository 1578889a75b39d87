"""Liability: breaches of a period, by the grid, the unit and the month that they fall on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gridctl.domain.answering_terms import BREACHES
from gridctl.domain.breaches import Breach
from gridctl.domain.names import Names
from gridctl.domain.periods import Period, month_of
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both, say

_COUNTED = Both("合计", "all")
_PARDONED = Both("不计", "not counted")
_KINDS = (
    *(Column(kind, head) for kind, head in BREACHES.items()),
    Column("all", _COUNTED),
    Column("pardoned", _PARDONED),
)


@dataclass(frozen=True)
class Charge:
    """A breach with the case and the grid that it belongs to, on its day in the ledger's zone."""

    breach: Breach
    case: str
    grid: str
    day: date


def liability(charges: Sequence[Charge], names: Names, period: Period, commit: str) -> Report:
    """The breaches whose day lies in the period."""
    within = [each for each in charges if each.day in period]
    order = {grid: place for place, grid in enumerate(names.grids)}
    known = sorted({each.grid for each in within}, key=lambda grid: order.get(grid, len(order)))
    units = sorted({each.breach.unit for each in within if each.breach.unit})
    months = sorted({month_of(each.day).name for each in within})
    return Report(
        name="liability",
        title=Both("追责情况", "Liability"),
        commit=commit,
        period=period,
        basis="breached",
        sections=(
            _section("grids", Both("各网格", "By grid"), "grid", within, known, _by_grid(names)),
            _section("units", Both("各单位", "By unit"), "unit", within, units, _by_unit(names)),
            _section("months", Both("各月", "By month"), "month", within, months, _by_month),
        ),
        remarks=(
            say("Who answers for a case: gridctl liability ID"),
            say("Cases that no unit had stand with their grid alone."),
        ),
    )


Matched = tuple[str, Callable[[Charge], bool]]


def _by_grid(names: Names) -> Callable[[str], Matched]:
    return lambda grid: (names.unit_name(grid), lambda each: each.grid == grid)


def _by_unit(names: Names) -> Callable[[str], Matched]:
    return lambda unit: (names.unit_name(unit), lambda each: each.breach.unit == unit)


def _by_month(month: str) -> Matched:
    return month, lambda each: month_of(each.day).name == month


def _section(
    name: str,
    title: Both,
    key: str,
    charges: Sequence[Charge],
    keys: Iterable[str],
    matched: Callable[[str], Matched],
) -> Section:
    rows, cases = [], _cases("", charges)
    for each in keys:
        label, belongs = matched(each)
        own = [charge for charge in charges if belongs(charge)]
        rows.append({key: each, "name": label, **_counts(own)})
        cases |= _cases(f"{each}.", own)
    head = {
        "grid": Both("网格", "grid"),
        "unit": Both("单位", "unit"),
        "month": Both("月份", "month"),
    }
    return Section(
        name=name,
        title=title,
        columns=(Column("name", head[key]), *_KINDS),
        rows=tuple(rows),
        counts=_counts(charges),
        words={"all": _COUNTED, "pardoned": _PARDONED},
        cases=cases,
    )


def _counts(charges: Sequence[Charge]) -> dict[str, int]:
    return {column.key: len(_of(charges, column.key)) for column in _KINDS}


def _cases(address: str, charges: Sequence[Charge]) -> dict[str, tuple[str, ...]]:
    found = {column.key: _of(charges, column.key) for column in _KINDS}
    return {
        f"{address}{key}": tuple(dict.fromkeys(each.case for each in those))
        for key, those in found.items()
        if those
    }


def _of(charges: Sequence[Charge], key: str) -> list[Charge]:
    """The breaches behind a number: those of a kind that count, all that count, or those that do not."""
    if key == "pardoned":
        return [each for each in charges if not each.breach.counted]
    return [each for each in charges if each.breach.counted and key in ("all", each.breach.kind)]
