"""Scoring: how units and grids are appraised, as scoring.yaml holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gridctl.domain.periods import Period

Side = Literal["block", "strip"]


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What the block's side (块) and the strip's side (条) weigh in a score, in percent."""

    block: int
    strip: int


@dataclass(frozen=True, kw_only=True)
class Term:
    """A part of a score: an expression in points, and what it weighs within its side.

    `optional`: where it comes to nothing it is left out, and the others weigh more; else the whole
    score is empty.
    """

    id: str
    zh: str
    en: str | None = None
    side: Side = "block"
    expression: str
    weight: int
    optional: bool = False


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Who is appraised by these terms: units, or the grids of some levels."""

    of: Literal["unit", "grid"]
    levels: tuple[int, ...] = ()
    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """A unit or grid that is not ranked in periods between the days, both included."""

    of: str
    since: date | None = None
    until: date
    reason: str

    def holds_in(self, period: Period) -> bool:
        """Whether any day of the period is exempt."""
        return period.first <= self.until and (self.since is None or self.since <= period.last)


@dataclass(frozen=True, kw_only=True)
class ManualMark:
    """A score given by a person, from 0 to 100, for one period; `name` is that in `mark(name)`."""

    period: str
    of: str
    name: str
    score: float
    by: str
    note: str


@dataclass(frozen=True, kw_only=True)
class ScoringFile:
    """scoring.yaml, whole. `version` grows with every change of the method; `minimum` is how many
    cases it takes to be ranked.
    """

    format: Literal[1]
    version: int
    weights: Weights
    minimum: int = 1
    profiles: tuple[Profile, ...]
    exemptions: tuple[Exemption, ...] = ()
    marks: tuple[ManualMark, ...] = ()

    def profile(self, of: str, level: int | None = None) -> Profile | None:
        """The profile of units, or of the grids of a level."""
        fit = (p for p in self.profiles if p.of == of and (level is None or level in p.levels))
        return next(fit, None)

    def terms(self) -> Iterator[Term]:
        """Every term of every profile."""
        return (term for profile in self.profiles for term in profile.terms)


@dataclass(frozen=True)
class Scoring:
    """A method of appraisal with its edition, such as `default@1` or `lz@3`."""

    edition: str
    file: ScoringFile
