"""Slip: what the units sign, fill in and hand back, on a page that says what it belongs to."""

from gridctl.domain.paper_facts import reporter_of
from gridctl.domain.terms import PAPERS
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material
from gridctl.views.papers.paper import Part, Row, Slip


def slip(material: Material, form: str, rows: tuple[Row, ...], title: str = "") -> Slip:
    """The receipt, and the rows to be filled in."""
    return Slip(
        title=str(sentences.slip_of(PAPERS[form])),
        about=f"{material.number} {material.title}",
        parts=(_receipt(material), Part(title=title, rows=rows)),
    )


def _receipt(material: Material) -> Part:
    """A line for every unit to sign for the paper."""
    case = material.case
    units = case.units or (case.escalated_to or case.grid,)
    return Part(
        title=str(labels.RECEIPT),
        heads=(str(labels.UNIT), str(labels.SIGNED_BY), str(labels.SIGNED_AT)),
        cells=tuple((material.unit(unit), "", "") for unit in units),
        shares=(4, 4, 3),
    )


def report() -> tuple[Row, ...]:
    """What a unit writes that is asked how far it is."""
    return (
        Row(str(labels.MEASURES), lines=4),
        Row(str(labels.WHY_LATE), lines=3),
        *_signed(),
    )


def answer(material: Material) -> tuple[Row, ...]:
    """What a unit writes when it is done, or hands the case back, or asks for time."""
    return (
        Row(str(labels.ANSWER_KIND), str(labels.ANSWER_KINDS)),
        Row(str(labels.MEASURES), lines=4),
        Row(str(labels.GROUNDS), lines=2),
        Row(str(labels.EXTEND_TO)),
        *_told(material),
        Row(str(labels.BELOW)),
        *_signed(),
        Row(str(labels.ANSWER_REMARKS), lines=2),
    )


def _told(material: Material) -> tuple[Row, ...]:
    """What the reporter was told; a secret one is told by the office."""
    known = reporter_of(material.case)
    if known is None or known.secret:
        return ()
    return (
        Row(str(labels.TOLD), lines=2),
        Row(str(labels.TOLD_BY), half=True),
        Row(str(labels.TOLD_PHONE), half=True),
        Row(str(labels.TOLD_AT)),
    )


def _signed() -> tuple[Row, ...]:
    return (
        Row(str(labels.HANDLER), half=True),
        Row(str(labels.ANSWERED_AT), half=True),
        Row(str(labels.UNIT_HEAD), lines=2),
    )
