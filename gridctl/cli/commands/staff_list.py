"""`gridctl staff list`: people and their posts, or the units."""

from datetime import date
from typing import Annotated, Any

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.people import Key, Person
from gridctl.domain.public_keys import fingerprint
from gridctl.domain.terms import ROLES, STAFF_KINDS
from gridctl.words import _, listed


def command(
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("Only those with a post in this grid."),
            show_default=False,
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            "-u",
            metavar=N_("UNIT"),
            help=N_("Only those of this unit."),
            show_default=False,
        ),
    ] = None,
    units: Annotated[
        bool, typer.Option("--units", help=N_("The departments instead of the people."))
    ] = False,
    everyone: Annotated[
        bool, typer.Option("--all", "-a", help=N_("Those without a current post too."))
    ] = False,
) -> None:
    """List them as of today."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, day = ledger.office, moment(ledger).date()
    if units:
        _units(office)
        return
    wanted_grid = office.grid(grid).id if grid else None
    wanted_unit = office.unit(unit) if unit else None
    people = [
        p
        for p in office.people.values()
        if (everyone or p.posts_on(day))
        and (not wanted_grid or any(post.grid == wanted_grid for post in p.posts_on(day)))
        and (not wanted_unit or office.belongs(p, wanted_unit, day))
    ]
    if session.json:
        output.say_json([person_object(p, day) for p in people])
        return
    rows = [
        [
            p.id,
            visible(p.name),
            str(STAFF_KINDS[p.kind]),
            visible(office.unit_name(p.home)),
            _posts(office, p, day),
        ]
        for p in people
    ]
    if session.interactive:
        from gridctl.views.table import show

        show([_("id"), _("name"), _("kind"), _("unit"), _("posts")], rows, colour=session.colour)
    else:
        output.say_lines("\t".join(row) for row in rows)


def _posts(office: Office, person: Person, day: date) -> str:
    return listed(
        f"{visible(office.unit_name(post.grid))} {ROLES[post.role]}"
        for post in person.posts_on(day)
    )


def person_object(person: Person, day: date) -> dict[str, Any]:
    """A person as JSON, with every post and whether it is held today."""
    posts = [
        {
            "grid": post.grid,
            "role": post.role,
            "since": post.since.isoformat(),
            "until": post.until.isoformat() if post.until else None,
            "current": post.held_on(day),
        }
        for post in person.posts
    ]
    return {
        "id": person.id,
        "name": person.name,
        "home": person.home,
        "kind": person.kind,
        "email": person.email,
        "days": person.days,
        "posts": posts,
        "keys": [_key_object(key, day) for key in person.keys],
    }


def _key_object(key: Key, day: date) -> dict[str, Any]:
    return {
        "key": key.key,
        "fingerprint": fingerprint(key.key),
        "since": key.since.isoformat(),
        "until": key.until.isoformat() if key.until else None,
        "current": key.valid_on(day),
    }


def _units(office: Office) -> None:
    if current().json:
        rows = [
            {
                "id": d.id,
                "name": d.name,
                "aliases": list(d.aliases),
                "powers": [
                    {"category": p.category, "action": p.action, "lead": p.lead, "basis": p.basis}
                    for p in d.powers
                ],
            }
            for d in office.departments.values()
        ]
        output.say_json(rows)
    else:
        output.say_lines(
            "\t".join([d.id, visible(d.name), *map(visible, d.aliases)])
            for d in office.departments.values()
        )
