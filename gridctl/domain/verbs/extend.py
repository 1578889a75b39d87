"""extend 延期: the lead unit asks for more time, and a dispatcher grants or denies it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gridctl.domain.asking import check_other_person
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.moments import minute
from gridctl.errors import Refused
from gridctl.words import say

MOST = 2
PENDING = "extension"


@dataclass(frozen=True, kw_only=True)
class ExtensionRequested(Event):
    """The unit's wish, with its reason."""

    did: ClassVar[str] = "extension_requested"
    note: str


@dataclass(frozen=True, kw_only=True)
class Extended(Event):
    """The grant: once more the limit of the case, from the deadline on."""

    did: ClassVar[str] = "extended"
    due: datetime
    provisional: bool = False
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class ExtensionDenied(Event):
    """The refusal; it does not count against the two that may be granted."""

    did: ClassVar[str] = "extension_denied"
    note: str | None = None


def ready_to_request(case: Case) -> Refused | None:
    """At most two, and one wish at a time."""
    if case.pending:
        return Refused("W16", say("A request of the unit waits for its answer already."))
    if case.extensions >= MOST:
        return Refused(
            "W16", say("The case was extended {most} times; that is the most.", most=MOST)
        )
    return None


def ready_to_answer(case: Case) -> Refused | None:
    """Only what was asked for is granted or denied."""
    if case.pending != PENDING:
        return Refused("W16", say("No extension was asked for."))
    return None


def guard_request(case: Case, event: ExtensionRequested) -> None:
    """Before expiry."""
    if case.due and event.at > case.due:
        raise Refused(
            "W16",
            say(
                "The deadline, {due}, is over; an extension is asked for before.",
                due=minute(case.due),
            ),
        )


def guard_answer(case: Case, event: Extended | ExtensionDenied) -> None:
    """Who asks never approves, and a deadline only moves on."""
    check_other_person(case, event, ExtensionRequested)
    if isinstance(event, Extended) and case.due and event.due < case.due:
        raise Refused("W08", say("An extension cannot shorten the deadline."))


def effect_of_request(case: Case, event: ExtensionRequested) -> Case:
    """Waiting for the dispatcher's answer; the clock runs on."""
    return case.after(event, pending=PENDING)


def effect_of_grant(case: Case, event: Extended) -> Case:
    """A later deadline."""
    return case.after(
        event,
        pending=None,
        extensions=case.extensions + 1,
        due=event.due,
        provisional=event.provisional,
    )


def effect_of_denial(case: Case, event: ExtensionDenied) -> Case:
    """The deadline stays."""
    return case.after(event, pending=None)
