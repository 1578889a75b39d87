"""Handling: what a case's history says of who handled it and what it will be closed as."""

from gridctl.domain.case import Case
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.triage import Triaged


def handlers(case: Case) -> frozenset[str]:
    """Who handled the case: made an entry of handling, or settled it in the grid."""
    return frozenset(
        event.by
        for event in case.history
        if isinstance(event, Handled) or (isinstance(event, Triaged) and event.outcome == "settle")
    )


def pending_closure(case: Case) -> str:
    """What the case will be closed as when it passes: by its last handling or sorting."""
    for event in reversed(case.history):
        if isinstance(event, Handled) and event.done:
            return event.done
        if isinstance(event, Triaged):
            return "settled" if event.outcome == "settle" else event.closure or "no-action"
    raise ValueError(case.id)
