"""Trace lines: a case, the holder of the power, its basis and its people, in sentences."""

from collections.abc import Iterator
from datetime import date

from gridctl.domain.case import Case
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.hidden import visible
from gridctl.domain.holdings import Holding
from gridctl.domain.office import Office
from gridctl.domain.reach import Held
from gridctl.domain.routing import Named, line_in_words
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.views.holding_lines import holding, people
from gridctl.words import _, aside, listed


def of_holders(
    case: Case, holders: tuple[Named, ...], catalogue: Catalogue, office: Office
) -> Iterator[str]:
    """The category, and whose it is."""
    yield f"{case.id}  {visible(case.title)}"
    known = catalogue.categories.get(case.category or "")
    if known is None:
        yield _("Not sorted yet, so it is nobody's.")
        return
    yield _("Category: {category}").format(category=f"{known.code} {known.name}")
    yield _("Holder of the power:") if holders else _("Holder of the power: nobody leads")
    yield from (f"  {holding(each.holding, office)}" for each in holders)


def of_order(
    order: Dispatched, acting: Holding | None, office: Office, *, agrees: bool
) -> Iterator[str]:
    """The unit that has it, how it came by it, and whether that is right by the matrix."""
    lead = order.lead
    yield _("Lead unit: {unit}").format(unit=aside(visible(office.unit_name(lead)), lead))
    yield "  " + (_("the holder of the power") if agrees else _("not the holder of the power"))
    if order.routed:
        yield "  " + _("given by the duty matrix: {rule}").format(rule=line_in_words(order.routed))
    else:
        yield "  " + _("named by the dispatcher")
    if acting and not agrees:
        yield f"  {holding(acting, office)}"


def of_people(
    title: str, day: date, present: dict[str, tuple[Held, ...]], office: Office
) -> Iterator[str]:
    """Who stood for the units there on a day; `title` names the day's place in the story."""
    yield _("{title} ({day}), in the grid:").format(title=title, day=day)
    for unit, held in present.items():
        shown = listed(people(held, office), most=6)
        yield f"  {visible(office.unit_name(unit))}  {shown}"
