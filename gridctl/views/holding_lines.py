"""Holding lines: a power or a duty in one line, and the people who stand for it."""

from collections.abc import Iterable, Iterator

from gridctl.domain.hidden import visible
from gridctl.domain.holdings import Holding
from gridctl.domain.office import Office
from gridctl.domain.reach import Held
from gridctl.domain.terms import ACTIONS, LEVELS, ROLES
from gridctl.words import _, aside


def holding(held: Holding, office: Office) -> str:
    """What part the unit plays, with what, over what, and on which basis."""
    part = _("duty") if held.duty else _("leads") if held.lead else _("joins")
    name = aside(visible(office.unit_name(held.unit)), held.unit)
    if held.duty:
        basis = str(LEVELS[held.level]) if held.level else ""
    else:
        basis = visible(held.basis) if held.basis else _("no basis given")
    return "  ".join(filter(None, [part, name, str(ACTIONS[held.action]), held.category, basis]))


def people(found: Iterable[Held], office: Office) -> Iterator[str]:
    """A line a person with the post; a vacancy is said."""
    named = [
        f"{aside(visible(held.person.name), held.person.id)}  "
        f"{visible(office.unit_name(held.post.grid))} {ROLES[held.post.role]}"
        for held in found
    ]
    yield from named or [_("nobody")]
