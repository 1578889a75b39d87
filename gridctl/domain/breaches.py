"""Breaches: what went wrong with a case that somebody answers for, found in its history.

Under one order (派遣, 改派, 重启) the last deadline holds: extensions are asked for before expiry, a
suspension moves no deadline that was missed already, so nothing late ever becomes early.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.steps import is_neutral, stages
from gridctl.domain.verbs.appeal import Decided
from gridctl.domain.verbs.callback import CalledBack
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.verify import Verified

_CLOCKS = ("deadline", "closing")


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One breach. `kind` is a key of answering_terms.BREACHES; `at` is the moment whose day decides who answers.

    `entry` is the entry behind it: the order whose deadline it was, the failed verification, the
    callback. `ended` is when what was due came, None where it still lacks or does not apply.
    `pardon` says why it is shown and not counted: `exempt` by a granted appeal, `void` with the case.
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
    pardoned = (replace(each, pardon=_pardon(case, each)) for each in found)
    return tuple(sorted(pardoned, key=lambda each: (each.at, each.entry)))


def decisive(found: tuple[Breach, ...]) -> Breach | None:
    """The first breach that counts; the first of all where none does."""
    return next((each for each in found if each.counted), found[0] if found else None)


def _walked(case: Case) -> Iterator[_Stage]:
    order = 0
    persons: tuple[str, ...] = ()
    for stage, event, end in zip(stages(case), case.history, _ends(case), strict=True):
        if isinstance(event, Dispatched):
            order, persons = event.n, event.persons
        elif isinstance(event, Reopened) or not stage.lead:
            order = event.n if stage.lead else 0
        yield _Stage(stage, event, order, persons, end)


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
    start = _awake(stage)
    # Most cases end before the unit's deadline, which is never after the other one.
    if due >= until or start >= until:
        return None
    limit = clock.limit(due)
    return max(limit, start) if limit < until else None


def _awake(stage: _Stage) -> datetime:
    """From when a clock runs: at once, or on the morning after the last day of a suspension."""
    if stage.case.state != "suspended" or not stage.case.until:
        return stage.event.at
    return datetime.combine(stage.case.until + timedelta(days=1), time(), stage.event.at.tzinfo)


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


def _pardon(case: Case, breach: Breach) -> str | None:
    """A granted appeal pardons the lateness before it; a void case has nothing to answer for."""
    if case.state == "void":
        return "void"
    granted = [e.at for e in case.history if isinstance(e, Decided) and e.outcome == "granted"]
    late_before = breach.kind in _CLOCKS and any(breach.at <= at for at in granted)
    return "exempt" if late_before else None
