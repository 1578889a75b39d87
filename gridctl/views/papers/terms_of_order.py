"""Terms of an order: who has the case since when, until when, and why the deadline is another."""

from collections.abc import Iterator

from gridctl.domain.hidden import visible
from gridctl.domain.paper_facts import (
    deadline_moves_of,
    filing_of,
    joined_of,
    order_of,
    why_moved,
)
from gridctl.domain.terms import EVENTS
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material, minute
from gridctl.views.papers.paper import Row
from gridctl.words import aside


def holders(material: Material) -> Iterator[Row]:
    """The units and their people, blank where the unit is to name them; or the grid."""
    case, ordered = material.case, order_of(material.case)
    if not case.lead:
        yield Row(str(labels.HOLDER), material.lead)
        return
    yield Row(str(labels.LEAD), material.lead, half=True)
    yield Row(str(labels.ASSIST), material.units(case.assist), half=True)
    if ordered:
        named = material.people(ordered.persons) if ordered.persons else ""
        yield Row(str(labels.PERSONS), named)
        yield Row(str(labels.ORDERED), minute(ordered.at), half=True)
        yield Row(str(labels.ORDERED_BY), material.person(ordered.by), half=True)
    for event in joined_of(case):
        said = material.said(event.note, event.by, event.at)
        yield Row(str(labels.JOINED), str(sentences.pair(material.units(event.units), said)))


def deadline(material: Material) -> Iterator[Row]:
    """Limit and deadline, and everything that moved it since the order."""
    if material.case.due is None:
        return
    yield Row(str(labels.LIMIT), material.limit(), half=True)
    yield Row(str(labels.DUE), material.due(), half=True)
    moves = [
        str(
            sentences.moved(
                minute(event.at),
                EVENTS[event.did],
                minute(getattr(event, "due")),  # noqa: B009 - chosen for having one
                visible(why_moved(material.case, event) or "", keep="\n"),
            )
        )
        for event in deadline_moves_of(material.case)
    ]
    if moves:
        yield Row(str(labels.DUE_MOVED), "\n".join(moves))


def conditions(material: Material) -> Iterator[Row]:
    """Under what it was filed and may be closed; where the category was corrected since, so said."""
    filed = filing_of(material.case)
    if filed is None:
        return
    if filed.category != material.case.category:
        yield Row(
            str(labels.FILED_AS), aside(material.called(filed.category), sentences.CORRECTED_SINCE)
        )
    filing, closing = material.conditions()
    yield Row(str(labels.FILING), filing)
    yield Row(str(labels.CLOSING), closing)
