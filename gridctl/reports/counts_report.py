"""Report counts: every base count and rate of a period, whole or by unit, grid, source, category, month."""

from collections.abc import Callable
from typing import Any

from gridctl.domain.indicators import COUNTS, INTAKE, RATE_NAMES, RATES
from gridctl.domain.measured import Measured
from gridctl.domain.names import Names
from gridctl.domain.periods import Period
from gridctl.domain.report_terms import BASES
from gridctl.reports.counted import Counted, day_of
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both

_TITLE = Both("统计数与率", "Counts and rates")
_COUNT_COLUMNS = (
    Column("key", Both("名称", "name")),
    Column("title", Both("含义", "meaning")),
    Column("number", Both("数", "number")),
    Column("placed", Both("口径", "basis")),
)
_RATE_COLUMNS = (
    Column("key", Both("名称", "name")),
    Column("title", Both("含义", "meaning")),
    Column("rate", Both("率", "rate")),
    Column("of", Both("分子 ÷ 分母", "part ÷ whole")),
)
_SHOWN = ("report", "inst", "need_dispose", "dispose", "overtime", "need_archive", "archive")
_SHOWN_RATES = ("intime_handle_rate", "close_rate", "intime_close_rate", "rework_rate")


def counts_report(found: Counted, period: Period, basis: str, commit: str) -> Report:
    """Every count with its basis, and every rate with what it divides."""
    counts = Section(
        name="counts",
        title=Both("件数", "Counts"),
        columns=_COUNT_COLUMNS,
        rows=tuple(
            {
                "key": key,
                "title": str(name),
                "number": found.number(key),
                "basis": own,
                "placed": str(BASES[own]),
            }
            for key, name in COUNTS.items()
            for own in ("reported" if key in INTAKE else basis,)
        ),
        cases={key: found.cases(key) for key in COUNTS},
    )
    rates = Section(
        name="rates",
        title=Both("率", "Rates"),
        columns=_RATE_COLUMNS,
        rows=tuple(
            {
                "key": key,
                "title": str(RATE_NAMES[key]),
                "rate": found.rate(key),
                "of": f"{COUNTS[rate.part]} ÷ {COUNTS[rate.whole]}",
                "part": rate.part,
                "whole": rate.whole,
            }
            for key, rate in RATES.items()
        ),
    )
    return Report("counts", _TITLE, commit, (counts, rates), period=period, basis=basis)


def counts_by(
    by: str, found: Counted, names: Names, period: Period, basis: str, commit: str
) -> Report:
    """A row for each unit, grid and so on, by its id; JSON has every count and rate of it."""
    parts = _by_month(found, basis) if by == "month" else found.split(_GROUPED[by])
    columns = (
        Column("name", Both("名称", "name")),
        *(Column(key, COUNTS[key]) for key in _SHOWN),
        *(Column(key, RATE_NAMES[key]) for key in _SHOWN_RATES),
    )
    section = Section(
        name=by,
        title=_HEADS[by],
        columns=columns,
        rows=tuple(_row(key, _named(by, key, names), part) for key, part in parts.items()),
        cases={
            f"{key}.{count}": ids
            for key, part in parts.items()
            for count in COUNTS
            if (ids := part.cases(count))
        },
    )
    return Report("counts", _TITLE, commit, (section,), period=period, basis=basis)


_HEADS = {
    "unit": Both("按单位", "By unit"),
    "grid": Both("按网格", "By grid"),
    "source": Both("按来源", "By source"),
    "category": Both("按类别", "By category"),
    "month": Both("按月", "By month"),
}


_GROUPED: dict[str, Callable[[Measured], tuple[str]]] = {
    "unit": lambda case: (case.lead or "",),
    "grid": lambda case: (case.grid,),
    "source": lambda case: (case.source,),
    "category": lambda case: (case.category or "",),
}


def _by_month(found: Counted, basis: str) -> dict[str, Counted]:
    """Each case in the month of the day that placed it: a report in its own, the rest by the basis."""

    def month(case: Measured, own: str) -> str:
        return f"{day_of(case, own, found.at):%Y-%m}"

    months = {month(case, basis) for case in found.placed}
    months |= {month(case, "reported") for case in found.begun}
    return {
        each: Counted(
            tuple(case for case in found.placed if month(case, basis) == each),
            tuple(case for case in found.begun if month(case, "reported") == each),
            found.at,
        )
        for each in sorted(months)
    }


def _named(by: str, key: str, names: Names) -> Any:
    if by in ("unit", "grid"):
        return names.unit_name(key) if key else None
    return key or None


def _row(key: str, name: object, part: Counted) -> dict[str, Any]:
    numbers = {count: part.number(count) for count in COUNTS}
    rates = {rate: part.rate(rate) for rate in RATES}
    return {"key": key or None, "name": name, **numbers, **rates}
