"""Breaches: what went wrong with a case that somebody answers for, found in its history.

Under one order (派遣, 改派, 重启) the last deadline holds: extensions are asked for before expiry, a
suspension moves a deadline past its own end, or not at all where it was missed already, so nothing
late ever becomes early.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.lateness import is_missed, order_of
from gridctl.domain.steps import is_neutral, stages
from gridctl.domain.verbs.appeal import Decided
from gridctl.domain.verbs.callback import CalledBack
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.verify import Verified

_CLOCKS = ("deadline", "closing")


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One breach. `kind` is a key of answering_terms.BREACHES; `at` is the moment whose day decides who answers.

    `entry` is the entry behind it: the order whose deadline it was, the failed verification, the
    callback. `ended` is when what was due came, None where it still lacks or does not apply.
    `pardon` says why it is shown and not counted: `exempt` by an appeal that was granted under its
    order, `void` with the case.
    """

    kind: str
    at: datetime
    entry: int
    unit: str | None
    persons: tuple[str, ...] = ()
    ended: datetime | None = None
    pardon: str | None = None

    @property
    def counted(self) -> bool:
        """Whether it counts."""
        return self.pardon is None


@dataclass(frozen=True)
class _Stage:
    """The case after one event, under which order, and until when it stood so (None: still)."""

    case: Case
    event: Event
    order: int
    persons: tuple[str, ...]
    end: datetime | None


class _Clock(NamedTuple):
    """A clock: in which stages it runs, and its end for the deadline of the unit."""

    kind: str
    runs: Callable[[Case], bool]
    limit: Callable[[datetime], datetime]


def breaches(
    case: Case, now: datetime, close_due: Callable[[datetime], datetime]
) -> tuple[Breach, ...]:
    """Every breach up to `now`, in order of time; `close_due` adds the time to verify to a deadline."""
    walked = list(_walked(case))
    found = [
        *_missed(_Clock("deadline", _is_with_unit, lambda due: due), walked, now),
        *_missed(_Clock("closing", _is_to_be_closed, close_due), walked, now),
        *(_told(each) for each in walked if _is_failure(each.event)),
        *(_told(each) for each in walked if _is_complaint(each.event)),
    ]
    granted = {each.order for each in walked if _is_granted(each.event)}
    pardoned = (replace(each, pardon=_pardon(case, each, granted)) for each in found)
    return tuple(sorted(pardoned, key=lambda each: (each.at, each.entry)))


def decisive(found: tuple[Breach, ...]) -> Breach | None:
    """The first breach that counts; the first of all where none does."""
    return next((each for each in found if each.counted), found[0] if found else None)


def _walked(case: Case) -> Iterator[_Stage]:
    persons: tuple[str, ...] = ()
    for stage, event, end in zip(stages(case), case.history, _ends(case), strict=True):
        if isinstance(event, Dispatched):
            persons = event.persons
        order = order_of(stage)
        yield _Stage(stage, event, order.n if order else 0, persons, end)


def _ends(case: Case) -> list[datetime | None]:
    """For each event the time of the next one that moves the case."""
    ends: list[datetime | None] = []
    following: datetime | None = None
    for event in reversed(case.history):
        ends.append(following)
        following = following if is_neutral(event) else event.at
    return ends[::-1]


def _is_with_unit(case: Case) -> bool:
    return case.waits == "handle"


def _is_to_be_closed(case: Case) -> bool:
    return case.state in ("open", "suspended")


def _missed(clock: _Clock, walked: list[_Stage], now: datetime) -> Iterator[Breach]:
    """Of each order the moment at which the clock, while running, went past its end."""
    due = {each.order: each.case.due for each in walked if each.order and each.case.due}
    missed: dict[int, Breach] = {}
    for each in walked:
        if each.order not in due or is_neutral(each.event) or not clock.runs(each.case):
            continue
        until, known = each.end or now, missed.get(each.order)
        if known is None:
            at = _passed(clock, each, due[each.order], until)
            if at:
                missed[each.order] = Breach(
                    kind=clock.kind,
                    at=at,
                    entry=each.order,
                    unit=each.case.lead,
                    persons=each.persons,
                    ended=each.end,
                )
        elif known.ended == each.event.at:  # it ran on; after a gap it is rework
            missed[each.order] = replace(known, ended=each.end)
    yield from missed.values()


def _passed(clock: _Clock, stage: _Stage, due: datetime, until: datetime) -> datetime | None:
    """When in this stage the clock was past its end first; None where it was not."""
    # Most cases end before the unit's deadline, which is never after the other one.
    if not is_missed(due, until):
        return None
    limit = clock.limit(due)
    # Of two clerks' clocks the later entry may carry the earlier time.
    return min(max(limit, stage.event.at), until) if is_missed(limit, until) else None


def _is_failure(event: Event) -> bool:
    return isinstance(event, Verified) and event.outcome == "fail"


def _is_complaint(event: Event) -> bool:
    """Dissatisfied after closing, or not solved in their eyes."""
    return isinstance(event, CalledBack) and (
        event.satisfaction == "unsatisfied" or event.solved == "no"
    )


def _told(stage: _Stage) -> Breach:
    return Breach(
        kind="verification" if isinstance(stage.event, Verified) else "complaint",
        at=stage.event.at,
        entry=stage.event.n,
        unit=stage.case.lead,
        persons=stage.persons if stage.case.lead else (),
    )


def _is_granted(event: Event) -> bool:
    return isinstance(event, Decided) and event.outcome == "granted"


def _pardon(case: Case, breach: Breach, granted: Collection[int]) -> str | None:
    """A granted appeal pardons the lateness under its own order; of a void case nothing counts."""
    if case.state == "void":
        return "void"
    return "exempt" if breach.kind in _CLOCKS and breach.entry in granted else None
