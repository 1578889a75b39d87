"""Clock: deadlines under a ledger's calendar, office hours and convention of working days."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.app.place import ledger_folder
from gridctl.domain.limits import parse_limit
from gridctl.domain.moments import as_typed, fixed, zone
from gridctl.domain.working_time import STANDARD, Due, add_work, due, worked
from gridctl.store.holidays import built_in


def deadline(ledger: Ledger, start: datetime, limit: str, *, work_day: str | None = None) -> Due:
    """When a limit that begins at `start` ends; `work_day` overrides the ledger's convention."""
    convention = work_day or ledger.office.settings.work_day
    end = due(
        ledger.local(start), parse_limit(limit), ledger.calendar, ledger.office.hours, convention
    )
    return replace(end, at=fixed(end.at))


class Reckoning(NamedTuple):
    """A deadline worked out by itself: what was asked, under which convention, and the answer."""

    start: datetime
    limit: str
    work_day: str
    due: Due


def deadline_anywhere(
    folder: str, start: str, limit: str, *, now: datetime, work_day: str | None = None
) -> Reckoning:
    """A deadline for times and limits as typed; outside a ledger under the usual settings."""
    calendar = built_in()
    hours, convention, there = STANDARD, "rolling", now.astimezone(zone("Asia/Shanghai"))
    if ledger_folder(folder):
        with open_ledger(folder) as ledger:
            calendar = ledger.calendar
            hours, there = ledger.office.hours, ledger.local(now)
            convention = ledger.office.settings.work_day
    begin, asked = as_typed(start, now=there), parse_limit(limit)
    convention = work_day or convention
    end = due(begin.astimezone(there.tzinfo), asked, calendar, hours, convention)
    return Reckoning(begin, str(asked), convention, replace(end, at=fixed(end.at)))


def after_pause(
    ledger: Ledger, end: datetime, limit: str, *, paused: datetime, resumed: datetime
) -> Due:
    """The deadline after a pause: what was left of the limit when it began, from its end on.

    What was late already stays late: the deadline does not move.
    """
    if end <= paused:
        return Due(end, provisional=False, skipped=())
    if parse_limit(limit).unit in ("urgent_hour", "natural_day"):
        later = end + (resumed - paused)
        return Due(later, provisional=later.date() > ledger.calendar.known_until, skipped=())
    # Office hours are those on the wall, whatever the offset was when each moment was written.
    calendar, hours = ledger.calendar, ledger.office.hours
    left = worked(ledger.local(paused), ledger.local(end), calendar, hours)
    new = add_work(ledger.local(resumed), left, calendar, hours)
    return replace(new, at=fixed(new.at))
