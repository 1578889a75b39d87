"""Paper facts: what a paper draws from a case's history: its order, what moved its deadline, reminders, cards."""

from typing import TypeVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Reporter
from gridctl.domain.steps import stages
from gridctl.domain.verbs.assist import Assisted
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.escalate import Escalated, HandedDown
from gridctl.domain.verbs.extend import Extended, ExtensionRequested
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.return_ import Returned
from gridctl.domain.verbs.supervise import Supervised
from gridctl.domain.verbs.suspend import Suspended, SuspensionRequested
from gridctl.domain.verbs.urge import Urged
from gridctl.domain.verbs.void import Voided

E = TypeVar("E", bound=Event)

_ASKED = {Extended: ExtensionRequested, Suspended: SuspensionRequested}

# What brings a case to those that have it: a unit, or a grid.
_TO_A_UNIT = (Dispatched, Reopened)
_TO_A_GRID = (Returned, Reopened, Escalated, HandedDown)


def reporter_of(case: Case) -> Reporter | None:
    """Who reported, as far as the case holds it."""
    first = case.history[0]
    return first.reporter if isinstance(first, Collected) else None


def _last(case: Case, kind: type[E]) -> E | None:
    return next((event for event in reversed(case.history) if isinstance(event, kind)), None)


def order_of(case: Case) -> Dispatched | None:
    """The order that the units have now: the last one, re-dispatching included."""
    return _last(case, Dispatched) if case.lead else None


def filing_of(case: Case) -> Filed | None:
    """The last filing."""
    return _last(case, Filed)


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
    """The reminders to whoever has the case now; those to another before them do not count."""
    handed = _TO_A_UNIT if case.lead else _TO_A_GRID
    since = max((event.n for event in case.history if isinstance(event, handed)), default=0)
    return tuple(event for event in case.history[since:] if isinstance(event, Urged))


def cards_of(case: Case) -> tuple[Supervised, ...]:
    """The cards since supervision last began; empty where there is none now."""
    cards: list[Supervised] = []
    for event in case.history:
        if isinstance(event, Voided):
            cards = []
        elif isinstance(event, Supervised):
            cards = [] if event.level == "lift" else [*cards, event]
    return tuple(cards) if case.supervision else ()


def end_of(case: Case) -> Event | None:
    """What ended the case, whatever was added after it; None where it goes on."""
    end = None
    for event, stage in zip(case.history, stages(case), strict=True):
        end = (end or event) if stage.state in ("closed", "void") else None
    return end


def was_late_when_put_aside(case: Case) -> bool:
    """Whether the deadline was over already when the case was put aside last."""
    put = _last(case, Suspended)
    before = reversed(case.history[: put.n - 1]) if put else ()
    due = next((due for event in before if (due := getattr(event, "due", None))), None)
    return put is not None and due is not None and put.at > due
