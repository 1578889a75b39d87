"""Measured: the row of a case with the milestones that counts are drawn from."""

from dataclasses import dataclass
from datetime import datetime

from gridctl.domain.facts import Facts


@dataclass(frozen=True, eq=False, repr=False)
class Measured(Facts):
    """What came to pass so far, without any clock.

    `sorted_as` is the outcome of the last triage. `ordered` is the first order to a unit, where
    `dispatched` is the last. `handed_back` is when the lead unit last said that it was done, None
    while the case is with it (again). `returns` are those of units to the dispatcher, `replaced` the
    orders whose place another unit's took before they were done. `passages` counts how often the case
    came to a unit: orders, reworks and reopenings. `granted` are extensions under all orders,
    `set_aside` the calendar days of suspension, up to its planned end where it lasts. `satisfaction`
    and `solved` are of the last call back, `satisfaction` else of the last feedback.
    """

    sorted_as: str | None
    ordered: datetime | None
    handed_back: datetime | None
    orders: int
    returns: int
    replaced: int
    redispatches: int
    passages: int
    passes: int
    fails: int
    reworks: int
    granted: int
    suspensions: int
    set_aside: int
    urged: int
    yellow_cards: int
    red_cards: int
    satisfaction: str | None
    solved: str | None
    strip_score: int | None
    block_score: int | None
