"""Order 交办单: what a unit without the tool needs to handle a case, and the answer it hands back."""

from collections.abc import Iterator

from gridctl.domain.hidden import visible
from gridctl.domain.papers import filing_of, order_of
from gridctl.domain.terms import EVIDENCE_KINDS, PAPERS
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.contact import contact, reporter
from gridctl.views.papers.material import Material, day, minute
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.words import aside, language, listed


def order(material: Material) -> Paper:
    """The paper for the lead unit and those that assist it."""
    return Paper(
        language=language(),
        office=material.office,
        title=str(PAPERS["dispatch"]).capitalize(),
        number=material.number,
        to=material.units(material.case.units),
        date=day(material.now.date()),
        made=material.now.date(),
        parts=(
            Part(lines=(str(sentences.order()),), rows=tuple(_rows(material))),
            receipt(material),
            _answer(),
        ),
    )


def _rows(material: Material) -> Iterator[Row]:
    case = material.case
    filing, closing = material.conditions()
    ordered = order_of(case)
    yield Row(str(labels.NUMBER), aside(material.number, case.id))
    yield Row(str(labels.TITLE), material.title)
    yield Row(str(labels.CATEGORY), material.category())
    yield Row(str(labels.SEVERITY), material.severity())
    yield Row(str(labels.WHERE), material.where())
    yield Row(str(labels.SOURCE), material.source())
    yield Row(str(labels.RECEIVED), minute(case.history[0].at))
    yield Row(str(labels.TEXT), material.text())
    yield from _enclosed(material)
    yield Row(str(labels.LEAD), material.lead)
    yield Row(str(labels.ASSIST), material.units(case.assist))
    if ordered:
        yield Row(str(labels.PERSONS), material.people(ordered.persons))
        yield Row(str(labels.ORDERED), aside(minute(ordered.at), material.person(ordered.by)))
    yield from _notes(material)
    yield from material.instructions()
    yield Row(str(labels.LIMIT), material.limit())
    yield Row(str(labels.DUE), material.due())
    yield Row(str(labels.FILING), filing)
    yield Row(str(labels.CLOSING), closing)
    yield reporter(material)
    yield contact(material)


def _notes(material: Material) -> Iterator[Row]:
    """What was remarked when the case was filed and when the order was given."""
    given = [each.note for each in (filing_of(material.case), order_of(material.case)) if each]
    if any(given):
        said = "\n".join(dict.fromkeys(note for note in given if note))
        yield Row(str(labels.ORDER_NOTE), visible(said, keep="\n"))


def _enclosed(material: Material) -> Iterator[Row]:
    """What was found before anybody handled it."""
    pieces = getattr(material.case.history[0], "evidence", ())
    if pieces:
        shown = [aside(visible(each.name), EVIDENCE_KINDS[each.kind]) for each in pieces]
        yield Row(str(labels.ENCLOSED), listed(shown, most=len(shown)))


def receipt(material: Material) -> Part:
    """A line for every unit to sign for the paper."""
    units = material.case.units or (material.case.escalated_to or material.case.grid,)
    return Part(
        title=str(labels.RECEIPT),
        heads=(str(labels.UNIT), str(labels.SIGNED_BY), str(labels.SIGNED_AT)),
        cells=tuple((material.unit(unit), "", "") for unit in units),
        shares=(4, 4, 3),
    )


def _answer() -> Part:
    return Part(
        title=str(labels.ANSWER),
        rows=(
            Row(str(labels.ANSWER_KIND), str(labels.ANSWER_KINDS)),
            Row(str(labels.MEASURES), lines=4),
            Row(str(labels.GROUNDS), lines=2),
            Row(str(labels.TOLD), lines=2),
            Row(str(labels.HANDLER)),
            Row(str(labels.UNIT_HEAD), lines=2),
            Row(str(labels.ANSWERED_AT)),
        ),
    )
