"""collect: a report becomes a case; who reported stays outside git."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gridctl.app.desk import Desk
from gridctl.app.evidence import attach
from gridctl.app.open_grid import open_grid
from gridctl.app.outside import PRIVATE
from gridctl.domain import personal, texts
from gridctl.domain.case import Case
from gridctl.domain.event import Reporter
from gridctl.domain.grids import Grid
from gridctl.domain.office import Office
from gridctl.domain.sources import check_open, labels
from gridctl.domain.terms import KINDS
from gridctl.domain.verbs.collect import Collected
from gridctl.store.case_text import render


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a person says of a report, in their own words."""

    title: str
    grid: str
    kind: str = "problem"
    source: str
    place: str | None = None
    text: str | None = None
    reporter: str | None = None
    phone: str | None = None
    secret: bool = False
    photos: Sequence[str] = ()
    papers: Sequence[str] = ()


def collect(desk: Desk, report: Report) -> Case:
    """The new case."""
    office = desk.ledger.office
    grid = open_grid(office, report.grid, desk.hand.at.date())
    case = desk.begin(
        Collected(
            **desk.common(None),
            title=texts.line("TITLE", report.title),
            kind=texts.key_of(report.kind, KINDS, "--kind"),  # type: ignore[arg-type]
            grid=grid.id,
            place=place_of(office, grid, report.place) if report.place else None,
            source=source_of(office, report.source, desk.hand.at.date(), "--source"),
            text=texts.prose("--text", report.text) if report.text else None,
            reporter=_masked(report),
            evidence=attach(desk, None, report.photos, report.papers, kind="before"),
        ),
        reporter=report.reporter,
    )
    if report.reporter or report.phone:
        desk.outside[f"{PRIVATE}/{case.id}.yaml"] = _private(case.id, report)
    return case


def place_of(office: Office, grid: Grid, word: str) -> str:
    """A known place's id, nearest grids first; otherwise the words as they are."""
    near = [office.grids[each] for each in office.line_of(grid.id)]
    for each in (*near, *office.grids.values()):
        for place in each.places:
            if word in (place.id, place.name):
                return place.id
    return texts.line("--place", word)


def source_of(office: Office, word: str, day: date, name: str) -> str:
    """The key of a source that was in use on the day of the report; `name` is the option's."""
    key = texts.key_of(word, labels(office.settings), name)
    check_open(office.settings, key, day)
    return key


def _masked(report: Report) -> Reporter | None:
    if not (report.reporter or report.phone or report.secret):
        return None
    return Reporter(
        masked=personal.mask_name(report.reporter) if report.reporter else None,
        phone=personal.mask_number(texts.phone("--phone", report.phone)) if report.phone else None,
        secret=report.secret,
    )


def _private(case_id: str, report: Report) -> bytes:
    """What must not be in git: the reporter's name and number as given."""
    given = {"name": report.reporter, "phone": report.phone}
    reporter = {key: texts.line(f"--{key}", value) for key, value in given.items() if value}
    return render({"format": 1, "case": case_id, "reporter": reporter})
