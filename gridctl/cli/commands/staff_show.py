"""`gridctl staff show`: one person, or one department with its powers."""

from datetime import date
from typing import Annotated

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.commands.staff_list import person_object
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.people import Department, Person
from gridctl.domain.public_keys import fingerprint
from gridctl.domain.terms import ACTIONS, ROLES, STAFF_KINDS
from gridctl.words import _, aside, listed


def command(
    word: Annotated[
        str,
        typer.Argument(
            metavar=N_("STAFF|UNIT"), help=N_("A person or a department, by id or name.")
        ),
    ],
) -> None:
    """Show it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, day = ledger.office, moment(ledger).date()
    department = next(
        (d for d in office.departments.values() if word in (d.id, d.name, *d.aliases)), None
    )
    if department:
        _department(office, department, day)
    else:
        _person(office, office.person(word), day)


def _person(office: Office, person: Person, day: date) -> None:
    if current().json:
        output.say_json(person_object(person, day))
        return
    home = visible(office.unit_name(person.home))
    output.say_lines(
        [
            f"{aside(visible(person.name), person.id)}  {STAFF_KINDS[person.kind]}  {home}  {person.email or ''}".rstrip()
        ]
    )
    for post in person.posts:
        until = _end(post.until, current=post.held_on(day))
        mark = "" if post.held_on(day) else _("  (not held today)")
        output.say_lines(
            [
                f"  {visible(office.unit_name(post.grid))}  {ROLES[post.role]}  {post.since} – {until}{mark}"
            ]
        )
    for key in person.keys:
        until = _end(key.until, current=key.valid_on(day))
        mark = "" if key.valid_on(day) else _("  (not valid today)")
        named = _("key {key}").format(key=fingerprint(key.key))
        output.say_lines([f"  {named}  {key.since} – {until}{mark}"])


def _end(until: date | None, *, current: bool) -> str:
    return until.isoformat() if until else _("now") if current else "…"


def _department(office: Office, department: Department, day: date) -> None:
    people = [p for p in office.people.values() if p.home == department.id and p.posts_on(day)]
    if current().json:
        powers = [
            {"category": p.category, "action": p.action, "lead": p.lead, "basis": p.basis}
            for p in department.powers
        ]
        own = {"id": department.id, "name": department.name, "aliases": list(department.aliases)}
        output.say_json(own | {"powers": powers, "staff": [p.id for p in people]})
        return
    output.say_lines(
        [f"{aside(visible(department.name), department.id)}  {listed(department.aliases)}".rstrip()]
    )
    for power in department.powers:
        lead = _("lead") if power.lead else ""
        output.say_lines(
            [f"  {power.category}  {ACTIONS[power.action]}  {lead}  {visible(power.basis or '–')}"]
        )
    output.say_lines(
        [
            _("People: {names}").format(
                names=listed([aside(visible(p.name), p.id) for p in people], most=60)
            )
        ]
    )
