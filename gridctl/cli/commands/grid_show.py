"""`gridctl grid show`: one grid, its people and places."""

from typing import Annotated, Any

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.hidden import visible
from gridctl.domain.terms import LEVELS, ROLES
from gridctl.words import _, aside, listed


def command(
    grid: Annotated[str, typer.Argument(metavar=N_("GRID"), help=N_("A grid by id or name."))],
) -> None:
    """Show it as of today."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, day = ledger.office, moment(ledger).date()
    found = office.grid(grid)
    posts = [
        (p, post)
        for p in office.people.values()
        for post in p.posts_on(day)
        if post.grid == found.id
    ]
    above = [office.grids[each].name for each in office.line_of(found.id)[1:]]
    below = [child.id for child in office.children(found.id)]
    if session.json:
        people = [
            {"staff": p.id, "name": p.name, "role": post.role, "since": post.since.isoformat()}
            for p, post in posts
        ]
        places = [
            {"id": each.id, "name": each.name, "kind": each.kind, "watch": each.watch}
            for each in found.places
        ]
        own: dict[str, Any] = {
            "id": found.id,
            "name": found.name,
            "level": found.level,
            "parent": found.parent,
        }
        own |= {"households": found.households, "residents": found.residents}
        output.say_json(own | {"people": people, "places": places, "children": below})
        return
    output.say_lines([f"{aside(visible(found.name), found.id)}  {LEVELS[found.level]}"])
    if above:
        output.say_lines([_("Belongs to: {grids}").format(grids=listed(above))])
    if found.households is not None:
        output.say_lines(
            [
                _("{households} households, {residents} residents").format(
                    households=found.households,
                    residents=found.residents if found.residents is not None else "–",
                )
            ]
        )
    output.say_lines(
        f"{ROLES[post.role]}  {aside(visible(p.name), p.id)}  {post.since}" for p, post in posts
    )
    output.say_lines(
        _("Place: {name} ({id})").format(name=visible(each.name), id=each.id)
        for each in found.places
    )
    if below:
        output.say_lines([_("Below: {grids}").format(grids=listed(below, most=60))])
