"""Late entry: how long after it happened it was recorded, by who typed it and by grid."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from statistics import median
from typing import Any

from gridctl.domain.names import Names
from gridctl.domain.office import Office
from gridctl.domain.periods import Period
from gridctl.domain.second_look import LATE
from gridctl.reports.report import Column, Rate, Report, Section, rounded
from gridctl.words import Both, Message, say

_ENTRIES = Both("记录条数", "entries")
_LATE = Both("超过72小时", "over 72 h")
_NUMBERS = (
    Column("entries", _ENTRIES),
    Column("median", Both("中位延迟（小时）", "median delay, h")),
    Column("longest", Both("最长延迟（小时）", "longest delay, h")),
    Column("late", _LATE),
    Column("share", Both("补录占比", "share")),
)
_WORDS = {column.key: column.head for column in _NUMBERS}


@dataclass(frozen=True)
class Delay:
    """How long after it happened an entry was recorded. `who` typed it; `case` is None for an entry
    of a journal, `grid` for one that has none.
    """

    who: str
    grid: str | None
    case: str | None
    gap: timedelta


def late_entry(
    delays: Sequence[Delay], office: Office, period: Period, commit: str, *, untold: int
) -> Report:
    """Entries of cases by person and by grid, those of journals by person."""
    cases = [each for each in delays if each.case]
    journals = [each for each in delays if not each.case]
    people = _section(
        "people",
        Both("案件记录，按录入人", "Cases, by who typed"),
        cases,
        "staff",
        _in_order(office),
    )
    grids = _section(
        "grids", Both("案件记录，按网格", "Cases, by grid"), cases, "grid", _line(office.names)
    )
    diaries = _section(
        "journals",
        Both("日志，按录入人", "Journals, by who typed"),
        journals,
        "staff",
        _in_order(office),
    )
    return Report(
        name="late-entry",
        title=Both("补录情况", "Late entries"),
        commit=commit,
        period=period,
        basis="recorded",
        sections=(people, grids, diaries),
        remarks=tuple(_remarks(untold)),
    )


def _remarks(untold: int) -> Iterable[Message]:
    yield say("Delay: recorded less happened. Each entry counts for the person who typed it.")
    if untold:
        yield say(
            "{n} changes of files are left out, since these did not simply grow: gridctl audit",
            n=untold,
        )


Named = tuple[Callable[[str], str], Sequence[str]]


def _in_order(office: Office) -> Named:
    return office.person_name, [*office.people]


def _line(names: Names) -> Named:
    return names.unit_name, [*names.grids]


def _section(name: str, title: Both, delays: Sequence[Delay], key: str, named: Named) -> Section:
    called, order = named
    place = {each: number for number, each in enumerate(order)}
    groups: dict[str, list[Delay]] = {}
    for each in delays:
        groups.setdefault((each.who if key == "staff" else each.grid) or "", []).append(each)
    keys = sorted(groups, key=lambda each: (place.get(each, len(place)), each))
    cases = _cases("", delays)
    for one in keys:
        cases |= _cases(f"{one}.", groups[one])
    head = {"staff": Both("录入人", "typed by"), "grid": Both("网格", "grid")}
    return Section(
        name=name,
        title=title,
        columns=(Column("name", head[key]), *_NUMBERS),
        rows=tuple({key: one, "name": called(one), **_counts(groups[one])} for one in keys),
        counts=_counts(delays),
        words=_WORDS,
        cases=cases,
    )


def _counts(delays: Sequence[Delay]) -> dict[str, Any]:
    late = sum(each.gap > LATE for each in delays)
    gaps = [each.gap.total_seconds() for each in delays]
    return {
        "entries": len(delays),
        "median": _hours(median(gaps)) if gaps else None,
        "longest": _hours(max(gaps)) if gaps else None,
        "late": late,
        "share": Rate(late, len(delays)),
    }


def _hours(seconds: float) -> Decimal:
    return rounded(Decimal(seconds) / 3600)


def _cases(address: str, delays: Iterable[Delay]) -> dict[str, tuple[str, ...]]:
    """The cases behind the entries, and behind the late ones."""
    known = [(each.case, each.gap > LATE) for each in delays if each.case]
    found = {
        "entries": tuple(dict.fromkeys(case for case, _late in known)),
        "late": tuple(dict.fromkeys(case for case, late in known if late)),
    }
    return {f"{address}{key}": ids for key, ids in found.items() if ids}
