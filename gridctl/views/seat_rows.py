"""Seat rows: seats as a person reads them: role, grid, who, since when, standing in or vacant."""

from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.seats import Seat
from gridctl.domain.terms import ROLES
from gridctl.words import _, aside


def cells(seat: Seat, office: Office) -> list[str]:
    """What a row says: grid, role, person, and a remark on how the seat is held."""
    grid = aside(visible(office.unit_name(seat.grid)), seat.grid)
    person = named(seat.person) if seat.person else _("vacant")
    return [grid, str(ROLES[seat.role]), person, _remark(seat)]


def named(person: Person) -> str:
    """A person by name and id."""
    return aside(visible(person.name), person.id)


def _remark(seat: Seat) -> str:
    if seat.stands_in and seat.vacant_since:
        return _("deputy, standing in; vacant since {day}").format(day=seat.vacant_since)
    if seat.stands_in:
        return _("deputy, standing in; there was no head before")
    if seat.person:
        return _("since {day}").format(day=seat.since)
    if seat.vacant_since:
        return _("since {day}").format(day=seat.vacant_since)
    return _("nobody before either")
