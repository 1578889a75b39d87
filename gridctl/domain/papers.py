"""Papers: what a case must have before its order, reminder, supervision order or dossier is printed."""

from collections.abc import Callable
from datetime import date, timedelta

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Reporter
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.supervise import Supervised
from gridctl.domain.verbs.suspend import woken
from gridctl.domain.verbs.urge import Urged
from gridctl.errors import NotFound, Refused
from gridctl.words import say

NAMING_REPORTERS = ("dispatch", "dossier")  # who gets the others has no need to call anybody
LATE_AFTER = timedelta(hours=72)  # from what happened to its commit


def check_printable(case: Case, form: str, day: date) -> None:
    """Refuses a paper that would say what does not hold."""
    check = _CHECKS.get(form)
    if check:
        check(woken(case, day))


def _check_order(case: Case) -> None:
    if not case.lead:
        raise Refused(
            "O01",
            say("{case} is with no unit, so there is no order to print.", case=case.ending),
            say("Dispatch it first: gridctl dispatch {case} --to UNIT", case=case.ending),
        )


def _check_reminder(case: Case) -> None:
    if not case.lead or case.waits not in ("handle", "feedback"):
        raise Refused(
            "O01",
            say("{case} waits for no unit, so nobody is to be reminded.", case=case.ending),
            say("See where it stands: gridctl show {case}", case=case.ending),
        )


def _check_card(case: Case) -> None:
    if not case.supervision:
        raise Refused(
            "O01",
            say("{case} is not under supervision.", case=case.ending),
            say("Put it there first: gridctl supervise {case} yellow", case=case.ending),
        )


_CHECKS: dict[str, Callable[[Case], None]] = {
    "dispatch": _check_order,
    "urge": _check_reminder,
    "supervise": _check_card,
}


def reporter_of(case: Case) -> Reporter | None:
    """Who reported, as far as the case holds it."""
    first = case.history[0]
    return first.reporter if isinstance(first, Collected) else None


def check_reporter_may_be_named(case: Case) -> None:
    """Refuses the name and number of who asked for secrecy; NotFound where nobody left one."""
    reporter = reporter_of(case)
    if reporter and reporter.secret:
        raise Refused(
            "O02",
            say("Who reported {case} asked for secrecy.", case=case.ending),
            say("Print it without --with-reporter; the office passes messages on."),
        )
    if not reporter:
        raise NotFound(
            say("Nobody is taken down as the reporter of {case}.", case=case.ending),
            say("Print it without --with-reporter."),
        )


def _last(case: Case, kind: type[Event]) -> Event | None:
    return next((event for event in reversed(case.history) if isinstance(event, kind)), None)


def order_of(case: Case) -> Dispatched | None:
    """The order that the units have now: the last one, re-dispatching included."""
    event = _last(case, Dispatched)
    return event if isinstance(event, Dispatched) and case.lead else None


def filing_of(case: Case) -> Filed | None:
    """The last filing."""
    event = _last(case, Filed)
    return event if isinstance(event, Filed) else None


def urgings_of(case: Case) -> tuple[Urged, ...]:
    """Every reminder so far."""
    return tuple(event for event in case.history if isinstance(event, Urged))


def cards_of(case: Case) -> tuple[Supervised, ...]:
    """The cards since supervision last began; empty where there is none now."""
    cards: list[Supervised] = []
    for event in case.history:
        if isinstance(event, Supervised):
            cards = [] if event.level == "lift" else [*cards, event]
    return tuple(cards) if case.supervision else ()
