"""Periods: the span of days that a report is about, as people and scripts write it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gridctl.domain.moments import DAYS_BACK, day_typed
from gridctl.errors import Usage
from gridctl.words import say

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """From the `first` day to the `last`, both included; `name` is the one way it is written."""

    name: str
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        """Every day, in order."""
        return (self.first + _ONE_DAY * n for n in range((self.last - self.first).days + 1))


def parse_period(text: str, today: date) -> Period:
    """A year `2026`, quarter `2026-Q4`, month `2026-11`, week `2026-W47`, day `2026-11-24` or span
    `2026-11-01..2026-11-15`; or a word for one near `today`: `this-month`, 上月. Raises Usage.
    """
    wanted = text.strip()
    try:
        if wanted in DAYS_BACK:
            return _day(day_typed(wanted, today))
        near = _NEAR.get(wanted)
        if near:
            return near(today)
        first, mark, last = wanted.partition("..")
        return _span(_one(first), _one(last)) if mark else _one(wanted)
    except ValueError:
        raise Usage(
            say("“{text}” is no period.", text=text),
            say(
                "Write 2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-24, 2026-11-01..2026-11-15, "
                "this-month or last-month."
            ),
        ) from None


def parse_month(text: str, today: date) -> Period:
    """A month in any of the words for a period. Raises Usage for what is none or another span."""
    found = parse_period(text, today)
    if found != month_of(found.first):
        raise Usage(say("“{text}” is not a month.", text=text), say("Write it like 2026-11."))
    return found


def month_of(day: date) -> Period:
    """The month that the day lies in."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return Period(f"{day:%Y-%m}", day.replace(day=1), following - _ONE_DAY)


def week_of(day: date) -> Period:
    """The week, Monday to Sunday, that the day lies in, numbered as by ISO 8601."""
    year, week, weekday = day.isocalendar()
    first = day - _ONE_DAY * (weekday - 1)
    return Period(f"{year}-W{week:02}", first, first + _ONE_DAY * 6)


def year_of(day: date) -> Period:
    """The year that the day lies in."""
    return Period(f"{day:%Y}", date(day.year, 1, 1), date(day.year, 12, 31))


def before(period: Period) -> date:
    """The day before the period began."""
    return period.first - _ONE_DAY


def previous(period: Period) -> Period:
    """The period of the same kind before: the month before a month; before a span, as many days."""
    day = before(period)
    for made in (_day, week_of, month_of, _quarter_of, year_of):
        if made(period.first) == period:
            return made(day)
    return _span(_day(day - (period.last - period.first)), _day(day))


def _quarter_of(day: date) -> Period:
    return _quarter(day.year, (day.month + 2) // 3)


def _quarter(year: int, quarter: int) -> Period:
    first, last = date(year, 3 * quarter - 2, 1), month_of(date(year, 3 * quarter, 1)).last
    return Period(f"{year}-Q{quarter}", first, last)


def _day(day: date) -> Period:
    return Period(day.isoformat(), day, day)


def _span(first: Period, last: Period) -> Period:
    if last.last < first.first:
        raise ValueError(last.name)
    return Period(f"{first.name}..{last.name}", first.first, last.last)


def _one(text: str) -> Period:
    for form, made in _FORMS:
        found = re.fullmatch(form, text, re.ASCII)
        if found:
            return made(*map(int, found.groups()))
    raise ValueError(text)


_FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (r"(\d{4})", lambda year: year_of(date(year, 1, 1))),
    (r"(\d{4})-Q([1-4])", _quarter),
    (r"(\d{4})-(\d{2})", lambda year, month: month_of(date(year, month, 1))),
    (r"(\d{4})-W(\d{2})", lambda year, week: week_of(date.fromisocalendar(year, week, 1))),
    (r"(\d{4})-(\d{2})-(\d{2})", lambda *parts: _day(date(*parts))),
)
_NEAR: dict[str, Callable[[date], Period]] = {
    "this-week": week_of,
    "last-week": lambda today: week_of(before(week_of(today))),
    "this-month": month_of,
    "last-month": lambda today: month_of(before(month_of(today))),
    "this-year": year_of,
    "last-year": lambda today: year_of(before(year_of(today))),
}
_NEAR |= {
    "本周": _NEAR["this-week"],
    "上周": _NEAR["last-week"],
    "本月": _NEAR["this-month"],
    "上月": _NEAR["last-month"],
    "今年": _NEAR["this-year"],
    "去年": _NEAR["last-year"],
}
