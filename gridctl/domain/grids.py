"""Grids: the ledger's settings and the hierarchy of grids, as grids.yaml holds them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Action = Literal["enforce", "license", "inspect", "patrol", "mediate", "serve"]


@dataclass(frozen=True, kw_only=True)
class Season:
    """Other office hours from one day of the year until another, both included (`06-01`)."""

    since: str
    until: str
    hours: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """When a sign-in is late and a sign-out early, as local times."""

    late_after: str
    early_before: str


@dataclass(frozen=True, kw_only=True)
class Households:
    """How many households a leaf grid should have; `tolerance` is a share of the aim."""

    aim: int
    tolerance: float


@dataclass(frozen=True, kw_only=True)
class Merged:
    """How many systems and departments a platform is said to have merged."""

    systems: int
    departments: int


@dataclass(frozen=True, kw_only=True)
class Source:
    """A channel of the ledger's own through which reports come in.

    `platform` is the source that the system was merged into, `departments` are those behind it,
    `until` is the last day.
    """

    id: str
    name: str
    platform: str | None = None
    departments: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    merged: Merged | None = None


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What holds for the whole ledger. `verify_within` and `reopen_within` are limits."""

    name: str
    language: Literal["zh", "en"] = "zh"
    timezone: str = "Asia/Shanghai"
    working_hours: tuple[str, ...] = ("08:00-12:00", "14:00-18:00")
    seasons: tuple[Season, ...] = ()
    work_day: Literal["rolling", "civil"] = "rolling"
    calendar: Literal["cn"] = "cn"
    numbering: str = "{code_name}网案〔{year}〕{seq}号"
    verify_within: str = "2 work_day"
    reopen_within: str = "30 natural_day"
    attendance: Attendance | None = None
    households_per_grid: Households | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A duty (治理任务) that the office itself holds: a category or prefix, an action, the level
    of grid that carries it.
    """

    category: str
    action: Action
    level: Literal[1, 2, 3, 4] | None = None


@dataclass(frozen=True, kw_only=True)
class Room:
    """A joint enforcement room and the departments that sit in it."""

    id: str
    name: str
    departments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Place:
    """A known place of a grid; `point` is longitude, latitude."""

    id: str
    name: str
    kind: str
    watch: bool = False
    point: tuple[float, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One grid. `code_name` (机关代字) and `duties` stand on level 1 only."""

    id: str
    name: str
    code_name: str | None = None
    code: str | None = None
    level: Literal[1, 2, 3, 4]
    parent: str | None = None
    households: int | None = None
    residents: int | None = None
    duties: tuple[Duty, ...] = ()
    rooms: tuple[Room, ...] = ()
    places: tuple[Place, ...] = ()
    since: date | None = None
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether the grid is there on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, kw_only=True)
class GridsFile:
    """grids.yaml, whole."""

    format: Literal[1]
    ledger: Settings
    grids: tuple[Grid, ...]
