"""By source: how many cases came through each channel, and how long handling took, against the period before."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from gridctl.domain.facts import Facts
from gridctl.domain.periods import Period, previous
from gridctl.reports.report import Column, Rate, Report, Section, rounded
from gridctl.words import Both, Message, say

_SOURCE = Column("name", Both("来源", "source"))
_REPORTED = (
    _SOURCE,
    Column("cases", Both("案件", "cases")),
    Column("share", Both("占比", "share")),
    Column("closed", Both("其中已结案", "of these closed")),
    Column("previous", Both("上期案件", "period before")),
    Column("change", Both("增减", "change")),
)
_CLOSED = (
    _SOURCE,
    Column("closed", Both("结案", "closed")),
    Column("days", Both("平均用时（天）", "mean days")),
    Column("previous_closed", Both("上期结案", "closed before")),
    Column("previous_days", Both("上期平均用时（天）", "mean days before")),
    Column("change", Both("增减（天）", "change, days")),
)
_SECONDS = 86400
Named = Mapping[str, Both]


def by_source(
    cases: Sequence[Facts], names: Named, period: Period, today: date, commit: str
) -> Report:
    """Cases reported in the period, and days from report to closing of those closed in it.

    A duplicate closes without having been handled, so it counts among the cases and not in the days.
    """
    earlier = previous(period)
    return Report(
        name="source",
        title=Both("来源统计", "Cases by source"),
        commit=commit,
        period=period,
        basis="reported",
        sections=(_reported(cases, names, period, earlier), _closed(cases, names, period, earlier)),
        remarks=tuple(_remarks(period, earlier, today)),
    )


def _remarks(period: Period, earlier: Period, today: date) -> Iterator[Message]:
    yield say("The period before is {period}.", period=earlier.name)
    if period.last >= today:
        yield say("{period} is not over: it is counted up to {day}.", period=period.name, day=today)


def _reported(cases: Sequence[Facts], names: Named, period: Period, earlier: Period) -> Section:
    now = _grouped([case for case in cases if case.begun.date() in period])
    then = _grouped([case for case in cases if case.begun.date() in earlier])
    ended = {key: [c for c in group if c.state == "closed"] for key, group in now.items()}
    every = sum(map(len, now.values()))
    before = sum(map(len, then.values()))
    rows = (
        {
            "source": key,
            "name": str(names.get(key, key)),
            "cases": len(now.get(key, ())),
            "share": Rate(len(now.get(key, ())), every),
            "closed": len(ended.get(key, ())),
            "previous": len(then.get(key, ())),
            "change": len(now.get(key, ())) - len(then.get(key, ())),
        }
        for key in _keys(now, then)
    )
    return Section(
        name="sources",
        title=Both("上报", "Reported"),
        columns=_REPORTED,
        rows=tuple(rows),
        counts={"cases": every, "channels": len(now), "previous": before},
        words={
            "cases": Both("案件合计", "all cases"),
            "channels": Both("有案件的来源", "sources with cases"),
            "previous": Both("上期案件合计", "all cases, period before"),
        },
        cases=_ids(now, "cases") | _ids(ended, "closed") | _ids(then, "previous"),
    )


def _closed(cases: Sequence[Facts], names: Named, period: Period, earlier: Period) -> Section:
    now = _grouped([case for case in cases if _closed_in(case, period)])
    then = _grouped([case for case in cases if _closed_in(case, earlier)])
    rows = (
        {"source": key, "name": str(names.get(key, key))}
        | _days(now.get(key, []), then.get(key, []))
        for key in _keys(now, then)
    )
    every = _days(_all(now), _all(then))
    return Section(
        name="days",
        title=Both("结案用时", "Days until closed"),
        columns=_CLOSED,
        rows=tuple(rows),
        counts=every,
        words={
            "closed": Both("结案合计", "all closed"),
            "days": Both("平均用时（天）", "mean days"),
            "previous_days": Both("上期平均用时（天）", "mean days before"),
        },
        cases=_ids(now, "closed") | _ids(then, "previous_closed"),
        remarks=(
            say("Calendar days from report to closing, of the cases closed in the period; duplicates are left out."),
        ),
    )  # fmt: skip


def _closed_in(case: Facts, period: Period) -> bool:
    return case.closed is not None and case.closed.date() in period and case.closure != "duplicate"


def _days(now: Sequence[Facts], then: Sequence[Facts]) -> dict[str, Any]:
    mean, before = _mean(now), _mean(then)
    return {
        "closed": len(now),
        "days": mean,
        "previous_closed": len(then),
        "previous_days": before,
        "change": mean - before if mean is not None and before is not None else None,
    }


def _mean(cases: Sequence[Facts]) -> Decimal | None:
    """Mean days from report to closing; None of nothing."""
    seconds = sum(int((case.closed - case.begun).total_seconds()) for case in cases if case.closed)
    return rounded(Decimal(seconds) / _SECONDS / len(cases)) if cases else None


def _grouped(cases: Sequence[Facts]) -> dict[str, list[Facts]]:
    found: dict[str, list[Facts]] = {}
    for case in cases:
        found.setdefault(case.source, []).append(case)
    return found


def _keys(now: Mapping[str, list[Facts]], then: Mapping[str, list[Facts]]) -> list[str]:
    """Every source of either period, the one with the most cases first."""
    return sorted({**now, **then}, key=lambda key: (-len(now.get(key, ())), key))


def _all(groups: Mapping[str, list[Facts]]) -> list[Facts]:
    return [case for group in groups.values() for case in group]


def _ids(groups: Mapping[str, list[Facts]], key: str) -> dict[str, tuple[str, ...]]:
    """The cases behind a column, by source and of all."""
    behind = {f"{source}.{key}": tuple(c.id for c in group) for source, group in groups.items()}
    return behind | {key: tuple(case.id for case in _all(groups))}
