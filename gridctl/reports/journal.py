"""Journal: what was done by month and kind, with quantities that say no more than was recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.journal.entries import KIND_OF, WORK
from gridctl.domain.journal.month import Month, day_of
from gridctl.domain.journal.quantity import Quantity, summed
from gridctl.domain.journal.work import Met, Publicised, Trained, Worked
from gridctl.domain.journal_terms import COVERAGE, JOURNAL_KINDS
from gridctl.domain.periods import Period
from gridctl.domain.terms import ROLES
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both, Message, say

Row = Mapping[str, Any]

_MONTH = Column("month", Both("月份", "month"))
_KIND = Column("kind_name", Both("类型", "kind"))
_TITLE = Column("title", Both("标题", "title"))
_DAY = Column("day", Both("日期", "day"))
_DUE = Column("due", Both("期限", "due"))


def journal(months: Sequence[Month], period: Period, today: date, commit: str) -> Report:
    """The work of a period; a period of several months has each of them and all together."""
    done = [
        entry
        for month in months
        for entry in month.counting()
        if isinstance(entry, Worked) and day_of(entry) in period
    ]
    done.sort(key=lambda each: (each.at, each.by, each.n))
    spans = _spans(done, period)
    return Report(
        name="journal",
        title=Both("工作日志", "Journal"),
        commit=commit,
        period=period,
        leads=True,
        sections=(
            _kinds(spans),
            _counts(spans),
            _training(done, today),
            _coverage(done),
            _follow_ups(done),
        ),
    )


def _spans(done: Sequence[Worked], period: Period) -> list[tuple[str, list[Worked]]]:
    """The entries of each month, and where there are several of all."""
    months: dict[str, list[Worked]] = {}
    for entry in done:
        months.setdefault(f"{entry.at:%Y-%m}", []).append(entry)
    spans = sorted(months.items())
    several = f"{period.first:%Y-%m}" != f"{period.last:%Y-%m}"
    return [*spans, (period.name, list(done))] if several and done else spans


def _by_kind(
    spans: Iterable[tuple[str, list[Worked]]],
) -> Iterator[tuple[dict[str, Any], list[Worked]]]:
    """The entries of one span and kind, with what a row begins with."""
    for name, entries in spans:
        for kind in WORK:
            own = [each for each in entries if KIND_OF[each.did] == kind]
            if own:
                yield {"month": name, "kind": kind, "kind_name": JOURNAL_KINDS[kind]}, own


def _kinds(spans: Sequence[tuple[str, list[Worked]]]) -> Section:
    rows = (
        head
        | {
            "entries": len(own),
            "people": len({each.by for each in own}),
            "attendees": _total(own, "attendees"),
            "households": _total(own, "households"),
        }
        for head, own in _by_kind(spans)
    )
    return Section(
        name="kinds",
        title=Both("各类", "By kind"),
        columns=(
            _MONTH,
            _KIND,
            Column("entries", Both("条数", "entries")),
            Column("people", Both("人数", "people")),
            Column("attendees", Both("参加人次", "attendees")),
            Column("households", Both("走访户数", "households")),
        ),
        rows=tuple(rows),
    )


def _total(entries: Iterable[Event], key: str) -> int | None:
    """The sum over the entries that say it; None where none does."""
    said = [n for each in entries if (n := getattr(each, key, None)) is not None]
    return sum(said) if said else None


def _counts(spans: Sequence[tuple[str, list[Worked]]]) -> Section:
    rows = (
        head | {"what": what, **_quantity(total)}
        for head, own in _by_kind(spans)
        for what, total in _summed(own)
    )
    return Section(
        name="counts",
        title=Both("数量", "Quantities"),
        columns=(
            _MONTH,
            _KIND,
            Column("what", Both("项目", "what")),
            Column("total", Both("合计", "total")),
        ),
        rows=tuple(rows),
    )


def _summed(entries: Iterable[Worked]) -> Iterator[tuple[str, Quantity]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        for what, amount in (entry.counts or {}).items():
            found.setdefault(what, []).append(amount)
    return ((what, total) for what, amounts in found.items() for total in summed(amounts))


def _quantity(total: Quantity) -> dict[str, Any]:
    whole = total.number == total.number.to_integral_value()
    number = int(total.number) if whole else total.number
    return {"number": number, "approx": total.approx, "unit": total.unit, "total": str(total)}


def _training(done: Iterable[Worked], today: date) -> Section:
    """Each term by itself: whoever came to the first did not come to the second by that."""
    held = [each for each in done if isinstance(each, Trained)]
    rows = (
        {
            "day": each.at.date(),
            "title": each.title,
            "term": each.term,
            "attendees": each.attendees,
            "role": each.role,
            "role_name": ROLES[each.role] if each.role else None,
            "due": each.due,
            "overdue": bool(each.due and each.due < today),
        }
        for each in held
    )
    return Section(
        name="training",
        title=Both("培训", "Training"),
        columns=(
            _DAY,
            _TITLE,
            Column("term", Both("期次", "term")),
            Column("attendees", Both("参加人数", "attendees")),
            Column("role_name", Both("岗位", "role")),
            Column("due", Both("再训期限", "again by")),
        ),
        rows=tuple(rows),
        remarks=tuple(_terms_lacking(held)),
    )


def _terms_lacking(held: Iterable[Trained]) -> Iterator[Message]:
    """Trainings of which not every term is recorded in the period."""
    terms: dict[tuple[str, int], set[int]] = {}
    for each in held:
        if each.term:
            number, of = map(int, each.term.split("/"))
            terms.setdefault((each.title or "", of), set()).add(number)
    for (title, of), recorded in terms.items():
        lacking = [str(n) for n in range(1, of + 1) if n not in recorded]
        if lacking:
            yield say(
                "{title}: not recorded in this period: term {lacking} of {of}. Attendees are those of the terms recorded.",
                title=title,
                of=of,
                lacking=", ".join(lacking),
            )


def _coverage(done: Iterable[Worked]) -> Section:
    times: Counter[str] = Counter(
        each for e in done if isinstance(e, Publicised) for each in e.into
    )
    rows = tuple(
        {"into": key, "name": label, "entries": times[key]} for key, label in COVERAGE.items()
    )
    return Section(
        name="coverage",
        title=Both("五进", "Where publicity went"),
        columns=(Column("name", Both("去处", "into")), Column("entries", Both("次数", "times"))),
        rows=rows,
        counts={"covered": len(times), "of": len(COVERAGE)},
    )


def _follow_ups(done: Iterable[Worked]) -> Section:
    rows = (
        {"day": met.at.date(), "title": met.title, "what": each.what, "due": each.due}
        for met in done
        if isinstance(met, Met)
        for each in met.follow_ups
    )
    return Section(
        name="follow_ups",
        title=Both("会议后续事项", "Follow-ups of meetings"),
        columns=(_DAY, _TITLE, Column("what", Both("事项", "what")), _DUE),
        rows=tuple(rows),
    )
