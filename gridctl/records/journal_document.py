"""Journal document: a month of a journal as the plain data of its file, and back."""

from collections.abc import Mapping
from typing import Any

from gridctl.domain.journal.entries import ENTRIES
from gridctl.domain.journal.month import Month
from gridctl.records.building import Misfit
from gridctl.records.case_document import FORMAT, entry, events


def document(month: Month) -> dict[str, Any]:
    """The whole file as plain data in canonical order."""
    head = {"format": FORMAT, "staff": month.staff, "month": month.month}
    return head | {"entries": [entry(each) for each in month.entries]}


def month(data: object) -> Month:
    """The month that a file's plain data holds; raises Misfit."""
    entries = events(data, "entries", ENTRIES)
    assert isinstance(data, Mapping)
    if not entries or not isinstance(data.get("staff"), str):
        raise Misfit("staff")
    if not isinstance(data.get("month"), str):
        raise Misfit("month")
    return Month(data["staff"], data["month"], entries)
