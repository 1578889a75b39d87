"""People checks: homes, posts, addresses, and the categories of powers and duties."""

from collections import Counter
from collections.abc import Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import Finding, check_span, unknown
from gridctl.domain.naming import closest
from gridctl.domain.office import Office
from gridctl.domain.settings_files import GRIDS, STAFF
from gridctl.words import say


def check_people(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """People have a known home, posts in known grids, dates in order, and addresses of their own."""
    homes = {**office.departments, **office.grids}
    addresses = Counter((p.email or "").casefold() for p in office.staff_file.staff)
    for index, person in enumerate(office.staff_file.staff):
        if person.home not in homes:
            yield Finding(
                STAFF, ("staff", index, "home"), "S02", unknown("unit", person.home, homes)
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
                    STAFF, (*place, "grid"), "S02", unknown("grid", post.grid, office.grids)
                )
            yield from check_span(STAFF, place, post.since, post.until)


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
