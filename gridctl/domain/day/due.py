"""Deadlines in a plan: what is overdue, due today, and due within two working days."""

from collections.abc import Iterator
from datetime import date, timedelta

from gridctl.domain.calendar import Calendar
from gridctl.domain.day.plan import Item, Morning, Part
from gridctl.domain.facts import Facts
from gridctl.domain.next_commands import call
from gridctl.domain.rights import RIGHTS, holds
from gridctl.domain.urgency import clock
from gridctl.words import say

SOON = 2  # working days


def due(morning: Morning) -> Iterator[Part]:
    """The person's cases whose unit has a deadline that near; then those that resume today."""
    running = [(case, light) for case in morning.own if (light := clock(case, morning.now))]
    late = [case for case, light in running if light == "red"]
    others = [case for case, light in running if light != "red"]
    last = _after(morning.calendar, morning.day, SOON)
    yield _part("overdue", morning, late)
    yield _part("today", morning, [c for c in others if _day(c) == morning.day])
    yield _part("soon", morning, [c for c in others if morning.day < _day(c) <= last])
    yield _part("resumed", morning, _resumed(morning))


def _resumed(morning: Morning) -> list[Facts]:
    """Put aside until a day that is over since the last working day, so that a Monday has the weekend's."""
    eve = _before(morning.calendar, morning.day)
    return [
        case
        for case in morning.own
        if case.state == "suspended" and case.until and eve <= case.until < morning.day
    ]


def _part(name: str, morning: Morning, cases: list[Facts]) -> Part:
    return Part(name, tuple(_item(morning, case) for case in cases))


def _item(morning: Morning, case: Facts) -> Item:
    unit = morning.office.unit_name(case.lead or "")
    return Item(
        say(
            "{case}  {title}  {unit}, due {when}",
            case=case.ending,
            title=case.title,
            unit=unit,
            when=f"{case.due:%m-%d %H:%M}",
        ),
        {
            "case": case.id,
            "title": case.title,
            "unit": case.lead,
            "due": case.due,
            "clock": clock(case, morning.now),
        },
        _command(morning, case),
    )


def _command(morning: Morning, case: Facts) -> str:
    """Handling for the units, urging for who may urge, a look for all others."""
    for verb in ("handle", "urge"):
        if holds(RIGHTS[verb], morning.office, morning.person, case, morning.day):
            return call(verb, case)
    return f"gridctl show {case.ending}"


def _day(case: Facts) -> date:
    assert case.due
    return case.due.date()


def _after(calendar: Calendar, day: date, working_days: int) -> date:
    while working_days:
        day += timedelta(days=1)
        working_days -= calendar.is_workday(day)
    return day


def _before(calendar: Calendar, day: date) -> date:
    """The last working day before."""
    day -= timedelta(days=1)
    while not calendar.is_workday(day):
        day -= timedelta(days=1)
    return day
