"""correct: a mistake in an entry is mended by a later one."""

from collections.abc import Callable

from gridctl.app.desk import Desk
from gridctl.app.open_grid import open_grid
from gridctl.app.verbs.collect import place_of, source_of
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.fields import FIELDS
from gridctl.domain.terms import KINDS, SEVERITIES
from gridctl.domain.verbs.correct import CORRECTABLE, Corrected, current, entry_of
from gridctl.errors import Usage
from gridctl.words import say

_NAMES = {name: FIELDS[name] for names in CORRECTABLE.values() for name in sorted(names)}


def correct(desk: Desk, case: Case, field: str, new: str, reason: str) -> Case:
    """Place the correction of the last entry that holds the field."""
    name = texts.key_of(field, _NAMES, "FIELD")
    entry = entry_of(case, name)
    if entry is None:
        raise Usage(
            say("No entry of {case} holds “{field}”.", case=case.ending, field=_NAMES[name]),
            say("See gridctl show {case}", case=case.ending),
        )
    return desk.place(
        case,
        Corrected(
            **desk.common(case),
            entry=entry,
            field=name,
            old=current(case, entry, name),
            new=_READ[name](desk, case, new),
            reason=texts.prose("--note", reason),
        ),
    )


_READ: dict[str, Callable[[Desk, Case, str], str]] = {
    "title": lambda _desk, _case, new: texts.line("--new", new),
    "text": lambda _desk, _case, new: texts.prose("--new", new),
    "kind": lambda _desk, _case, new: texts.key_of(new, KINDS, "--new"),
    "grid": lambda desk, _case, new: open_grid(desk.ledger.office, new, desk.hand.at.date()).id,
    "place": lambda desk, case, new: place_of(
        desk.ledger.office, desk.ledger.office.grids[case.grid], new
    ),
    "source": lambda desk, case, new: source_of(
        desk.ledger.office, new, case.history[0].at.date(), "--new"
    ),
    "severity": lambda _desk, _case, new: texts.key_of(new, SEVERITIES, "--new"),
    "category": lambda desk, _case, new: desk.ledger.catalogue.category(new).code,
}
