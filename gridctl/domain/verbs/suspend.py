"""suspend 挂账: a case that cannot be done for now is put aside until a day, and its clock with it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from gridctl.domain.asking import check_other_person
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say

LONGEST = timedelta(days=366)
PENDING = "suspension"


@dataclass(frozen=True, kw_only=True)
class SuspensionRequested(Event):
    """The unit's wish: until when, and why."""

    did: ClassVar[str] = "suspension_requested"
    until: date
    note: str


@dataclass(frozen=True, kw_only=True)
class Suspended(Event):
    """The leader's approval. `due` is the deadline that holds once the case resumes by itself,
    on the day after `until`.
    """

    did: ClassVar[str] = "suspended"
    until: date
    due: datetime
    provisional: bool = False
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SuspensionDenied(Event):
    """The leader's refusal."""

    did: ClassVar[str] = "suspension_denied"
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Resumed(Event):
    """An end before its time, with the deadline that the rest of the limit gives."""

    did: ClassVar[str] = "resumed"
    due: datetime
    provisional: bool = False
    note: str | None = None


def ready_to_request(case: Case) -> Refused | None:
    """Once, and one wish at a time."""
    if case.pending:
        return Refused("W16", say("A request of the unit waits for its answer already."))
    if any(isinstance(event, Suspended) for event in case.history):
        return Refused("W18", say("The case was suspended before; that is granted once."))
    return None


def ready_to_answer(case: Case) -> Refused | None:
    """Only what was asked for is approved or denied."""
    if case.pending != PENDING:
        return Refused("W18", say("No suspension was asked for."))
    return None


def guard_request(case: Case, event: SuspensionRequested) -> None:  # noqa: ARG001 - the shape of every guard
    """Until a day that lies ahead, at most a year away."""
    if not event.at.date() < event.until <= event.at.date() + LONGEST:
        raise Refused(
            "W18",
            say("{until} is not a day within the coming year.", until=event.until),
            say("Give --until a date after today and at most a year away."),
        )


def guard_answer(case: Case, event: Suspended | SuspensionDenied) -> None:
    """Who asks never approves; a leader may shorten what was asked for, not lengthen it."""
    check_other_person(case, event, SuspensionRequested)
    asked = next(e for e in reversed(case.history) if isinstance(e, SuspensionRequested))
    if isinstance(event, Suspended) and not event.at.date() <= event.until <= asked.until:
        raise Refused("W18", say("It was asked for until {until}, no longer.", until=asked.until))


def effect_of_request(case: Case, event: SuspensionRequested) -> Case:
    """Waiting for the leader's answer; the clock runs on."""
    return case.after(event, pending=PENDING)


def effect_of_approval(case: Case, event: Suspended) -> Case:
    """Put aside."""
    return case.after(
        event,
        pending=None,
        state="suspended",
        until=event.until,
        due=event.due,
        provisional=event.provisional,
    )


def effect_of_denial(case: Case, event: SuspensionDenied) -> Case:
    """Nothing moves."""
    return case.after(event, pending=None)


def effect_of_resumption(case: Case, event: Resumed) -> Case:
    """With the unit again."""
    return case.after(event, state="open", until=None, due=event.due, provisional=event.provisional)


def woken(case: Case, day: date) -> Case:
    """The case as it stands on a day: what was put aside until before that is open by itself."""
    if case.state == "suspended" and case.until and case.until < day:
        return replace(case, state="open", until=None)
    return case
