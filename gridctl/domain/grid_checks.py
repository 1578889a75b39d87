"""Grid checks: the hierarchy runs downward, and places, rooms and code names are in order."""

from collections.abc import Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import Finding, check_span, unknown
from gridctl.domain.identifiers import NAME, OFFICE
from gridctl.domain.office import Office
from gridctl.domain.settings_files import GRIDS
from gridctl.words import say


def check_hierarchy(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Each grid lies one level below its parent; level 1 has none, and a code name."""
    for index, grid in enumerate(office.grids_file.grids):
        parent = office.grids.get(grid.parent or "")
        if grid.level == 1:
            yield from _check_top(index, grid.id, grid.parent, grid.code_name)
        elif grid.parent is None:
            message = say("The key “{key}” is missing.", key="parent")
            yield Finding(GRIDS, ("grids", index), "F05", message)
        elif parent is None:
            message = unknown("grid", grid.parent, office.grids)
            yield Finding(GRIDS, ("grids", index, "parent"), "S02", message)
        elif parent.level != grid.level - 1:
            message = say(
                "{id} is on level {level}, its parent {parent} on level {above}; it should be one above.",
                id=grid.id,
                level=grid.level,
                parent=parent.id,
                above=parent.level,
            )
            yield Finding(GRIDS, ("grids", index, "parent"), "S03", message)
        if grid.level != 1 and (grid.duties or grid.code_name):
            yield Finding(
                GRIDS,
                ("grids", index, "duties" if grid.duties else "code_name"),
                "S03",
                say("Duties and code name stand on level 1 only."),
            )
    if not any(grid.level == 1 for grid in office.grids_file.grids):
        yield Finding(
            GRIDS, ("grids",), "S03", say("There is no level-1 grid, so there is no office.")
        )


def _check_top(
    index: int, grid: str, parent: str | None, code_name: str | None
) -> Iterator[Finding]:
    if parent is not None:
        yield Finding(
            GRIDS, ("grids", index, "parent"), "S03", say("A level-1 grid has no parent.")
        )
    if not code_name:
        yield Finding(
            GRIDS,
            ("grids", index),
            "F05",
            say("A level-1 grid needs a code_name, for the numbers of its cases."),
        )
    if not OFFICE.fullmatch(grid):
        yield Finding(
            GRIDS,
            ("grids", index, "id"),
            "S01",
            say(
                "The id of a level-1 grid begins case ids: letters and digits only, at most 16, not “{id}”.",
                id=grid,
            ),
        )


def check_code_names(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Two offices never share a code name, or their case numbers would meet."""
    seen: set[str] = set()
    for index, grid in enumerate(office.grids_file.grids):
        if grid.code_name and grid.code_name in seen:
            yield Finding(
                GRIDS,
                ("grids", index, "code_name"),
                "S05",
                say("The code name {name} is taken already.", name=grid.code_name),
            )
        seen.add(grid.code_name or "")


def check_places(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Places are unique in the ledger; rooms seat known departments; counts are not negative."""
    seen: set[str] = set()
    for index, grid in enumerate(office.grids_file.grids):
        for number, place in enumerate(grid.places):
            if place.id in seen or not NAME.fullmatch(place.id):
                message = (
                    say("The id “{id}” is taken already.", id=place.id)
                    if place.id in seen
                    else say(
                        "An id is at most {most} lower-case letters, digits and hyphens, not “{id}”.",
                        most=64,
                        id=place.id,
                    )
                )
                yield Finding(GRIDS, ("grids", index, "places", number, "id"), "S01", message)
            seen.add(place.id)
        for number, room in enumerate(grid.rooms):
            for unit in room.departments:
                if unit not in office.departments:
                    yield Finding(
                        GRIDS,
                        ("grids", index, "rooms", number, "departments"),
                        "S02",
                        unknown("department", unit, office.departments),
                    )
        if (grid.households or 0) < 0 or (grid.residents or 0) < 0:
            yield Finding(
                GRIDS, ("grids", index), "F06", say("Households and residents are not negative.")
            )
        yield from check_span(GRIDS, ("grids", index), grid.since, grid.until)
