"""`gridctl team`: everybody who works in a grid and below it on a day."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.on_day import On, asked
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.grid_life import check_stands
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.placement import DISPATCHED
from gridctl.domain.teams import Member, Team, team
from gridctl.domain.terms import LEVELS, ROLES, STAFF_KINDS
from gridctl.views.seat_rows import named
from gridctl.words import _, aside, listed


def command(
    grid: Annotated[str, typer.Argument(metavar=N_("GRID"), help=N_("A grid by id or name."))],
    on: On = None,
) -> None:
    """Show them."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, day = ledger.office, asked(ledger, on)
    found = office.grid(grid)
    check_stands(found, day)
    all_ = team(office, found.id, day)
    if session.json:
        output.say_json(_object(all_))
        return
    output.say_lines([f"{aside(visible(found.name), found.id)}  {LEVELS[found.level]}  {day}", ""])
    rows = [_row(each, office) for each in all_.members]
    if session.interactive:
        from gridctl.views.table import show

        heads = [_("role"), _("who"), _("kind"), _("unit"), _("grids"), _("email")]
        show(heads, rows, colour=session.colour)
    else:
        output.say_lines("\t".join(row) for row in rows)
    output.say_lines(["", *_counts(all_, office)])


def _row(member: Member, office: Office) -> list[str]:
    person = member.person
    return [
        listed(dict.fromkeys(ROLES[post.role] for post in member.posts)),
        named(person),
        str(STAFF_KINDS[person.kind]),
        visible(office.unit_name(person.home)),
        listed(dict.fromkeys(visible(office.unit_name(post.grid)) for post in member.posts)),
        visible(person.email or "–"),
    ]


def _counts(all_: Team, office: Office) -> Iterator[str]:
    """The kinds with their sum, those dispatched with theirs, roles and units."""
    yield _("By kind: {sum}").format(sum=_sum(all_.kinds, STAFF_KINDS))
    dispatched = {kind: n for kind, n in all_.kinds.items() if kind in DISPATCHED}
    yield _("Dispatched staff: {sum}").format(sum=_sum(dispatched, STAFF_KINDS))
    units = {unit: visible(office.unit_name(unit)) for unit in all_.homes}
    yield _("By unit: {sum}").format(sum=_sum(all_.homes, units))
    roles = listed((f"{ROLES[role]} {n}" for role, n in all_.roles.items()), most=20)
    yield _("By role, who holds two counted twice: {roles}").format(roles=roles)


def _sum(counts: Mapping[str, int], names: Mapping[str, object]) -> str:
    parts = " + ".join(f"{names[each]} {n}" for each, n in counts.items())
    return f"{parts} = {sum(counts.values())}" if parts else "0"


def _object(all_: Team) -> dict[str, Any]:
    people = [
        {
            "staff": each.person.id,
            "name": each.person.name,
            "kind": each.person.kind,
            "home": each.person.home,
            "email": each.person.email,
            "posts": [
                {"grid": post.grid, "role": post.role, "since": post.since.isoformat()}
                for post in each.posts
            ],
        }
        for each in all_.members
    ]
    return {
        "grid": all_.grid,
        "on": all_.day.isoformat(),
        "people": people,
        "kinds": all_.kinds,
        "homes": all_.homes,
        "roles": all_.roles,
        "dispatched": sum(n for kind, n in all_.kinds.items() if kind in DISPATCHED),
        "total": len(all_.members),
    }
