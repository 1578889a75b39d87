"""Seat JSON: who held a role or answered for it, with stable keys."""

from typing import Any

from gridctl.domain.chains import Strip
from gridctl.domain.office import Office
from gridctl.domain.seats import Seat
from gridctl.views.case_json import plain


def seat(each: Seat) -> dict[str, Any]:
    """A seat; `staff` is null where it is vacant."""
    return {
        "role": each.role,
        "grid": each.grid,
        "staff": each.person.id if each.person else None,
        "name": each.person.name if each.person else None,
        "since": plain(each.since),
        "stands_in": each.stands_in,
        "vacant": each.vacant,
        "vacant_since": plain(each.vacant_since),
    }


def strip(each: Strip | None, office: Office) -> dict[str, Any] | None:
    """A strip; `staff` are those in post on the day, `people` all with how they come into it."""
    if each is None:
        return None
    return {
        "department": each.unit,
        "name": office.unit_name(each.unit),
        "staff": [officer.person.id for officer in each.officers if officer.in_post],
        "people": [
            {
                "staff": officer.person.id,
                "name": officer.person.name,
                "grid": officer.grid,
                "named": officer.named,
                "in_post": officer.in_post,
            }
            for officer in each.officers
        ],
    }
