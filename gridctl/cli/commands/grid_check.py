"""`gridctl grid check`: people, posts and duties of every grid (三定), balance, placement, coverage."""

from typing import Annotated, Any

import typer

from gridctl.app.grid_check import GridCheck, grid_check
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.on_day import On, asked
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.answering_terms import GRID_RULES
from gridctl.domain.coverage import Share
from gridctl.domain.office import Office
from gridctl.domain.shortfall import Shortfall
from gridctl.domain.texts import key_of
from gridctl.reports.report import Rate
from gridctl.views import grid_check_page
from gridctl.words import _

MORE = N_(
    "Ends with 1 where anything was found, to mend or only to note; --rule looks at some rules alone. The soundness of files is another matter: gridctl check"
)
# Grids that a line names: a glance over all rules, the whole list for those asked for.
FEW, MANY = 8, 1000


def command(
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar=N_("RULE"),
            help=N_("Only this rule, such as households or deputy."),
            show_default=N_("all"),
        ),
    ] = None,
    on: On = None,
) -> int:
    """Check the grids; 1 where something was found, 30 where a case could not be read."""
    session = current()
    wanted = {key_of(rule, GRID_RULES, "--rule") for rule in rules or GRID_RULES}
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office = ledger.office
        found = grid_check(ledger, asked(ledger, on))
    shown = [each for each in found.found if each.rule in wanted]
    if session.json:
        output.say_json(_object(found, shown))
    else:
        _print(found, shown, office, most=MANY if rules else FEW)
    output.tell_problems(found.broken)
    return 30 if found.broken else 1 if shown else 0


def _print(found: GridCheck, shown: list[Shortfall], office: Office, *, most: int) -> None:
    output.say_lines([_("Grids as of {day}").format(day=found.day), ""])
    output.say_lines(grid_check_page.of_findings(shown, office, most=most))
    if not shown:
        output.say_lines([_("Nothing is lacking.")])
    if any(each.rule in ("person", "post", "vacancy") for each in shown):
        output.say_lines(
            [_("Give somebody a post: gridctl staff post STAFF --grid GRID --role ROLE")]
        )
    output.say_lines([""])
    output.say_lines(grid_check_page.of_coverage(found.shares, found.month.name))
    output.say_lines([grid_check_page.of_rooms(found.rooms)])


def _object(found: GridCheck, shown: list[Shortfall]) -> dict[str, Any]:
    rooms = found.rooms
    return {
        "on": found.day.isoformat(),
        "problems": [
            {
                "grid": each.grid,
                "rule": each.rule,
                "severity": "reminder" if each.is_reminder else "problem",
                "subject": each.subject,
                "message": str(each.message),
            }
            for each in shown
        ],
        "coverage": {name: _share(share) for name, share in found.shares.items()}
        | {"month": found.month.name},
        "rooms": {
            "rooms": rooms.rooms,
            "with_room": rooms.with_room,
            "grids": rooms.grids,
            "departments": list(rooms.departments),
            "people": list(rooms.people),
        },
    }


def _share(share: Share) -> dict[str, Any]:
    rate = Rate(len(share.part), len(share.whole)).percent
    lacking = [each for each in share.whole if each not in set(share.part)]
    return {
        "part": len(share.part),
        "whole": len(share.whole),
        "percent": None if rate is None else float(rate),
        "lacking": lacking,
    }
