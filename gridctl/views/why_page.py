"""Why page: the reasons behind a case in sentences."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gridctl.domain.catalogue import Catalogue, Condition
from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.limits import in_words
from gridctl.domain.office import Office
from gridctl.domain.people import Power
from gridctl.domain.routing import line_in_words
from gridctl.domain.terms import ACTIONS, CLOCKS, EVENTS
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
    start: datetime, first: Due, moved: tuple[Event, ...], due: datetime | None, work_day: str
) -> Iterator[str]:
    """From the order to the deadline, day by day."""
    conventions = {
        "rolling": _("a working day is eight working hours"),
        "civil": _("a working day ends at close of business"),
    }
    yield _("The clock started with the order at {when} ({convention}).").format(
        when=f"{start:%Y-%m-%d %H:%M}", convention=conventions[work_day]
    )
    for day, reason in first.skipped:
        yield _("  not counted: {day} {reason}").format(day=day, reason=reason)
    yield _("The limit ends at {when}.").format(when=f"{first.at:%Y-%m-%d %H:%M}")
    for event in moved:
        until = getattr(event, "due", None)
        if until:
            yield _("{when}: {did}; the deadline became {due}.").format(
                when=f"{event.at:%Y-%m-%d %H:%M}",
                did=EVENTS[event.did],
                due=f"{until:%Y-%m-%d %H:%M}",
            )
    if due:
        yield _("Deadline of the unit: {due}").format(due=f"{due:%Y-%m-%d %H:%M}")


def of_clocks(
    light: str | None,
    due: datetime | None,
    close_due: datetime | None,
    now: datetime,
    *,
    provisional: bool,
) -> Iterator[str]:
    """Which clock is red, and since when."""
    if provisional:
        yield _("Provisional: the holiday plan of that time is not out yet.")
    if light and due:
        line = (
            _("Unit's clock: {light}, since {due} ({by})")
            if light == "red"
            else _("Unit's clock: {light}, until {due} ({by})")
        )
        yield line.format(
            light=CLOCKS[light], due=f"{due:%Y-%m-%d %H:%M}", by=_span(abs(now - due))
        )
    elif due:
        yield _("Unit's clock: stopped")
    if close_due:
        late = CLOCKS["red"] if now > close_due else CLOCKS["green"]
        yield _("Clock of the case: to be closed by {due}, {light}").format(
            due=f"{close_due:%Y-%m-%d %H:%M}", light=late
        )


def _span(span: timedelta) -> str:
    hours = int(span.total_seconds()) // 3600
    minutes = int(span.total_seconds()) % 3600 // 60
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def of_unit(
    lead: str | None, routed: str | None, powers: tuple[Power, ...], office: Office
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
