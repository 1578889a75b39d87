"""Naming refusals: what the walk of a case says by id is told by name where the office is at hand."""

from gridctl.domain.office import Office
from gridctl.errors import Refused
from gridctl.words import Message, aside

_NAMED = frozenset({"person", "unit", "grid"})


def by_name(refusal: Refused, office: Office) -> Refused:
    """The same refusal with the names of people, units and grids beside their ids."""
    return Refused(
        refusal.rule,
        _named(refusal.message, office),
        _named(refusal.hint, office) if refusal.hint else None,
        legal=refusal.legal,
    )


def _named(message: Message, office: Office) -> Message:
    return Message(
        message.template,
        {
            hole: aside(office.person_name(value), value)
            if hole in _NAMED and isinstance(value, str) and office.person_name(value) != value
            else value
            for hole, value in message.values.items()
        },
    )
