"""Working time: when a limit ends, and how much was worked between two moments."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from gridctl.domain.calendar import Calendar
from gridctl.domain.limits import Limit
from gridctl.domain.office_hours import STANDARD, Hours, Season, parse_hours
from gridctl.words import Both

__all__ = [
    "STANDARD",
    "WORK_DAYS",
    "Due",
    "Hours",
    "Season",
    "add_work",
    "due",
    "parse_hours",
    "worked",
]

Skipped = tuple[date, Both]
_DAY = timedelta(days=1)
_CONTINUOUS = {"urgent_hour": timedelta(hours=1), "natural_day": _DAY}


@dataclass(frozen=True)
class Due:
    """When a limit ends, with the days off on the way and why each is off.

    `provisional`: a year on the way has no published plan, so the moment may still change.
    """

    at: datetime
    provisional: bool
    skipped: tuple[Skipped, ...]


def due(
    start: datetime, limit: Limit, calendar: Calendar, hours: Hours, work_day: str = "rolling"
) -> Due:
    """When the limit that begins at `start` ends, in the zone of `start`, to the second.

    Urgent hours and natural days run through nights and holidays. Working time begins at the next
    opening where `start` lies outside office hours, and may end exactly at close. `work_day` is a
    key of `WORK_DAYS`. Raises ValueError for a `start` without an offset.
    """
    start = _to_the_second(start)
    if limit.unit in _CONTINUOUS:
        # Through UTC, so that hours stay hours where a zone changes its offset.
        end = start.astimezone(UTC) + limit.amount * _CONTINUOUS[limit.unit]
        return _due(start, end.astimezone(start.tzinfo), calendar, ())
    if limit.unit == "work_hour":
        return add_work(start, timedelta(hours=limit.amount), calendar, hours)
    return WORK_DAYS[work_day](start, limit.amount, calendar, hours)


def add_work(start: datetime, work: timedelta, calendar: Calendar, hours: Hours) -> Due:
    """When so much working time after `start` is done; none at all ends at the next opening.

    Raises ValueError for a negative amount, or a `start` without an offset.
    """
    start, left = _to_the_second(start), int(work.total_seconds())
    if left < 0:
        raise ValueError(work)
    day, clock = start.date(), _clock(start)
    skipped: list[Skipped] = []
    while True:
        if not calendar.is_workday(day):
            skipped.append((day, calendar.reason(day)))
        else:
            for opens, closes in hours.on(day):
                begins = max(clock, opens * 60)
                free = closes * 60 - begins
                if free > 0 and left <= free:
                    return _due(start, _moment(day, begins + left, start), calendar, skipped)
                left -= max(free, 0)
        day, clock = day + _DAY, 0


def worked(start: datetime, end: datetime, calendar: Calendar, hours: Hours) -> timedelta:
    """Measure the working time from `start` to `end`, in the zone of `start`; zero backwards.

    Raises ValueError for a moment without an offset.
    """
    start = _to_the_second(start)
    end = _to_the_second(end).astimezone(start.tzinfo)
    day, total = start.date(), 0
    while day <= end.date():
        if calendar.is_workday(day):
            first = _clock(start) if day == start.date() else 0
            last = _clock(end) if day == end.date() else 24 * 60 * 60
            for opens, closes in hours.on(day):
                total += max(min(last, closes * 60) - max(first, opens * 60), 0)
        day += _DAY
    return timedelta(seconds=total)


def _rolling(start: datetime, amount: int, calendar: Calendar, hours: Hours) -> Due:
    """So many times the hours of one working day, to the minute.

    The day whose hours count is the one on which the clock begins. So where the hours of the
    seasons differ in sum, a limit that crosses from one into the next keeps the first one's length.
    """
    begins = add_work(start, timedelta(0), calendar, hours).at
    return add_work(
        start, timedelta(minutes=amount * hours.minutes(begins.date())), calendar, hours
    )


def _civil(start: datetime, amount: int, calendar: Calendar, hours: Hours) -> Due:
    """Close of business of the last working day; the day of `start` is not counted."""
    day, left = start.date(), amount
    skipped: list[Skipped] = []
    while left:
        day += _DAY
        if calendar.is_workday(day):
            left -= 1
        else:
            skipped.append((day, calendar.reason(day)))
    _opens, closes = hours.on(day)[-1]
    return _due(start, _moment(day, closes * 60, start), calendar, skipped)


WORK_DAYS: dict[str, Callable[[datetime, int, Calendar, Hours], Due]] = {
    "rolling": _rolling,
    "civil": _civil,
}
"""The two conventions for a working day: its hours carried on, or its close of business."""


def _due(start: datetime, end: datetime, calendar: Calendar, skipped: Sequence[Skipped]) -> Due:
    return Due(end, not calendar.knows(start.date(), end.date()), tuple(skipped))


def _to_the_second(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(moment, "has no offset")
    return moment.replace(microsecond=0)


def _clock(moment: datetime) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _moment(day: date, clock: int, start: datetime) -> datetime:
    return datetime.combine(day, time(clock // 3600, clock // 60 % 60, clock % 60), start.tzinfo)
