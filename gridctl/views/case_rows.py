"""Case rows: a list of cases as a table in a terminal, as plain rows when piped."""

from collections.abc import Sequence
from datetime import datetime

from gridctl.domain.facts import Facts
from gridctl.domain.hidden import visible
from gridctl.domain.names import Names
from gridctl.domain.terms import CLOCKS, CLOSURES, STATES, WAITS
from gridctl.domain.urgency import clock, state
from gridctl.words import _

COLOURS = {"red": "red", "yellow": "yellow", "green": "green", "": ""}


def cells(case: Facts, names: Names, now: datetime) -> list[str]:
    """What a row says: id, number, title, grid, where it stands, unit, deadline, clock."""
    light = clock(case, now)
    return [
        case.ending,
        visible(case.number or "–"),
        visible(case.title),
        visible(names.unit_name(case.grid)),
        standing(case, now),
        visible(names.unit_name(case.lead)) if case.lead else "–",
        f"{case.due:%m-%d %H:%M}" if case.due and case.waits == "handle" else "–",
        str(CLOCKS[light]) if light else "–",
    ]


def standing(case: Facts, now: datetime) -> str:
    """Where the case stands, in a few words."""
    if case.closure:
        return f"{STATES[case.state]}·{CLOSURES[case.closure]}"
    if state(case, now) == "suspended" and case.until:
        return _("suspended until {day}").format(day=case.until)
    if case.state == "void" or case.waits is None:
        return str(STATES[case.state])
    if case.waits == "file" and case.step == "file":
        return _("to be dispatched")
    return str(WAITS[case.waits])


def heads() -> list[str]:
    """The heads of the columns."""
    return [
        _("id"),
        _("number"),
        _("title"),
        _("grid"),
        _("stands"),
        _("unit"),
        _("due"),
        _("clock"),
    ]


def rows(cases: Sequence[Facts], names: Names, now: datetime) -> list[str]:
    """Plain rows for a pipe: tab-separated, without heads."""
    return ["\t".join(cells(case, names, now)) for case in cases]


def table(cases: Sequence[Facts], names: Names, now: datetime, *, colour: bool) -> None:
    """The table on a terminal."""
    from gridctl.views.table import show

    styles = [COLOURS[clock(case, now) or ""] for case in cases]
    show(heads(), [cells(case, names, now) for case in cases], styles=styles, colour=colour)
