"""Journal references: the grids, places, people and cases that an entry names are there."""

from collections.abc import Iterator

from gridctl.app.ledger import Ledger
from gridctl.app.open_grid import open_grid
from gridctl.domain.event import Event
from gridctl.domain.journal.month import Month, day_of
from gridctl.domain.office import Office
from gridctl.errors import Problem, Refused
from gridctl.words import Message, say


def check_known(ledger: Ledger, event: Event, fresh: frozenset[str] = frozenset()) -> None:
    """Refuses an entry that names what is not there; `fresh` are cases recorded together with it."""
    known = {place.id for each in ledger.office.grids.values() for place in each.places}
    places = (
        say("There is no place “{word}” in grids.yaml.", word=place)
        for place in getattr(event, "places", ())
        if place not in known
    )
    for message in (*_unknown(ledger, ledger.office, event, fresh), *places):
        raise Refused("J05", message, say("See: gridctl grid tree, gridctl list --all"))
    grid = getattr(event, "grid", None)
    if grid:
        open_grid(ledger.office, grid, day_of(event))


def unknown_in(ledger: Ledger, office: Office, month: Month) -> Iterator[Problem]:
    """What a journal names and the ledger does not have, as Problems of its file.

    A place may be gone from the settings: it was there when it was seen.
    """
    if month.staff not in office.people:
        message = say("There is no person “{word}” in staff.yaml.", word=month.staff)
        yield journal_problem(month, "J05", message, "staff")
    for index, event in enumerate(month.entries):
        for message in _unknown(ledger, office, event):
            yield journal_problem(month, "J05", message, "entries", index)


def journal_problem(month: Month, rule: str, message: Message, *place: str | int) -> Problem:
    """A Problem of a sound journal, so that its bytes and lines are known."""
    from gridctl.store import journal_file
    from gridctl.store.yaml_lines import line_of

    return Problem(
        month.key.path, line_of(journal_file.write(month).decode(), place), rule, message
    )


def _unknown(
    ledger: Ledger, office: Office, event: Event, fresh: frozenset[str] = frozenset()
) -> Iterator[Message]:
    grid = getattr(event, "grid", None)
    if grid and grid not in office.grids:
        yield say("There is no grid “{word}” in grids.yaml.", word=grid)
    for case in getattr(event, "found", ()):
        if case not in fresh and ledger.cases.blob_of(case) is None:
            yield say("There is no case “{word}”.", word=case)
    for person in (event.by, event.entered):
        if person and person not in office.people:
            yield say("There is no person “{word}” in staff.yaml.", word=person)
