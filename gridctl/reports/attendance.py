"""Attendance: who was due at the office, who was there, late, away or absent, by person, unit and grid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import SignedIn
from gridctl.domain.journal.attending import Measure, attended
from gridctl.domain.journal.month import Month
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.periods import Period
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both, Message, say

Row = Mapping[str, Any]

_COUNTS = {
    "required": Both("应到天数", "required"),
    "present": Both("实到天数", "present"),
    "late": Both("迟到", "late"),
    "early": Both("早退", "left early"),
    "unclosed": Both("未签退", "not signed out"),
    "leave": Both("请假天数", "on leave"),
    "absent": Both("缺勤天数", "absent"),
}
_NUMBERS = tuple(Column(key, head) for key, head in _COUNTS.items())
_PEOPLE = Both("人数", "people")


def attendance(
    office: Office, months: Sequence[Month], period: Period, by: Measure, commit: str
) -> Report:
    """Everybody with `days` a week and a post in the period, and whoever signed in without."""
    entries: dict[str, list[Event]] = {}
    for month in months:
        entries.setdefault(month.staff, []).extend(month.counting())
    rows = tuple(_rows(office, entries, period, by))
    return Report(
        name="attendance",
        title=Both("考勤", "Attendance"),
        commit=commit,
        period=period,
        leads=True,
        sections=(
            Section(
                name="people",
                title=Both("各人", "By person"),
                columns=(
                    Column("name", Both("姓名", "name")),
                    Column("unit_name", Both("单位", "unit")),
                    Column("grid_name", Both("网格", "grid")),
                    *_NUMBERS,
                ),
                rows=rows,
                counts=_sums(rows),
            ),
            _summed("units", Both("各单位", "By unit"), Both("单位", "unit"), "unit", rows),
            _summed("grids", Both("各网格", "By grid"), Both("网格", "grid"), "grid", rows),
        ),
        remarks=tuple(_remarks(period, by)),
    )


def _rows(
    office: Office, entries: Mapping[str, list[Event]], period: Period, by: Measure
) -> Iterator[Row]:
    for person in office.people.values():
        own = entries.get(person.id, [])
        came = any(isinstance(each, SignedIn) and each.at.date() in period for each in own)
        grid = _grid(person, period)
        if came or (person.days and grid):
            yield {
                "staff": person.id,
                "name": person.name,
                "unit": person.home,
                "unit_name": office.unit_name(person.home),
                "grid": grid,
                "grid_name": office.unit_name(grid) if grid else None,
                "days": person.days,
                **asdict(attended(person, own, period, by)),
            }


def _grid(person: Person, period: Period) -> str | None:
    """The grid of the first post that is held in the period: each person counts in one."""
    held = person.posts_between(period.first, period.last)
    return held[0].grid if held else None


def _summed(name: str, title: Both, head: Both, key: str, rows: Sequence[Row]) -> Section:
    groups: dict[str | None, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return Section(
        name=name,
        title=title,
        columns=(Column("name", head), Column("people", _PEOPLE), *_NUMBERS),
        rows=tuple(
            {key: each, "name": members[0][f"{key}_name"], "people": len(members), **_sums(members)}
            for each, members in groups.items()
        ),
    )


def _sums(rows: Sequence[Row]) -> dict[str, int | None]:
    """Each number added up; None where the settings have no times for it."""
    return {
        key: None if any(row[key] is None for row in rows) else sum(row[key] for row in rows)
        for key in _COUNTS
    }


def _remarks(period: Period, by: Measure) -> Iterator[Message]:
    yield say(
        "Required in each week: days a week × working days ÷ 5, rounded down; only working days in the period with a post held."
    )
    yield say(
        "Absent: required less present, leave and days to come, week by week. Each person counts in the grid of the first post."
    )
    yield say("On leave: no more days than are required and not worked.")
    if by.times is None:
        yield say("The settings have no times of attendance, so nobody is late or early.")
    if not by.calendar.knows(period.first, period.last):
        yield say("The holiday plan is not known for all of it; weekends only are counted.")
