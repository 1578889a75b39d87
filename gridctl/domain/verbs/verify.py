"""verify 核查结案: somebody who did not handle it looks, and closes the case or sends it back."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Evidence
from gridctl.domain.handling import handlers, pending_closure
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Verified(Event):
    """The look at the result: `pass` closes (解决一件注销一件), `fail` means rework."""

    did: ClassVar[str] = "verified"
    outcome: Literal["pass", "fail"]
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()


def guard(case: Case, event: Verified) -> None:
    """The one who handled a case neither verifies it nor enters its verification."""
    busy = {person.casefold() for person in handlers(case)}
    for person in (event.by, event.entered):
        if person and person.casefold() in busy:
            raise Refused(
                "W10",
                say("{person} handled this case and cannot verify it.", person=person),
                say(
                    "Somebody else must verify: a patroller, head, dispatcher or leader of the grid or of one above it, who is not of the lead or an assisting unit."
                ),
            )


def effect(case: Case, event: Verified) -> Case:
    """Closed, or back: to the units where it was dispatched, to triage where it never was."""
    if event.outcome == "pass":
        return case.after(
            event, step="verify", waits="evaluate", state="closed", closure=pending_closure(case)
        )
    back = "handle" if case.lead else "triage"
    return case.after(event, step="verify", waits=back, rework=case.rework + 1)
