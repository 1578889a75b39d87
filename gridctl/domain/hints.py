"""Hints: what a person may want to know of a new report before it is sorted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from gridctl.domain.case import Case
from gridctl.domain.catalogue import Category
from gridctl.domain.facts import Facts

_ALIKE = 0.5
_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Hints:
    """Categories that the text suggests, and cases that may be the same; `ending` is whose."""

    ending: str = ""
    categories: tuple[Category, ...] = ()
    similar: tuple[Facts, ...] = ()


def similar(case: Case, others: Iterable[Facts], *, most: int = 3) -> tuple[Facts, ...]:
    """Open cases of the same grid and the last 30 days whose titles are much alike, likest first."""
    begun = case.history[0].at
    near = [
        (likeness(case.title, other.title), other)
        for other in others
        if other.grid == case.grid
        and other.id != case.id
        and other.state == "open"
        and abs(begun - other.begun) <= _WITHIN
    ]
    alike = [(degree, other) for degree, other in near if degree >= _ALIKE]
    return tuple(other for _degree, other in sorted(alike, key=lambda each: -each[0])[:most])


def likeness(one: str, other: str) -> float:
    """0 to 1: shared pairs of neighbouring characters among all pairs of both texts."""
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) / len(pairs | others) if pairs | others else float(one == other)


def _pairs(text: str) -> set[str]:
    plain = "".join(text.split())
    return {plain[i : i + 2] for i in range(len(plain) - 1)}
