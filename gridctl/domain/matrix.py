"""Matrix: for each category who leads, who joins and what the office does itself, at once."""

from typing import NamedTuple

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.holdings import Holding, over
from gridctl.domain.office import Office


class Row(NamedTuple):
    """The holdings over one category, by the part that they play."""

    category: str
    leads: tuple[Holding, ...]
    joins: tuple[Holding, ...]
    duties: tuple[Holding, ...]


def matrix(office: Office, catalogue: Catalogue, prefix: str = "") -> dict[str, Row]:
    """The row of every category of a class, by code; NotFound for a class that there is not."""
    return {each.code: _row(office, each.code) for each in catalogue.within(prefix)}


def _row(office: Office, code: str) -> Row:
    held = over(office.holdings, code)
    return Row(
        code,
        tuple(h for h in held if h.lead),
        tuple(h for h in held if not h.lead and not h.duty),
        tuple(h for h in held if h.duty),
    )


def alike(row: Row) -> object:
    """What two rows have to share to be shown as one: units, actions and levels, not the basis."""
    return tuple(
        tuple((h.unit, h.action, h.level) for h in part)
        for part in (row.leads, row.joins, row.duties)
    )
