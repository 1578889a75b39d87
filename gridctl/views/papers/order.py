"""Order 交办单: what a unit without the tool needs to handle a case, and the answer it hands back."""

from collections.abc import Iterator
from dataclasses import replace

from gridctl.domain.hidden import visible
from gridctl.domain.paper_facts import filing_of, order_of, returns_of
from gridctl.domain.papers import is_reprint
from gridctl.domain.terms import EVENTS, EVIDENCE_KINDS, KINDS
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.contact import contact
from gridctl.views.papers.material import Material, minute
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.views.papers.slip import answer, slip
from gridctl.views.papers.terms_of_order import conditions, deadline, holders
from gridctl.words import aside, listed

# The moves of a case; remarks, corrections and reminders are for the dossier.
_TRAIL = frozenset(
    {
        *("collected", "triaged", "filed", "dispatched", "redispatched", "returned"),
        *("extended", "suspended", "resumed", "fed_back", "verified", "reopened"),
    }
)


def order(material: Material) -> Paper:
    """The paper for the lead unit and those that assist it; a copy once they have done their part."""
    reprint = is_reprint(material.case)
    opening = sentences.order(reprint=reprint, until=material.case.until)
    part = Part(lines=(str(opening),), rows=tuple(_rows(material)))
    letter = material.letter("dispatch", material.units(material.case.units), part)
    if reprint:
        return replace(letter, title=aside(letter.title, labels.REPRINT))
    answered = slip(material, "dispatch", answer(material), str(labels.ANSWER))
    return replace(letter, slip=answered)


def _rows(material: Material) -> Iterator[Row]:
    case = material.case
    yield Row(str(labels.NUMBER), aside(material.number, case.id))
    yield Row(str(labels.TITLE), material.title)
    if is_reprint(case):
        yield Row(str(labels.STANDING), material.standing())
    yield from _report(material)
    yield from contact(material)
    yield from holders(material)
    yield from _opinions(material)
    yield from material.instructions()
    yield from deadline(material)
    if case.state == "suspended":
        yield Row(str(labels.TIME_LEFT), material.time_left())
    yield from conditions(material)
    yield Row(str(labels.TRAIL), _trail(material))
    yield Row(str(labels.ISSUED_BY))


def _report(material: Material) -> Iterator[Row]:
    """What was reported, where, by what channel, and who took it down."""
    case, first = material.case, material.case.history[0]
    recorded = material.recorded.get(first.n)
    yield Row(str(labels.CATEGORY), material.classes())
    yield Row(str(labels.KIND_OF_REPORT), str(KINDS[case.kind]), half=True)
    yield Row(str(labels.SEVERITY), material.severity(), half=True)
    yield Row(str(labels.SOURCE), material.source(), half=True)
    yield Row(str(labels.TAKEN_BY), aside(material.person(first.by), first.by), half=True)
    yield Row(str(labels.RECEIVED), minute(first.at), half=True)
    yield Row(
        str(labels.ENTERED_AT), minute(recorded) if recorded else str(labels.UNKNOWN), half=True
    )
    yield Row(str(labels.WHERE), material.where())
    yield Row(str(labels.TEXT), material.text())
    yield from _enclosed(material)


def _opinions(material: Material) -> Iterator[Row]:
    """What was remarked when the case was filed and ordered, and why it was returned before."""
    given = [each.note for each in (filing_of(material.case), order_of(material.case)) if each]
    if any(given):
        said = "\n".join(dict.fromkeys(note for note in given if note))
        yield Row(str(labels.ORDER_NOTE), visible(said, keep="\n"))
    for event in returns_of(material.case):
        yield Row(str(labels.RETURNED), material.said(event.reason, event.by, event.at))


def _enclosed(material: Material) -> Iterator[Row]:
    """What was found before anybody handled it."""
    pieces = getattr(material.case.history[0], "evidence", ())
    if pieces:
        shown = [aside(visible(each.name), EVIDENCE_KINDS[each.kind]) for each in pieces]
        yield Row(str(labels.ENCLOSED), listed(shown, most=len(shown)))


def _trail(material: Material) -> str:
    """The way of the case so far."""
    return " → ".join(
        f"{EVENTS[event.did]} {material.person(event.by)} {event.at:%m-%d %H:%M}"
        for event in material.case.history
        if event.did in _TRAIL
    )
