"""evaluate 综合评价: scores for the strip (unit) and the block (grid), and what was learned."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Evaluated(Event):
    """The last step. Scores run from 0 to 100; `strip` is left out where no unit was involved."""

    did: ClassVar[str] = "evaluated"
    strip: int | None = None
    block: int
    lesson: str | None = None
    praise: str | None = None
    note: str | None = None


def guard(case: Case, event: Evaluated) -> None:
    """Refuses scores outside 0 to 100, and a strip score where no unit worked on the case."""
    for score in (event.strip, event.block):
        if score is not None and not 0 <= score <= 100:
            raise Refused(
                "W11", say("A score lies between 0 and 100, not at {score}.", score=score)
            )
    if event.strip is not None and not case.lead:
        raise Refused("W12", say("No unit worked on this case, so there is no strip score."))
    if event.strip is None and case.lead:
        raise Refused(
            "W12", say("The lead unit {unit} must be scored too (--strip).", unit=case.lead)
        )


def effect(case: Case, event: Evaluated) -> Case:
    """The end of the way."""
    return case.after(event, step="evaluate", waits=None)
