"""Case JSON: a case and lists of cases with stable keys, all of them always there."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from gridctl.domain.facts import BESIDE, Facts
from gridctl.domain.moments import stamp
from gridctl.domain.urgency import clock

_HEAD = tuple(name for name in Facts.__dataclass_fields__ if name not in ("id", "version", *BESIDE))


def head(case: Facts, now: datetime) -> dict[str, Any]:
    """The head with nothing left out; what does not apply is null, 0, false or []."""
    kept = {name: plain(getattr(case, name)) for name in _HEAD}
    kept["severity"] = case.severity or "normal"
    return {"id": case.id, "version": case.version} | kept | {"clock": clock(case, now)}


def legal(verb: str, commands: Sequence[str], who: Sequence[str]) -> dict[str, Any]:
    """A verb that is possible now: its commands, the plainest first, and the ids of who may."""
    return {"verb": verb, "command": commands[0], "commands": list(commands), "who": list(who)}


def plain(value: Any) -> Any:
    """A value as JSON has it: times as ISO 8601, tuples as arrays."""
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value
