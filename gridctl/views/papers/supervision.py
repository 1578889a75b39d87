"""Supervision order 督办单: a unit is told that a card hangs over a case, since when and why."""

from collections.abc import Iterator

from gridctl.domain.hidden import visible
from gridctl.domain.papers import cards_of, urgings_of
from gridctl.domain.terms import PAPERS, SUPERVISION
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material, day, minute
from gridctl.views.papers.order import receipt
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.views.papers.reminder import deadline, identity
from gridctl.words import language


def supervision(material: Material) -> Paper:
    """The paper for whoever has the case."""
    card = cards_of(material.case)[-1]
    level = str(SUPERVISION[card.level])
    opening = sentences.supervision(
        material.title, minute(card.at), level, material.person(card.by)
    )
    return Paper(
        language=language(),
        office=material.office,
        title=str(PAPERS["supervise"]).capitalize(),
        number=material.number,
        to=material.units(material.case.units) if material.case.units else material.lead,
        date=day(material.now.date()),
        made=material.now.date(),
        parts=(
            Part(lines=(str(opening),), rows=tuple(_rows(material))),
            receipt(material),
            Part(
                rows=(
                    Row(str(labels.MEASURES), lines=4),
                    Row(str(labels.WHY_LATE), lines=3),
                    Row(str(labels.UNIT_HEAD), lines=2),
                    Row(str(labels.ISSUED_BY)),
                )
            ),
        ),
    )


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
    yield from deadline(material)
    yield Row(str(labels.URGINGS), str(len(urgings_of(material.case))))
    yield Row(str(labels.REWORK), str(material.case.rework))
    yield from material.instructions()
    yield Row(str(labels.PROGRESS), material.progress())
