"""handle 问题处理: what the units did, entry by entry, until the lead unit says it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Evidence
from gridctl.errors import Refused
from gridctl.words import say

Done = Literal["fixed", "no-action", "referred", "withdrawn", "unfounded"]


@dataclass(frozen=True, kw_only=True)
class Handled(Event):
    """Measures taken. `counts` and `seized` keep quantities as written (30余处). `done` ends the
    step with what the case will be closed as; without it this is a progress entry.
    """

    did: ClassVar[str] = "handled"
    note: str | None = None
    counts: Mapping[str, str] | None = None
    seized: Mapping[str, str] | None = None
    evidence: tuple[Evidence, ...] = ()
    done: Done | None = None


def guard(case: Case, event: Handled) -> None:  # noqa: ARG001 - every verb's guard has this shape
    """Refuses an entry that says nothing."""
    if not (event.note or event.counts or event.seized or event.evidence or event.done):
        raise Refused(
            "W09", say("The entry says nothing: a note, counts, evidence or the end is needed.")
        )


def effect(case: Case, event: Handled) -> Case:
    """Still being handled, or handed back for feedback; a request not answered by then lapses."""
    if event.done:
        return case.after(event, step="handle", waits="feedback", pending=None)
    return case.after(event, step="handle", waits="handle")
