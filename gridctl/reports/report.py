"""Report: an answer in sections of rows and counts, whatever face it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from gridctl.domain.periods import Period
from gridctl.errors import NotFound
from gridctl.words import Both, Message, listed, say


@dataclass(frozen=True)
class Rate:
    """`part` of `whole`, kept as integers; rounded where it is printed, half up."""

    part: int
    whole: int

    @property
    def percent(self) -> Decimal | None:
        """With two decimals; None where there is nothing to divide by."""
        return rounded(Decimal(100 * self.part) / self.whole) if self.whole else None

    def __str__(self) -> str:
        return "–" if self.percent is None else f"{self.percent}%"


def rounded(number: Decimal) -> Decimal:
    """Two decimals, half up, as official tables print."""
    return number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Column:
    """A key of the rows that faces show, and its head."""

    key: str
    head: Both


@dataclass(frozen=True)
class Section:
    """A table under a title, or `counts` for its lines where there are no `columns`.

    A row may hold more than the columns show: JSON has all of it. `cases` are the case ids behind a
    number, by its address: `late`, or `chengguan.late` for the row whose first value that is.
    """

    name: str
    title: Both
    columns: tuple[Column, ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()
    counts: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Both] = field(default_factory=dict)  # of the counts
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Report:
    """An answer, with the period or day that it is about, its basis, and the commit it was made from.

    `basis` says which cases belong to the period: those with their deadline in it, those dispatched,
    reported or closed in it (DOMAIN 1.7.4); None where the report counts no cases. With `leads` the
    first section is what the report is about, and stands at the top in JSON besides.
    """

    name: str
    title: Both
    commit: str
    sections: tuple[Section, ...]
    period: Period | None = None
    day: date | None = None
    basis: str | None = None
    remarks: tuple[Message, ...] = ()
    leads: bool = False

    def cases_of(self, address: str) -> tuple[str, ...]:
        """The case ids behind the number at `section.key` or `section.row.key`; NotFound else."""
        known = {
            f"{section.name}.{key}": ids
            for section in self.sections
            for key, ids in section.cases.items()
        }
        if address not in known:
            raise NotFound(
                say("The report has no number “{address}”.", address=address),
                say("Its numbers: {known}", known=listed(sorted(known), most=40)),
            )
        return known[address]
