"""Facts of a case: how the row is drawn from the history."""

from dataclasses import fields
from datetime import datetime

from gridctl.domain.case import Case
from gridctl.domain.facts import BESIDE, Facts
from gridctl.domain.handling import handlers
from gridctl.domain.measured import Measured
from gridctl.domain.milestones import milestones
from gridctl.domain.verbs.appeal import Appealed
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.correct import current
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import ExtensionRequested
from gridctl.domain.verbs.suspend import SuspensionRequested
from gridctl.domain.verbs.triage import Triaged
from gridctl.domain.verbs.verify import Verified

_REQUESTS = ExtensionRequested | SuspensionRequested | Appealed


def facts_of(case: Case) -> Facts:
    """The row of a case."""
    return measured(case)


def measured(case: Case) -> Measured:
    """The row of a case with its milestones."""
    first = case.history[0]
    assert isinstance(first, Collected)
    orders = [event.at for event in case.history if isinstance(event, Dispatched)]
    head = {f.name: getattr(case, f.name) for f in fields(Facts) if f.name not in BESIDE}
    return Measured(
        **head,
        source=current(case, 1, "source") or first.source,
        text=current(case, 1, "text"),
        begun=first.at,
        dispatched=orders[-1] if orders else None,
        closed=_closed(case),
        handlers=tuple(sorted(handlers(case))),
        asker=_asker(case),
        **milestones(case),
    )


def _closed(case: Case) -> datetime | None:
    """When it was closed last: by a verification that passed, a duplicate by its triage."""
    if case.state != "closed":
        return None
    ends = (e for e in reversed(case.history) if isinstance(e, Verified | Triaged))
    return next(ends).at


def _asker(case: Case) -> str | None:
    if not case.pending:
        return None
    return next(e.by for e in reversed(case.history) if isinstance(e, _REQUESTS))
