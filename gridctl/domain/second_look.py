"""Second look: which entries a reviewer should look at once more, and why; one literal table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.guard import BORNE
from gridctl.domain.told import Trace
from gridctl.domain.verbs.correct import Corrected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import Extended
from gridctl.domain.verbs.feedback import FedBack
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.suspend import Suspended
from gridctl.domain.verbs.triage import Triaged
from gridctl.domain.verbs.verify import Verified
from gridctl.domain.verbs.void import Voided

LATE = timedelta(hours=72)  # from what happened to its commit


@dataclass(frozen=True)
class Seen:
    """An entry of a case with its trace. `case` is as it stands at the end of what is reviewed;
    `own_limit` is the limit of the filing condition, where the entry sets a longer one.
    """

    event: Event
    trace: Trace
    case: Case
    own_limit: str | None = None

    @property
    def before(self) -> tuple[Event, ...]:
        """The entries before it."""
        return self.case.history[: self.event.n - 1]


class Look(NamedTuple):
    """What to look at: a key of LOOKS, the entry, and what is remarkable about it: a delay, the one
    who typed, a limit, a number, a reason.
    """

    kind: str
    seen: Seen
    more: Any


def looks(seen: Seen) -> Iterator[Look]:
    """Every reason to look at an entry once more."""
    for kind, judge in JUDGES.items():
        found = judge(seen)
        if found:
            yield Look(kind, seen, found)


def is_late(event: Event, trace: Trace) -> bool:
    """Whether it was recorded more than 72 hours after it happened."""
    return trace.at - event.at > LATE


def went_back(at: datetime, before: Iterable[datetime]) -> timedelta | None:
    """By how much a record is dated before what it was recorded after, where that is more than clocks
    differ. It breaks no rule, since clocks err, but it may have been dated back on purpose.
    """
    gap = max((each - at for each in before), default=timedelta())
    return gap if gap > BORNE else None


def _late(seen: Seen) -> object:
    return is_late(seen.event, seen.trace) and seen.trace.at - seen.event.at


def _no_evidence(seen: Seen) -> object:
    """Closed, or done and not closed yet, without a photo or a paper in the whole case."""
    event = seen.event
    done = isinstance(event, Handled) and event.done and seen.case.state != "closed"
    return (done or _passes(event)) and not any(
        getattr(each, "evidence", ()) for each in seen.case.history
    )


def _second_extension(seen: Seen) -> object:
    """An extension under an order, or after a reopening, that was extended before."""
    if not isinstance(seen.event, Extended):
        return False
    for event in reversed(seen.before):
        if isinstance(event, Extended):
            return True
        if isinstance(event, Dispatched | Reopened):
            break
    return False


def _no_feedback(seen: Seen) -> object:
    """Closed, with nobody told since the case began, or began again."""
    event = seen.event
    duplicate = isinstance(event, Triaged) and event.outcome == "duplicate"
    if not (duplicate or _passes(event)):
        return False
    for earlier in reversed(seen.before):
        if isinstance(earlier, FedBack):
            return False
        if isinstance(earlier, Reopened):
            break
    return True


def _passes(event: Event) -> bool:
    return isinstance(event, Verified) and event.outcome == "pass"


def _reason_of(shape: type[Event], key: str = "reason") -> Callable[[Seen], object]:
    return lambda seen: isinstance(seen.event, shape) and (getattr(seen.event, key) or True)


JUDGES: dict[str, Callable[[Seen], object]] = {
    "late": _late,
    "fixed_clock": lambda seen: seen.trace.fixed_clock,
    "entered": lambda seen: seen.event.entered,
    "no_evidence": _no_evidence,
    "longer_limit": lambda seen: seen.own_limit,
    "second_extension": _second_extension,
    "suspended": _reason_of(Suspended, "until"),
    "reopened": _reason_of(Reopened),
    "no_feedback": _no_feedback,
    "corrected": _reason_of(Corrected),
    "voided": _reason_of(Voided),
    # A filing that another clone was faster than keeps the number it had, as an entry of its own does.
    "renumbered": lambda seen: getattr(seen.event, "was", None) or seen.event.did == "renumbered",
}
