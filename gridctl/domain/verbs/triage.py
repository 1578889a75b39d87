"""triage 梳理上报: sorts a report: on to filing, settled in the grid, rejected, or a duplicate."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import listed, say

Severity = Literal["normal", "urgent"]


@dataclass(frozen=True, kw_only=True)
class Triaged(Event):
    """How the report was sorted. `closure` is what a rejected case will be closed as."""

    did: ClassVar[str] = "triaged"
    outcome: Literal["report", "settle", "reject", "duplicate"]
    severity: Severity | None = None
    category: str | None = None
    result: str | None = None
    reason: str | None = None
    closure: Literal["no-action", "referred", "withdrawn", "unfounded"] | None = None
    duplicate_of: str | None = None
    note: str | None = None


def guard(case: Case, event: Triaged) -> None:
    """Refuses an outcome without what it needs, and a duplicate of itself."""
    needs = {
        "report": ("category", event.category),
        "settle": ("result", event.result),
        "reject": ("reason", event.reason),
        "duplicate": ("duplicate_of", event.duplicate_of),
    }
    name, value = needs[event.outcome]
    if not value or (event.outcome == "settle" and not event.category):
        from gridctl.domain.fields import FIELDS
        from gridctl.domain.terms import OUTCOMES

        raise Refused(
            "W03",
            say(
                "A triage with outcome {outcome} needs {field}.",
                outcome=OUTCOMES[event.outcome],
                field=FIELDS[name if not value else "category"],
            ),
        )
    if event.outcome == "duplicate" and case.duplicates:
        raise Refused(
            "W04",
            say("Other cases repeat this one: {ids}", ids=listed(case.duplicates)),
            say("Make the newer one a duplicate of it instead."),
        )
    if event.duplicate_of == case.id:
        raise Refused("W04", say("A case cannot be a duplicate of itself."))


def effect(case: Case, event: Triaged) -> Case:
    """Where the case stands after it was sorted."""
    moved: dict[str, object] = {"step": "triage"}
    if event.category:
        moved["category"] = event.category
    if event.severity:
        moved["severity"] = event.severity
    if event.outcome == "report":
        moved["waits"] = "file"
    elif event.outcome == "duplicate":
        moved |= {
            "waits": None,
            "state": "closed",
            "closure": "duplicate",
            "duplicate_of": event.duplicate_of,
        }
    else:
        moved["waits"] = "feedback"
    return case.after(event, **moved)
