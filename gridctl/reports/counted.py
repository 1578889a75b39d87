"""Counted: the cases of a period by a basis, their counts, their rates, and whose they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from gridctl.domain.indicators import INTAKE, RATES
from gridctl.domain.measured import Measured
from gridctl.domain.periods import Period
from gridctl.reports.counts import COUNTS, Standpoint
from gridctl.reports.report import Rate

# The moment that places a case in a period (DOMAIN 1.7.4); None: it belongs to none.
MOMENTS: dict[str, Callable[[Measured], datetime | None]] = {
    "deadline": lambda case: case.due,
    "dispatched": lambda case: case.dispatched,
    "reported": lambda case: case.begun,
    "closed": lambda case: case.closed,
}


@dataclass(frozen=True)
class Counted:
    """The cases of a period as of a standpoint: `placed` by the basis, `begun` by their report."""

    placed: tuple[Measured, ...]
    begun: tuple[Measured, ...]
    at: Standpoint

    def number(self, count: str) -> int:
        """A count over the cases that it is counted over."""
        return sum(number for _case, number in self._found(count))

    def cases(self, count: str) -> tuple[str, ...]:
        """The ids of the cases behind a count."""
        return tuple(case.id for case, _number in self._found(count))

    def rate(self, name: str) -> Rate:
        """One count of another."""
        of = RATES[name]
        return Rate(self.number(of.part), self.number(of.whole))

    def split(self, keys_of: Callable[[Measured], Iterable[str]]) -> dict[str, "Counted"]:
        """The same counts for the cases of each key; a case may have several, or none."""
        placed, begun = _by_key(self.placed, keys_of), _by_key(self.begun, keys_of)
        return {
            key: Counted(tuple(placed.get(key, ())), tuple(begun.get(key, ())), self.at)
            for key in sorted(placed.keys() | begun.keys())
        }

    def nothing(self) -> "Counted":
        """The same standpoint without a case."""
        return Counted((), (), self.at)

    def _found(self, count: str) -> tuple[tuple[Measured, int], ...]:
        if count not in self._known:
            of = COUNTS[count]
            cases = self.begun if count in INTAKE else self.placed
            numbers = ((case, int(of(case, self.at))) for case in cases)
            self._known[count] = tuple(each for each in numbers if each[1])
        return self._known[count]

    @cached_property
    def _known(self) -> dict[str, tuple[tuple[Measured, int], ...]]:
        return {}


def counted(cases: Sequence[Measured], period: Period, basis: str, at: Standpoint) -> Counted:
    """The cases that belong to the period; days are those of the ledger's zone."""

    def within(basis: str) -> tuple[Measured, ...]:
        days = ((case, day_of(case, basis, at)) for case in cases)
        return tuple(case for case, day in days if day is not None and day in period)

    return Counted(within(basis), within("reported"), at)


def day_of(case: Measured, basis: str, at: Standpoint) -> date | None:
    """The day that places a case by the basis."""
    moment = MOMENTS[basis](case)
    return moment.astimezone(at.now.tzinfo).date() if moment else None


def _by_key(
    cases: Iterable[Measured], keys_of: Callable[[Measured], Iterable[str]]
) -> dict[str, list[Measured]]:
    found: dict[str, list[Measured]] = {}
    for case in cases:
        for key in keys_of(case):
            found.setdefault(key, []).append(case)
    return found
