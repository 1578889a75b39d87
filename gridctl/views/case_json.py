"""Case JSON: a case and lists of cases with stable keys, all of them always there."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.moments import stamp
from gridctl.domain.urgency import clock


def head(case: Case, now: datetime) -> dict[str, Any]:
    """The head with nothing left out; what does not apply is null, 0, false or []."""
    kept = {f.name: plain(getattr(case, f.name)) for f in fields(case) if f.name != "history"}
    kept["severity"] = case.severity or "normal"
    return {"id": case.id, "version": case.version} | kept | {"clock": clock(case, now)}


def plain(value: Any) -> Any:
    """A value as JSON has it: times as ISO 8601, tuples as arrays."""
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value
