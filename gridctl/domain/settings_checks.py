"""Settings checks: what must hold inside and between grids.yaml and staff.yaml, as a list of functions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.identifiers import NAME, OFFICE
from gridctl.domain.limits import parse_limit
from gridctl.domain.moments import zone
from gridctl.domain.naming import closest
from gridctl.domain.office import Office
from gridctl.domain.office_hours import Hours, parse_hours
from gridctl.domain.terms import SOURCES
from gridctl.errors import Usage
from gridctl.words import Message, say

GRIDS, STAFF = "grids.yaml", "staff.yaml"


class Finding(NamedTuple):
    """A file, the place in it, the rule that is broken there, and how."""

    file: str
    place: tuple[str | int, ...]
    rule: str
    message: Message


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


def check_hierarchy(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Each grid lies one level below its parent; level 1 has none, and a code name."""
    for index, grid in enumerate(office.grids_file.grids):
        parent = office.grids.get(grid.parent or "")
        if grid.level == 1:
            yield from _check_top(index, grid.id, grid.parent, grid.code_name)
        elif grid.parent is None or parent is None:
            yield Finding(
                GRIDS,
                ("grids", index, "parent"),
                "S02",
                _unknown("grid", grid.parent or "", office.grids),
            )
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
            say("A level-1 grid needs a code_name (机关代字), for the numbers of its cases."),
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


def check_ledger(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Zone, hours, limits, numbering and sources of the ledger are usable."""
    settings = office.settings
    try:
        zone(settings.timezone)
    except KeyError:
        yield Finding(
            GRIDS,
            ("ledger", "timezone"),
            "S04",
            say(
                "There is no time zone “{zone}”; write one such as Asia/Shanghai.",
                zone=settings.timezone,
            ),
        )
    try:
        hours_of(office)
    except Usage as error:
        yield Finding(GRIDS, ("ledger", "working_hours"), "S04", error.message)
    for key in ("verify_within", "reopen_within"):
        try:
            parse_limit(getattr(settings, key))
        except Usage as error:
            yield Finding(GRIDS, ("ledger", key), "S04", error.message)
    if _NUMBERING.fullmatch(settings.numbering) is None:
        yield Finding(
            GRIDS,
            ("ledger", "numbering"),
            "S05",
            say(
                "The numbering needs {code_name}, {year} and {seq}, each once, and no other braces."
            ),
        )
    for index, source in enumerate(settings.sources):
        if source.id in SOURCES or not NAME.fullmatch(source.id):
            yield Finding(
                GRIDS,
                ("ledger", "sources", index, "id"),
                "S01",
                say("The source id “{id}” is taken or not well formed.", id=source.id),
            )


_HOLES = r"(?=.*\{code_name\})(?=.*\{year\})(?=.*\{seq\})"
_NUMBERING = re.compile(_HOLES + r"(?:[^{}\n]|\{(?:code_name|year|seq)\}(?!\{seq\})){1,60}")


def hours_of(office: Office) -> Hours:
    """The office hours of the ledger; raises Usage where they are not well formed."""
    settings = office.settings
    seasons = [
        {"since": s.since, "until": s.until, "hours": list(s.hours)} for s in settings.seasons
    ]
    return parse_hours(list(settings.working_hours), seasons)


def check_attendance(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Times of attendance are local times; the aim of households is above zero."""
    attendance, households = office.settings.attendance, office.settings.households_per_grid
    for key in ("late_after", "early_before") if attendance else ():
        if not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", getattr(attendance, key), re.ASCII):
            yield Finding(
                GRIDS,
                ("ledger", "attendance", key),
                "S04",
                say("“{text}” is not a local time such as 08:30.", text=getattr(attendance, key)),
            )
    if households and (households.aim <= 0 or not 0 <= households.tolerance <= 1):
        yield Finding(
            GRIDS,
            ("ledger", "households_per_grid"),
            "F06",
            say("The aim is above 0, the tolerance a share from 0 to 1."),
        )


def check_places(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Places are unique in the ledger; rooms seat known departments; counts are not negative."""
    seen: set[str] = set()
    for index, grid in enumerate(office.grids_file.grids):
        for number, place in enumerate(grid.places):
            if place.id in seen or not NAME.fullmatch(place.id):
                yield Finding(
                    GRIDS,
                    ("grids", index, "places", number, "id"),
                    "S01",
                    say("The id “{id}” is taken already.", id=place.id),
                )
            seen.add(place.id)
        for number, room in enumerate(grid.rooms):
            for unit in room.departments:
                if unit not in office.departments:
                    yield Finding(
                        GRIDS,
                        ("grids", index, "rooms", number, "departments"),
                        "S02",
                        _unknown("department", unit, office.departments),
                    )
        if (grid.households or 0) < 0 or (grid.residents or 0) < 0:
            yield Finding(
                GRIDS, ("grids", index), "F06", say("Households and residents are not negative.")
            )
        yield from _check_span(GRIDS, ("grids", index), grid.since, grid.until)


def _check_span(
    file: str, place: tuple[str | int, ...], since: date | None, until: date | None
) -> Iterator[Finding]:
    if since and until and until < since:
        yield Finding(
            file,
            (*place, "until"),
            "S04",
            say("It ends ({until}) before it begins ({since}).", until=until, since=since),
        )


def check_categories(office: Office, catalogue: Catalogue) -> Iterator[Finding]:
    """Duties and powers name categories or classes of the catalogue."""
    held = [
        (GRIDS, ("grids", i, "duties", n, "category"), duty.category)
        for i, grid in enumerate(office.grids_file.grids)
        for n, duty in enumerate(grid.duties)
    ] + [
        (STAFF, ("departments", i, "powers", n, "category"), power.category)
        for i, department in enumerate(office.staff_file.departments)
        for n, power in enumerate(department.powers)
    ]
    for file, place, code in held:
        if not catalogue.covers(code):
            near = closest(code, [*catalogue.classes, *catalogue.categories])
            yield Finding(
                file,
                place,
                "S02",
                say(
                    "There is no category or class “{word}”; near ones: {near}",
                    word=code,
                    near=", ".join(near) or "–",
                ),
            )


def check_people(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """People have a known home, posts in known grids, dates in order, and addresses of their own."""
    homes = {**office.departments, **office.grids}
    addresses = Counter((p.email or "").casefold() for p in office.staff_file.staff)
    for index, person in enumerate(office.staff_file.staff):
        if person.home not in homes:
            yield Finding(
                STAFF, ("staff", index, "home"), "S02", _unknown("unit", person.home, homes)
            )
        if person.email and addresses[person.email.casefold()] > 1:
            yield Finding(
                STAFF,
                ("staff", index, "email"),
                "S01",
                say("The address {email} is taken already.", email=person.email),
            )
        if person.days is not None and not 1 <= person.days <= 7:
            yield Finding(
                STAFF, ("staff", index, "days"), "F06", say("Days a week run from 1 to 7.")
            )
        for number, post in enumerate(person.posts):
            place = ("staff", index, "posts", number)
            if post.grid not in office.grids:
                yield Finding(
                    STAFF, (*place, "grid"), "S02", _unknown("grid", post.grid, office.grids)
                )
            yield from _check_span(STAFF, place, post.since, post.until)


def _unknown(what: str, word: str, known: Iterable[str]) -> Message:
    kinds = {"grid": say("grid"), "unit": say("unit"), "department": say("department")}
    near = closest(word, known)
    if near:
        return say(
            "There is no {what} “{word}”; did you mean {near}?",
            what=kinds[what],
            word=word,
            near=near[0],
        )
    return say("There is no {what} “{word}”.", what=kinds[what], word=word)


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
