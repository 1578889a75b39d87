"""Attending: how many days a person was due at the office, and was there (D§5.1, 4 and 5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gridctl.domain.calendar import Calendar
from gridctl.domain.event import Event
from gridctl.domain.grids import Attendance
from gridctl.domain.journal.attendance import (
    Signed,
    SignedIn,
    SignedOut,
    TookLeave,
    late_or_early,
)
from gridctl.domain.people import Person
from gridctl.domain.periods import Period

_WEEK = 5  # working days that `days` is counted on


@dataclass(frozen=True)
class Attended:
    """Days: `required`, and of these on `leave` and `absent`; `present` may be more than required.
    `late`, `early` and without signing out (`unclosed`) are among those present; None where the
    settings have no times.
    """

    required: int = 0
    present: int = 0
    late: int | None = 0
    early: int | None = 0
    unclosed: int = 0
    leave: int = 0
    absent: int = 0


@dataclass(frozen=True)
class Measure:
    """What attendance is measured by. `today` is the day of asking: later days are not missed yet."""

    calendar: Calendar
    times: Attendance | None
    today: date


def attended(person: Person, entries: Iterable[Event], period: Period, by: Measure) -> Attended:
    """The days of one person in a period, reckoned week by week, Monday to Sunday.

    Required in a week: floor(days × working days ÷ 5), of the working days that lie in the period
    and on which a post is held. On leave: working days of leave without presence, as far as
    presence leaves some of the days required. Absent: what is left of these without days present,
    on leave, and still to come. More in one week makes up for nothing in another.
    """
    entries = list(entries)
    signed = {
        day: [each for each in entries if isinstance(each, Signed) and each.at.date() == day]
        for day in {each.at.date() for each in entries if isinstance(each, SignedIn)}
        if day in period
    }
    away = [each for each in entries if isinstance(each, TookLeave)]
    weeks = [_week(person, days, signed, away, by) for days in _weeks(period)]
    marks = [mark for day in signed for mark in _marks(signed[day], day, by)]
    return Attended(
        required=sum(required for required, _leave, _absent in weeks),
        present=len(signed),
        late=marks.count("late") if by.times else None,
        early=marks.count("early") if by.times else None,
        unclosed=sum(1 for day in signed if _is_unclosed(signed[day], day, by)),
        leave=sum(leave for _required, leave, _absent in weeks),
        absent=sum(absent for _required, _leave, absent in weeks),
    )


def _weeks(period: Period) -> Iterator[list[date]]:
    """The days of the period, by week."""
    return (list(days) for _week, days in groupby(period.days(), lambda d: d.isocalendar()[:2]))


def _week(
    person: Person,
    days: list[date],
    signed: dict[date, list[Signed]],
    away: list[TookLeave],
    by: Measure,
) -> tuple[int, int, int]:
    """Days required, on leave, and absent."""
    due = [day for day in days if by.calendar.is_workday(day) and person.posts_on(day)]
    required = (person.days or 0) * len(due) // _WEEK
    leave = {d for d in due if d not in signed and any(e.since <= d <= e.until for e in away)}
    to_come = [d for d in due if d >= by.today and d not in signed and d not in leave]
    lacking = max(0, required - sum(1 for day in days if day in signed))
    excused = min(len(leave), lacking)
    return required, excused, max(0, lacking - excused - len(to_come))


def _marks(signed: list[Signed], day: date, by: Measure) -> Iterator[str | None]:
    """Late and early of one working day: by the sign-in, and by the last sign-out."""
    if by.calendar.is_workday(day):
        outs = [each for each in signed if isinstance(each, SignedOut)]
        yield from (late_or_early(by.times, e) for e in signed if isinstance(e, SignedIn))
        if outs:
            yield late_or_early(by.times, max(outs, key=lambda each: each.at))


def _is_unclosed(signed: list[Signed], day: date, by: Measure) -> bool:
    return day < by.today and not any(isinstance(each, SignedOut) for each in signed)
