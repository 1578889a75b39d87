"""Local calendar: plans and days of a ledger's own, as calendar.yaml holds them, above the built-in ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gridctl.domain.calendar import Calendar, Plan, PlannedDay, merge
from gridctl.domain.finding import Finding
from gridctl.domain.settings_files import CALENDAR
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class LocalDay:
    """A day that is off, or worked though it would not be; `name` says why."""

    date: date
    name: str
    off: bool


@dataclass(frozen=True, kw_only=True)
class LocalPlan:
    """A year's holiday plan that did not come with the program; `papers` are where it was published."""

    year: int
    papers: tuple[str, ...] = ()
    days: tuple[LocalDay, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarFile:
    """calendar.yaml, whole. `days` are local ones and stand above every plan."""

    format: Literal[1]
    plans: tuple[LocalPlan, ...] = ()
    days: tuple[LocalDay, ...] = ()


def merged(national: Calendar, file: CalendarFile) -> Calendar:
    """The built-in plans with those of the file, and its local days above them."""
    plans = [Plan(plan.year, _planned(plan.days)) for plan in file.plans]
    return merge([*national.plans, *plans], name=national.name, local=_planned(file.days))


def _planned(days: tuple[LocalDay, ...]) -> dict[date, PlannedDay]:
    return {each.date: PlannedDay(each.off, each.name) for each in days}


def check_calendar(file: CalendarFile, national: Calendar) -> Iterator[Finding]:
    """Each year has one plan, the built-in ones stay, a plan has days, and no day stands twice."""
    years = set(national.years)
    for index, plan in enumerate(file.plans):
        place = ("plans", index)
        if plan.year in years:
            message = say("The plan of {year} is known already.", year=plan.year)
            yield Finding(CALENDAR, (*place, "year"), "S04", message)
        years.add(plan.year)
        if not plan.days:
            yield Finding(CALENDAR, (*place, "days"), "F05", say("A plan names at least one day."))
        for number, each in enumerate(plan.days):
            if abs(each.date.year - plan.year) > 1:
                message = say(
                    "{day} is not a day of the plan of {year}.", day=each.date, year=plan.year
                )
                yield Finding(CALENDAR, (*place, "days", number, "date"), "S04", message)
        yield from _twice((*place, "days"), plan.days)
    yield from _twice(("days",), file.days)
    yield from _contradictions(file, national)


def _twice(place: tuple[str | int, ...], days: tuple[LocalDay, ...]) -> Iterator[Finding]:
    seen: set[date] = set()
    for number, each in enumerate(days):
        if each.date in seen:
            yield Finding(
                CALENDAR,
                (*place, number, "date"),
                "S04",
                say("{day} stands here twice.", day=each.date),
            )
        seen.add(each.date)


def _contradictions(file: CalendarFile, national: Calendar) -> Iterator[Finding]:
    """Two plans never say different things of one day; a local day may."""
    known = dict(national.days)
    for index, plan in enumerate(file.plans):
        for number, each in enumerate(plan.days):
            other = known.setdefault(each.date, PlannedDay(each.off, each.name))
            if other.off != each.off:
                message = say("Another plan says something else of {day}.", day=each.date)
                yield Finding(CALENDAR, ("plans", index, "days", number, "off"), "S04", message)
