"""Calendar by command: next year's holiday plan is taken over once it is out."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain.settings_files import CALENDAR
from gridctl.errors import Refused, Usage
from gridctl.store import settings_edit
from gridctl.words import say

LARGEST = 1024 * 1024


def add(file: str) -> Decide:
    """Add the plan in `file`, in the form of NateScarlet/holiday-cn, to calendar.yaml."""
    plan = _read(file)

    def decide(ledger: Ledger, _today: date) -> Wish:
        if plan["year"] in ledger.calendar.years:
            raise Refused(
                "S04",
                say("The plan of {year} is known already.", year=plan["year"]),
                say("See it: gridctl calendar show {year}", year=plan["year"]),
            )
        data = settings_edit.with_plan(
            ledger.settings.get(CALENDAR), plan, ledger.office.settings.language
        )
        told = say(
            "The plan of {year} is in the calendar: {count} days.",
            year=plan["year"],
            count=len(plan["days"]),
        )
        return Wish(CALENDAR, data, f"calendar add {plan['year']}", told)

    return decide


def _read(file: str) -> dict[str, Any]:
    """The plan of a file in the form of calendar.yaml; Usage for anything else."""
    try:
        with open(file, "rb") as opened:
            document = json.loads(opened.read(LARGEST))
        return _plan(document)
    except OSError as error:
        raise Usage(
            say(
                "The file {file} cannot be read: {reason}", file=file, reason=error.strerror or "?"
            ),
            say("Check its path and that you may read it."),
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Usage(
            say("{file} holds no holiday plan.", file=file),
            say("A plan is JSON with year and days, each day with name, date and isOffDay."),
        ) from error


def _plan(document: Mapping[str, Any]) -> dict[str, Any]:
    year, rows = document["year"], document["days"]
    if type(year) is not int or not rows:
        raise ValueError(year)
    days = [_day(row) for row in rows]
    papers = [str(each) for each in document.get("papers", [])]
    return {"year": year} | ({"papers": papers} if papers else {}) | {"days": days}


def _day(row: Mapping[str, Any]) -> dict[str, Any]:
    if type(row["isOffDay"]) is not bool or type(row["name"]) is not str:
        raise TypeError(row)
    return {"date": date.fromisoformat(row["date"]), "name": row["name"], "off": row["isOffDay"]}
