"""Overdue: which units are late now, with what, and for how long."""

from collections.abc import Sequence
from datetime import datetime

from gridctl.domain.facts import Facts
from gridctl.domain.names import Names
from gridctl.domain.urgency import clock
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both

_UNIT = Column("name", Both("单位", "unit"))
_UNITS = (
    _UNIT,
    Column("overdue", Both("超期件数", "overdue")),
    Column("days", Both("最长超期天数", "longest, days")),
)
_CASES = (
    Column("ending", Both("编号", "id")),
    Column("number", Both("立案号", "number")),
    Column("title", Both("标题", "title")),
    _UNIT,
    Column("due", Both("到期", "due")),
    Column("days", Both("超期天数", "days late")),
)


def overdue(cases: Sequence[Facts], names: Names, now: datetime, commit: str) -> Report:
    """Open cases whose unit is past its deadline at `now`; days are whole calendar days."""
    late = sorted((c for c in cases if clock(c, now) == "red"), key=lambda c: (c.due, c.id))
    return Report(
        name="overdue",
        title=Both("超期案件", "Overdue cases"),
        commit=commit,
        day=now.date(),
        sections=(_by_unit(late, names, now), _each(late, names, now)),
    )


def _by_unit(late: Sequence[Facts], names: Names, now: datetime) -> Section:
    units: dict[str, list[Facts]] = {}
    for case in late:
        units.setdefault(case.lead or "", []).append(case)
    most_first = sorted(units, key=lambda unit: (-len(units[unit]), unit))
    return Section(
        name="units",
        title=Both("各单位", "By unit"),
        columns=_UNITS,
        rows=tuple(
            {
                "unit": unit or None,
                "name": names.unit_name(unit) if unit else None,
                "overdue": len(units[unit]),
                "days": max(days_late(case, now) for case in units[unit]),
            }
            for unit in most_first
        ),
        counts={"overdue": len(late)},
        words={"overdue": Both("合计", "all")},
        cases={
            **{f"{unit}.overdue": tuple(case.id for case in units[unit]) for unit in most_first},
            "overdue": tuple(case.id for case in late),
        },
    )


def _each(late: Sequence[Facts], names: Names, now: datetime) -> Section:
    rows = (
        {
            "case": case.id,
            "ending": case.ending,
            "number": case.number,
            "title": case.title,
            "unit": case.lead,
            "name": names.unit_name(case.lead) if case.lead else None,
            "due": case.due,
            "days": days_late(case, now),
        }
        for case in late
    )
    return Section(name="cases", title=Both("案件", "Cases"), columns=_CASES, rows=tuple(rows))


def days_late(case: Facts, now: datetime) -> int:
    """Whole calendar days past the deadline."""
    return (now - case.due).days if case.due else 0
