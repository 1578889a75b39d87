"""Duty JSON: holdings and people of the duty matrix as objects with stable keys."""

from typing import Any

from gridctl.domain.holdings import Holding
from gridctl.domain.office import Office
from gridctl.domain.reach import Held


def holding(held: Holding, office: Office) -> dict[str, Any]:
    """A power or a duty."""
    return {
        "unit": held.unit,
        "name": office.unit_name(held.unit),
        "category": held.category,
        "action": held.action,
        "lead": held.lead,
        "basis": held.basis,
        "duty": held.duty,
        "level": held.level,
    }


def person(held: Held) -> dict[str, Any]:
    """A person with the post that counts."""
    return {
        "staff": held.person.id,
        "name": held.person.name,
        "grid": held.post.grid,
        "role": held.post.role,
    }
