"""Reminder 催办单: a unit is told how far its deadline is, and how often it was reminded."""

from collections.abc import Iterator

from gridctl.domain.papers import order_of, urgings_of
from gridctl.domain.terms import PAPERS, SUPERVISION
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material, day, minute
from gridctl.views.papers.order import receipt
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.words import language


def reminder(material: Material) -> Paper:
    """The paper for the units."""
    case = material.case
    urgings = len(urgings_of(case))
    overdue = case.due is not None and case.due.date() < material.now.date()
    opening = sentences.reminder(material.title, material.due(), material.time_left(), urgings)
    asks = sentences.request(waits=case.waits or "", overdue=overdue)
    return Paper(
        language=language(),
        office=material.office,
        title=str(PAPERS["urge"]).capitalize(),
        number=material.number,
        to=material.units(case.units),
        date=day(material.now.date()),
        made=material.now.date(),
        parts=(
            Part(lines=(str(opening), str(asks)), rows=tuple(_rows(material))),
            receipt(material),
            Part(rows=(Row(str(labels.MEASURES), lines=4), Row(str(labels.WHY_LATE), lines=3))),
        ),
    )


def _rows(material: Material) -> Iterator[Row]:
    case = material.case
    yield from identity(material)
    yield from deadline(material)
    yield Row(str(labels.URGINGS), str(len(urgings_of(case))))
    for last in urgings_of(case)[-1:]:
        yield Row(str(labels.LAST_URGING), material.said(last.note, last.by, last.at))
    if case.supervision:
        yield Row(str(labels.SUPERVISION), str(SUPERVISION[case.supervision]))
    yield Row(str(labels.PROGRESS), material.progress())


def identity(material: Material) -> Iterator[Row]:
    """Which case it is."""
    yield Row(str(labels.CASE), material.case.id)
    yield Row(str(labels.TITLE), material.title)
    yield Row(str(labels.CATEGORY), material.category())
    yield Row(str(labels.WHERE), material.where())


def deadline(material: Material) -> Iterator[Row]:
    """Who has it since when, and until when."""
    ordered = order_of(material.case)
    yield Row(str(labels.LEAD), material.lead)
    yield Row(str(labels.ASSIST), material.units(material.case.assist))
    if ordered:
        yield Row(str(labels.PERSONS), material.people(ordered.persons))
        yield Row(str(labels.ORDERED), minute(ordered.at))
    yield Row(str(labels.LIMIT), material.limit())
    yield Row(str(labels.DUE), material.due())
    yield Row(str(labels.TIME_LEFT), material.time_left())
    if material.case.extensions:
        yield Row(str(labels.EXTENSIONS), str(material.case.extensions))
