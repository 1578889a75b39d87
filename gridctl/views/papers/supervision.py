"""Supervision order 督办单: a unit is told that a card hangs over a case, since when and why."""

from collections.abc import Iterator
from dataclasses import replace

from gridctl.domain.hidden import visible
from gridctl.domain.paper_facts import cards_of, urgings_of
from gridctl.domain.terms import SUPERVISION
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material, minute
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.views.papers.reminder import clock, identity
from gridctl.views.papers.slip import report, slip
from gridctl.views.papers.terms_of_order import deadline, holders


def supervision(material: Material) -> Paper:
    """The paper for whoever has the case."""
    card = cards_of(material.case)[-1]
    level = str(SUPERVISION[card.level])
    opening = sentences.supervision(
        material.title,
        minute(card.at),
        level,
        material.person(card.by),
        unit=bool(material.case.lead),
        until=material.case.until,
    )
    part = Part(lines=(str(opening),), rows=tuple(_rows(material)))
    letter = material.letter("supervise", material.addressed, part)
    return replace(letter, slip=slip(material, "supervise", report()))


def _rows(material: Material) -> Iterator[Row]:
    *earlier, card = cards_of(material.case)
    yield Row(str(labels.SUPERVISION), str(SUPERVISION[card.level]))
    for each in earlier:
        shown = f"{SUPERVISION[each.level]} {minute(each.at)}"
        yield Row(str(labels.BEFORE), shown)
    yield Row(str(labels.SUPERVISED_AT), minute(card.at))
    yield Row(str(labels.SUPERVISED_BY), material.person(card.by))
    if card.note:
        yield Row(str(labels.REASON), visible(card.note, keep="\n"))
    yield from identity(material)
    yield from holders(material)
    yield from deadline(material)
    yield from clock(material)
    yield Row(str(labels.URGINGS), str(len(urgings_of(material.case))), half=True)
    yield Row(str(labels.REWORK), str(material.case.rework), half=True)
    yield from material.instructions()
    yield Row(str(labels.PROGRESS), material.progress())
    yield Row(str(labels.ISSUED_BY))
