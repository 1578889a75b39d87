"""Facts of a case: how the row is drawn from the history."""

from dataclasses import fields

from gridctl.domain.case import Case
from gridctl.domain.facts import Facts
from gridctl.domain.measured import Measured
from gridctl.domain.milestones import milestones
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.correct import current
from gridctl.domain.verbs.dispatch import Dispatched

_BESIDE = frozenset({"source", "text", "begun", "dispatched"})


def facts_of(case: Case) -> Facts:
    """The row of a case."""
    return measured(case)


def measured(case: Case) -> Measured:
    """The row of a case with its milestones."""
    first = case.history[0]
    assert isinstance(first, Collected)
    orders = [event.at for event in case.history if isinstance(event, Dispatched)]
    head = {f.name: getattr(case, f.name) for f in fields(Facts) if f.name not in _BESIDE}
    return Measured(
        **head,
        source=current(case, 1, "source") or first.source,
        text=current(case, 1, "text"),
        begun=first.at,
        dispatched=orders[-1] if orders else None,
        **milestones(case),
    )
