"""Paper facts: what a paper draws from a case's history: its order, what moved its deadline, reminders, cards."""

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Reporter
from gridctl.domain.verbs.assist import Assisted
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import Extended, ExtensionRequested
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.return_ import Returned
from gridctl.domain.verbs.supervise import Supervised
from gridctl.domain.verbs.suspend import Suspended, SuspensionRequested
from gridctl.domain.verbs.urge import Urged

_ASKED = {Extended: ExtensionRequested, Suspended: SuspensionRequested}


def reporter_of(case: Case) -> Reporter | None:
    """Who reported, as far as the case holds it."""
    first = case.history[0]
    return first.reporter if isinstance(first, Collected) else None


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


def _since_order(case: Case) -> tuple[Event, ...]:
    order = order_of(case)
    return case.history[order.n :] if order else ()


def joined_of(case: Case) -> tuple[Assisted, ...]:
    """The units that joined after the order was given."""
    return tuple(event for event in _since_order(case) if isinstance(event, Assisted))


def returns_of(case: Case) -> tuple[Returned, ...]:
    """Every hand-back so far."""
    return tuple(event for event in case.history if isinstance(event, Returned))


def deadline_moves_of(case: Case) -> tuple[Event, ...]:
    """What moved the deadline since the order."""
    return tuple(event for event in _since_order(case) if getattr(event, "due", None))


def why_moved(case: Case, event: Event) -> str | None:
    """The reason given for a new deadline: the unit's own where it asked for it."""
    asked = _ASKED.get(type(event))
    earlier = reversed(case.history[: event.n - 1])
    request = next((each for each in earlier if asked and isinstance(each, asked)), None)
    given = (getattr(each, key, None) for each in (request, event) for key in ("note", "reason"))
    return next((reason for reason in given if reason), None)


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
