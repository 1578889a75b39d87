"""redispatch 改派: a dispatched case goes to another lead unit, with a fresh clock."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.verbs import dispatch
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Redispatched(Dispatched):
    """The second or a later order; limit and extensions begin anew."""

    did: ClassVar[str] = "redispatched"


def guard(case: Case, event: Redispatched) -> None:
    """Without a return before it, taking a case from its unit needs a reason."""
    dispatch.guard_order(case, event)
    if case.lead and not event.note:
        raise Refused(
            "W15",
            say("The case is with {unit}; taking it away needs a reason.", unit=case.lead),
            say("Say why with --note REASON."),
        )


def ready(case: Case) -> Refused | None:
    """Only what was dispatched before."""
    if any(isinstance(event, Dispatched) for event in case.history):
        return None
    return Refused("W15", say("The case was not dispatched yet."))


effect = dispatch.effect
