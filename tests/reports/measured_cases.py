"""Rows of cases for tests of counts: one that is handled and closed in time, and others by what differs."""

from dataclasses import replace
from datetime import datetime, timedelta

from gridctl.domain.measured import Measured
from gridctl.reports.counts import Standpoint

NOW = datetime.fromisoformat("2026-11-24T12:00:00+08:00")
DAY = timedelta(days=1)
AT = Standpoint(NOW, lambda due: due + 2 * DAY)


def on(day: int, month: int = 11) -> datetime:
    """Noon of a day."""
    return NOW.replace(month=month, day=day)


IN_TIME = Measured(
    id="qy-20261103-aaaaa", version=7, number="清颖网案〔2026〕1号", title="占道", kind="problem",
    category="E0406", severity=None, grid="qy-dh-1", place=None, step="verify", waits="evaluate",
    state="closed", closure="fixed", rework=0, duplicate_of=None, duplicates=(), lead="chengguan",
    assist=(), due=on(10), provisional=False, extensions=0, pending=None, until=None,
    supervision=None, escalated_to=None, exempt=False, links=(), source="patrol", text=None,
    begun=on(3), dispatched=on(4), handlers=(), asker=None, sorted_as="report", ordered=on(4), handed_back=on(9),
    closed=on(11), orders=1, returns=0, replaced=0, redispatches=0, passages=1, passes=1, fails=0, reworks=0,
    granted=0, suspensions=0, set_aside=0, urged=0, yellow_cards=0, red_cards=0, satisfaction=None,
    solved=None, strip_score=None, block_score=None,
)  # fmt: skip


def case(**differs: object) -> Measured:
    """The row with something else."""
    return replace(IN_TIME, **differs)  # type: ignore[arg-type]


STILL_OPEN = {"state": "open", "closed": None, "closure": None}
WITH_UNIT = STILL_OPEN | {"waits": "handle", "step": "file", "handed_back": None, "passes": 0}
NEVER_WITH_A_UNIT = {
    "number": None, "lead": None, "due": None, "dispatched": None, "ordered": None,
    "handed_back": None, "orders": 0, "passages": 0,
}  # fmt: skip
