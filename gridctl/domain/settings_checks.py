"""Settings checks: everything that must hold inside and between grids.yaml and staff.yaml."""

from collections.abc import Iterable, Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import Finding
from gridctl.domain.grid_checks import check_code_names, check_hierarchy, check_places
from gridctl.domain.identifiers import NAME
from gridctl.domain.key_checks import check_keys
from gridctl.domain.ledger_checks import check_attendance, check_ledger
from gridctl.domain.office import Office
from gridctl.domain.people_checks import check_categories, check_people
from gridctl.domain.settings_files import GRIDS, STAFF
from gridctl.domain.source_checks import check_sources
from gridctl.words import Message, say

_LONGEST = 64  # characters of an id


def check_settings(office: Office, catalogue: Catalogue) -> Iterator[Finding]:
    """Everything that does not hold, in the order of the checks, found as it is asked for."""
    return (finding for check in CHECKS for finding in check(office, catalogue))


def check_ids(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Ids are well formed, unique in their kind, and not mistaken for one another."""
    kinds: list[tuple[str, str, Iterable[str]]] = [
        (GRIDS, "grids", [grid.id for grid in office.grids_file.grids]),
        (STAFF, "departments", [each.id for each in office.staff_file.departments]),
        (STAFF, "staff", [person.id for person in office.staff_file.staff]),
    ]
    first: dict[str, str] = {}
    for file, kind, ids in kinds:
        for index, each in enumerate(ids):
            message = _off(each, first.get(_folded(each)))
            first.setdefault(_folded(each), each)
            if message:
                yield Finding(file, (kind, index, "id"), "S01", message)


def _off(word: str, other: str | None) -> Message | None:
    """What is wrong with an id; `other` is the one before it that looks like it."""
    if not NAME.fullmatch(word) or len(word) > _LONGEST:
        return say(
            "An id is at most {most} lower-case letters, digits and hyphens, not “{id}”.",
            most=_LONGEST,
            id=word,
        )
    if word == other:
        return say("The id “{id}” is taken already.", id=word)
    if other:
        return say(
            "The id “{id}” is easily mistaken for “{other}” (o and 0, l and 1).",
            id=word,
            other=other,
        )
    return None


def _folded(word: str) -> str:
    return word.translate(str.maketrans("oli", "011"))


CHECKS = (
    check_ids,
    check_hierarchy,
    check_code_names,
    check_ledger,
    check_sources,
    check_attendance,
    check_places,
    check_categories,
    check_people,
    check_keys,
)
