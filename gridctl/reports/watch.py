"""Watch: places that are to be seen every working day, and whether they were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gridctl.domain.calendar import Calendar
from gridctl.domain.grids import Grid, Place
from gridctl.domain.journal.month import Month
from gridctl.domain.journal.work import Patrolled
from gridctl.domain.office import Office
from gridctl.domain.periods import Period
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both, Message, say

_COLUMNS = (
    Column("name", Both("地点", "place")),
    Column("grid_name", Both("网格", "grid")),
    Column("patrollers", Both("巡查员", "patrollers")),
    Column("due", Both("应巡", "due")),
    Column("done", Both("已巡", "done")),
    Column("missed", Both("漏巡", "missed")),
    Column("last", Both("最近一次", "last seen")),
    Column("days", Both("漏巡日期", "days missed")),
)
_WORDS = {
    "due": Both("应巡合计", "due in all"),
    "done": Both("已巡合计", "done in all"),
    "missed": Both("漏巡合计", "missed in all"),
}


@dataclass(frozen=True)
class Days:
    """What is asked: the working days of a period up to `today`."""

    period: Period
    calendar: Calendar
    today: date


def watch(office: Office, months: Sequence[Month], asked: Days, commit: str) -> Report:
    """Places with `watch: true`: once each working day, by whomever; today counts once it is done."""
    seen = _seen(months, asked.period)
    rows = tuple(
        _row(office, grid, place, seen.get(place.id, set()), asked)
        for grid in office.grids.values()
        for place in grid.places
        if place.watch
    )
    return Report(
        name="watch",
        title=Both("重点部位看护", "Places under watch"),
        commit=commit,
        period=asked.period,
        sections=(
            Section(
                name="places",
                title=Both("各地点", "By place"),
                columns=_COLUMNS,
                rows=rows,
                counts={key: sum(row[key] for row in rows) for key in _WORDS},
                words=_WORDS,
                remarks=(_remark(rows),),
            ),
        ),
    )


def _remark(rows: Sequence[Mapping[str, Any]]) -> Message:
    if not rows:
        return say("No place has “watch: true” in grids.yaml.")
    return say("Due once each working day while the grid exists; today counts once it is done.")


def _seen(months: Sequence[Month], period: Period) -> dict[str, set[date]]:
    """The days on which each place was seen."""
    seen: dict[str, set[date]] = {}
    for month in months:
        for entry in month.counting():
            if isinstance(entry, Patrolled) and entry.at.date() in period:
                for place in entry.places:
                    seen.setdefault(place, set()).add(entry.at.date())
    return seen


def _row(office: Office, grid: Grid, place: Place, seen: set[date], asked: Days) -> dict[str, Any]:
    due = [day for day in _due(grid, asked) if day < asked.today or day in seen]
    missed = [day for day in due if day not in seen]
    return {
        "place": place.id,
        "name": place.name,
        "grid": grid.id,
        "grid_name": grid.name,
        "patrollers": _patrollers(office, grid, asked.period),
        "due": len(due),
        "done": len(due) - len(missed),
        "missed": len(missed),
        "last": max(seen, default=None),
        "days": missed,
    }


def _due(grid: Grid, asked: Days) -> Iterator[date]:
    """Working days on which the grid was there, today included."""
    return (
        day
        for day in asked.period.days()
        if day <= asked.today and asked.calendar.is_workday(day) and grid.stands_on(day)
    )


def _patrollers(office: Office, grid: Grid, period: Period) -> list[str]:
    """Who was a patroller of the grid in the period; nobody is a vacancy."""
    return [
        person.name
        for person in office.people.values()
        for post in person.posts
        if post.grid == grid.id
        and post.role == "patroller"
        and post.held_between(period.first, period.last)
    ]
