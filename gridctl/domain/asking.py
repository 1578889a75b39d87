"""Asking: what one person requests another decides."""

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


def check_other_person(case: Case, answer: Event, request: type[Event]) -> None:
    """Refuses an answer by the one who asked."""
    asked = next((e for e in reversed(case.history) if isinstance(e, request)), None)
    if asked is None:
        return
    if answer.by.casefold() == asked.by.casefold():
        raise Refused(
            "W17",
            say("{person} asked for it and cannot decide on it.", person=answer.by),
            say(
                "Somebody else who may decide has to; who may: gridctl show {case}",
                case=case.ending,
            ),
        )
