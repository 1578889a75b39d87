"""Reminder 催办单: a unit is told how far its deadline is, and how often it was reminded."""

from collections.abc import Iterator
from dataclasses import replace

from gridctl.domain.paper_facts import urgings_of
from gridctl.domain.terms import SUPERVISION
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.views.papers.slip import report, slip
from gridctl.views.papers.terms_of_order import deadline, holders


def reminder(material: Material) -> Paper:
    """The paper for whoever has the case."""
    case = material.case
    clock = material.time_left()
    if case.due:
        clock = str(sentences.due_at(material.due(), clock))
    opening = sentences.reminder(material.title, clock, len(urgings_of(case)), unit=bool(case.lead))
    asks = sentences.request(waits=case.waits or "", overdue=material.is_overdue)
    part = Part(lines=(str(opening), str(asks)), rows=tuple(_rows(material)))
    letter = material.letter("urge", material.addressed, part)
    return replace(letter, slip=slip(material, "urge", report()))


def _rows(material: Material) -> Iterator[Row]:
    case = material.case
    yield from identity(material)
    yield from holders(material)
    yield from deadline(material)
    yield from clock(material)
    yield from _urgings(material)
    if case.supervision:
        yield Row(str(labels.SUPERVISION), str(SUPERVISION[case.supervision]))
    yield Row(str(labels.PROGRESS), material.progress())
    if material.concerns_leaders:
        yield Row(str(labels.COPY_TO), material.people(material.leaders()))
    yield Row(str(labels.ISSUED_BY))


def _urgings(material: Material) -> Iterator[Row]:
    """The reminder that this paper is, and those before it."""
    shown = [
        str(sentences.nth(number, material.said(each.note, each.by, each.at)))
        for number, each in enumerate(urgings_of(material.case), 1)
    ]
    if shown:
        yield Row(str(labels.THIS_URGING), shown[-1])
    if shown[:-1]:
        yield Row(str(labels.EARLIER_URGINGS), "\n".join(shown[:-1]))


def identity(material: Material) -> Iterator[Row]:
    """Which case it is."""
    yield Row(str(labels.CASE), material.case.id)
    yield Row(str(labels.TITLE), material.title)
    yield Row(str(labels.CATEGORY), material.category())
    yield Row(str(labels.WHERE), material.where())


def clock(material: Material) -> Iterator[Row]:
    """How far the deadline is, and how often it was put off."""
    yield Row(str(labels.TIME_LEFT), material.time_left())
    if material.case.extensions:
        yield Row(str(labels.EXTENSIONS), str(material.case.extensions))
