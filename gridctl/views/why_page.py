"""Why page: the reasons behind a case in sentences."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from gridctl.domain.catalogue import Catalogue, Condition
from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.holdings import Holding
from gridctl.domain.limits import in_words
from gridctl.domain.moments import minute
from gridctl.domain.next_commands import ANSWERS
from gridctl.domain.office import Office
from gridctl.domain.rights import RIGHTS
from gridctl.domain.routing import line_in_words
from gridctl.domain.terms import ACTIONS, CLOCKS, EVENTS, REQUESTS
from gridctl.domain.verbs.file import Filed
from gridctl.domain.working_time import Due
from gridctl.words import _, aside


def of_filing(
    filed: Filed | None, condition: Condition | None, catalogue: Catalogue
) -> Iterator[str]:
    """Category, condition and limit."""
    if filed is None:
        yield _("Not filed yet, so there is no limit.")
        return
    known = catalogue.categories.get(filed.category)
    name = aside(filed.category, known.name) if known else filed.category
    yield _("Category: {category} (policy {catalogue}, {calendar})").format(
        category=name, catalogue=filed.pinned.catalogue, calendar=filed.pinned.calendar
    )
    if condition:
        yield _("Filing condition {n}: {text}; its limit is {limit}").format(
            n=filed.condition, text=condition.filing, limit=in_words(condition.limit)
        )
    yield _("Limit of this case: {limit}").format(limit=in_words(filed.limit))
    if filed.note:
        yield _("Reason given: {note}").format(note=visible(filed.note))


def of_deadline(
    start: datetime,
    first: Due,
    moved: Sequence[tuple[Event, Due]],
    due: datetime | None,
    work_day: str,
) -> Iterator[str]:
    """From the order to the deadline, day by day."""
    conventions = {
        "rolling": _("a working day is eight working hours"),
        "civil": _("a working day ends at close of business"),
    }
    yield _("The clock started with the order at {when} ({convention}).").format(
        when=minute(start), convention=conventions[work_day]
    )
    yield from _skipped(first)
    yield _("The limit ends at {when}.").format(when=minute(first.at))
    for event, reckoned in moved:
        until = getattr(event, "due", None)
        if until:
            yield from _skipped(reckoned)
            yield _("{when}: {did}; the deadline became {due}.").format(
                when=minute(event.at),
                did=EVENTS[event.did],
                due=minute(until),
            )
    if due:
        yield _("Deadline of the unit: {due}").format(due=minute(due))


def _skipped(due: Due) -> Iterator[str]:
    for day, reason in due.skipped:
        yield _("  not counted: {day} {reason}").format(day=day, reason=reason)


def of_request(pending: str | None, asked: Event | None, office: Office) -> Iterator[str]:
    """What the unit asked for, and whose answer it waits for."""
    if pending and asked:
        yield _("{request} since {when}, by {person}; to be answered by: {who}").format(
            request=REQUESTS[pending],
            when=minute(asked.at),
            person=aside(visible(office.person_name(asked.by)), asked.by),
            who=RIGHTS[ANSWERS[pending][0]].who,
        )


def of_clocks(
    light: str | None,
    due: datetime | None,
    now: datetime,
    *,
    handed_back: datetime | None,
    late: bool,
    provisional: bool,
) -> Iterator[str]:
    """The unit's clock: red since when, or whether it was when the unit handed back."""
    if provisional:
        yield _("Provisional: the holiday plan of that time is not out yet.")
    if light and due:
        line = (
            _("Unit's clock: {light}, since {due} ({by})")
            if light == "red"
            else _("Unit's clock: {light}, until {due} ({by})")
        )
        yield line.format(light=CLOCKS[light], due=minute(due), by=_span(abs(now - due)))
    elif due and handed_back:
        yield _("Unit's clock: handed back at {when}, {light}").format(
            when=minute(handed_back), light=_in_time_or(late=late)
        )
    elif due:
        yield _("Unit's clock: stopped")


def of_closing(
    close_due: datetime | None, closed: datetime | None, *, overrun: bool, pardoned: bool
) -> Iterator[str]:
    """The clock of the case, and whether what is late is counted."""
    if close_due:
        line = (
            _("Clock of the case: to be closed by {due}, closed at {closed}, {light}")
            if closed
            else _("Clock of the case: to be closed by {due}, {light}")
        )
        yield line.format(
            due=minute(close_due), closed=closed and minute(closed), light=_in_time_or(late=overrun)
        )
    if pardoned:
        yield _("The appeal was granted: what is late is not counted.")


def _in_time_or(*, late: bool) -> str:
    return str(CLOCKS["red" if late else "green"])


def _span(span: timedelta) -> str:
    hours = int(span.total_seconds()) // 3600
    minutes = int(span.total_seconds()) % 3600 // 60
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def of_unit(
    lead: str | None, routed: str | None, powers: tuple[Holding, ...], office: Office
) -> Iterator[str]:
    """The lead unit, how it was found, and the power it acts on."""
    if lead is None:
        return
    yield _("Lead unit: {unit}").format(unit=aside(visible(office.unit_name(lead)), lead))
    yield (
        "  " + _("given by the duty matrix: {rule}").format(rule=line_in_words(routed))
        if routed
        else "  " + _("named by the dispatcher")
    )
    for power in powers:
        yield _("  power: {category} {action}, {basis}").format(
            category=power.category, action=ACTIONS[power.action], basis=visible(power.basis or "–")
        )
    if not powers and lead in office.departments:
        yield _("  no power over this category stands in staff.yaml")
