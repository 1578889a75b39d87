"""Holidays: the holiday plans that come with the program, read from their published form."""

import json
import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from gridctl.domain.calendar import Calendar, Plan, PlannedDay, merge

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "holidays")


@cache
def built_in() -> Calendar:
    """Read the State Council's plans that came with this version, once in a process."""
    names = sorted(name for name in os.listdir(_FOLDER) if name.endswith(".json"))
    return merge(plan_of(_document(name)) for name in names)


def plan_of(document: Mapping[str, Any]) -> Plan:
    """Read a plan in the form of NateScarlet/holiday-cn: `year`, and `days` of name, date, isOffDay."""
    days = {
        date.fromisoformat(day["date"]): PlannedDay(day["isOffDay"], day["name"])
        for day in document["days"]
    }
    return Plan(document["year"], days)


def _document(name: str) -> Any:
    with open(os.path.join(_FOLDER, name), "rb") as file:
        return json.loads(file.read())
