"""Settings checks: everything that must hold inside and between grids.yaml and staff.yaml."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import GRIDS, STAFF, Finding
from gridctl.domain.grid_checks import check_code_names, check_hierarchy, check_places
from gridctl.domain.identifiers import NAME
from gridctl.domain.ledger_checks import check_attendance, check_ledger
from gridctl.domain.office import Office
from gridctl.domain.people_checks import check_categories, check_people
from gridctl.words import say


def check_settings(office: Office, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Everything that does not hold, in the order of the checks."""
    return tuple(finding for check in CHECKS for finding in check(office, catalogue))


def check_ids(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Ids are well formed, unique in their kind, and not mistaken for one another."""
    kinds: list[tuple[str, str, Iterable[str]]] = [
        (GRIDS, "grids", [grid.id for grid in office.grids_file.grids]),
        (STAFF, "departments", [each.id for each in office.staff_file.departments]),
        (STAFF, "staff", [person.id for person in office.staff_file.staff]),
    ]
    taken = Counter(each for _file, _kind, ids in kinds for each in ids)
    alike = Counter(_folded(each) for each in taken)
    for file, kind, ids in kinds:
        for index, each in enumerate(ids):
            place = (kind, index, "id")
            if not NAME.fullmatch(each):
                yield Finding(
                    file,
                    place,
                    "S01",
                    say("An id is lower-case letters, digits and hyphens, not “{id}”.", id=each),
                )
            elif taken[each] > 1:
                yield Finding(file, place, "S01", say("The id “{id}” is taken already.", id=each))
            elif alike[_folded(each)] > 1:
                yield Finding(
                    file,
                    place,
                    "S01",
                    say(
                        "The id “{id}” is easily mistaken for another (o and 0, l and 1).", id=each
                    ),
                )


def _folded(word: str) -> str:
    return word.translate(str.maketrans("oli", "011"))


CHECKS = (
    check_ids,
    check_hierarchy,
    check_code_names,
    check_ledger,
    check_attendance,
    check_places,
    check_categories,
    check_people,
)
