"""Days: working days and days off of a year or a month under the built-in plans."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from gridctl.app.opening import open_ledger
from gridctl.app.place import ledger_folder
from gridctl.domain.calendar import Calendar
from gridctl.errors import Usage
from gridctl.store.holidays import built_in
from gridctl.words import Both, say

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?", re.ASCII)


class Day(NamedTuple):
    """One day, whether it is worked, and why."""

    day: date
    workday: bool
    reason: Both


class Days(NamedTuple):
    """A period: every day of a month, or of a year those that the plan moves."""

    period: str
    days: tuple[Day, ...]
    workdays: int
    known: bool


def days_of(folder: str, period: str) -> Days:
    """The days of `2026` or `2026-10`; raises Usage for anything else."""
    first, last = _span(period)
    calendar = _calendar(folder)
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    shown = every if len(every) < 32 else [day for day in every if day in calendar.days]
    days = tuple(Day(day, calendar.is_workday(day), calendar.reason(day)) for day in shown)
    return Days(period, days, sum(map(calendar.is_workday, every)), calendar.knows(first, last))


def _calendar(folder: str) -> Calendar:
    """The calendar of the ledger that the folder lies in; the built-in one outside."""
    if ledger_folder(folder) is None:
        return built_in()
    with open_ledger(folder) as ledger:
        return ledger.calendar


def _span(period: str) -> tuple[date, date]:
    match = _PERIOD.fullmatch(period)
    try:
        if match is None:
            raise ValueError(period)
        year, month = int(match[1]), int(match[2] or 0)
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    except ValueError:
        raise Usage(
            say("“{text}” is neither a year nor a month.", text=period),
            say("Write 2026 or 2026-10."),
        ) from None
