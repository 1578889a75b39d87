"""Clock: deadlines under a ledger's calendar, office hours and convention of working days."""

from datetime import datetime

from gridctl.app.ledger import Ledger
from gridctl.domain.limits import parse_limit
from gridctl.domain.settings_checks import hours_of
from gridctl.domain.working_time import Due, due


def deadline(ledger: Ledger, start: datetime, limit: str, *, work_day: str | None = None) -> Due:
    """When a limit that begins at `start` ends; `work_day` overrides the ledger's convention."""
    return due(
        start,
        parse_limit(limit),
        ledger.calendar,
        hours_of(ledger.office),
        work_day or ledger.office.settings.work_day,
    )
