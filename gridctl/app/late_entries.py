"""Late entries: how long after it happened each entry was recorded, from the commits of a period."""

from collections.abc import Iterator

from gridctl.app.days_of_record import state_before, state_by
from gridctl.app.ledger import Ledger
from gridctl.app.memory import Memory, Recorded
from gridctl.domain.event import Event
from gridctl.domain.periods import Period
from gridctl.errors import Problem
from gridctl.git import history
from gridctl.git.history import Range
from gridctl.reports.late_entry import Delay


def delays(ledger: Ledger, period: Period) -> Iterator[Delay | Problem]:
    """Every entry that was recorded in the period; Problems of files that did not simply grow."""
    memory = Memory(ledger)
    last = state_by(ledger, period.last)
    if last is None:
        return
    range_ = Range(state_before(ledger, period.first), last)
    wanted = history.commits(ledger.repository, ledger.objects, *range_.words)
    for recorded in memory.recorded(history.edges_of(ledger.repository, wanted)):
        yield from recorded.unread
        yield from _of_cases(recorded)
        for lines in recorded.journals:
            for entry in lines.entries:
                yield _delay(recorded, entry, getattr(entry, "grid", None), None)


def _of_cases(recorded: Recorded) -> Iterator[Delay]:
    for grown in recorded.cases:
        for event in grown.events:
            yield _delay(recorded, event, grown.after.grid, grown.after.id)


def _delay(recorded: Recorded, event: Event, grid: str | None, case: str | None) -> Delay:
    gap = recorded.commit.authored_at - event.at
    return Delay(event.entered or event.by, grid, case, max(gap, gap * 0))
