"""Calendar: which days are worked, by the yearly holiday plans of the State Council, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from gridctl.words import Both

WEEKEND = Both("周末", "weekend")
WORKDAY = Both("工作日", "working day")

_ENGLISH = {
    "元旦": "New Year",
    "春节": "Spring Festival",
    "清明节": "Qingming Festival",
    "劳动节": "Labour Day",
    "“五一”": "Labour Day",
    "“五一”国际劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
    "“十一”": "National Day",
    "抗日战争暨世界反法西斯战争胜利70周年纪念日": "70th anniversary of victory",
}


@dataclass(frozen=True)
class PlannedDay:
    """A day that a plan names: off, or worked; with the holiday it is for."""

    off: bool
    name: str


@dataclass(frozen=True)
class Plan:
    """One year's plan. Its days may reach into the years beside it; without days it is not out yet."""

    year: int
    days: Mapping[date, PlannedDay]


@dataclass(frozen=True)
class Calendar:
    """The plans of all years as one; made by `merge`.

    `plans` are what it was merged from, for a calendar with more of them; `years` are the years
    whose plan is known. Outside them only weekends are off.
    """

    name: str
    plans: tuple[Plan, ...]
    years: frozenset[int]
    days: Mapping[date, PlannedDay]

    @property
    def edition(self) -> str:
        """What a case pins: `cn@2026`, the name and the last known year."""
        return f"{self.name}@{max(self.years)}"

    @property
    def known_from(self) -> date:
        """The first day of the first known year."""
        return date(min(self.years), 1, 1)

    @property
    def known_until(self) -> date:
        """The last day of the last known year."""
        return date(max(self.years), 12, 31)

    def knows(self, first: date, last: date) -> bool:
        """Whether the plan of every year from `first` to `last` is known."""
        return all(year in self.years for year in range(first.year, last.year + 1))

    def is_workday(self, day: date) -> bool:
        """Whether the office works on that day."""
        planned = self.days.get(day)
        return day.weekday() < 5 if planned is None else not planned.off

    def reason(self, day: date) -> Both:
        """Why the day is off (weekend, National Day) or worked (make-up workday, working day)."""
        planned, weekend = self.days.get(day), day.weekday() >= 5
        if planned is None:
            return WEEKEND if weekend else WORKDAY
        if planned.off:
            return _named(planned.name)
        return _made_up(planned.name) if weekend else WORKDAY


def merge(
    plans: Iterable[Plan],
    *,
    name: str = "cn",
    local: Mapping[date, PlannedDay] | None = None,
) -> Calendar:
    """One calendar from the plans of all years; `local` days stand above every plan.

    Raises ValueError where two plans contradict each other, or where no plan has days.
    """
    known = tuple(plan for plan in plans if plan.days)
    if not known:
        raise ValueError("no plan has days")
    days: dict[date, PlannedDay] = {}
    for plan in known:
        for day, planned in plan.days.items():
            if days.setdefault(day, planned).off != planned.off:
                raise ValueError(day, "off in one plan, worked in another")
    return Calendar(name, known, frozenset(plan.year for plan in known), days | dict(local or {}))


@cache
def _named(name: str) -> Both:
    return Both(name, " and ".join(_ENGLISH.get(part, part) for part in name.split("、")))


@cache
def _made_up(name: str) -> Both:
    return Both(f"{name}补班", f"make-up workday for {_named(name).en}")
