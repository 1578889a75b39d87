"""`gridctl journal add`: what was done that is no case."""

from typing import Annotated

import typer

from gridctl.app.journal_keeping import Noting, note_down
from gridctl.cli.journal_writing import keep
from gridctl.cli.marks import N_
from gridctl.cli.options import Mask, Note, Whom
from gridctl.domain.texts import parted

MORE = N_(
    "patrol: --place --found; meeting: --attendees --decision --follow-up; training: --attendees "
    "--term --role --due; publicity: --into; visit: --households; registration: --count. "
    "For example:\n"
    "  gridctl journal add publicity 'Safety month' --count boards=80 --into campus"
)


def command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar=N_("KIND"),
            help=N_("patrol, meeting, training, publicity, visit or registration."),
        ),
    ],
    title: Annotated[
        str | None,
        typer.Argument(metavar=N_("TITLE"), help=N_("In a few words."), show_default=False),
    ] = None,
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("The grid, by id or name."),
            show_default=N_("that of the first post"),
        ),
    ] = None,
    count: Annotated[
        list[str] | None,
        typer.Option(
            "--count",
            metavar=N_("WHAT=QUANTITY"),
            help=N_("What was counted: boards=80."),
            show_default=False,
        ),
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(
            "--place",
            metavar=N_("PLACE"),
            help=N_("A known place that was seen, by id or name."),
            show_default=False,
        ),
    ] = None,
    found: Annotated[
        list[str] | None,
        typer.Option(
            "--found", metavar=N_("ID"), help=N_("A case that was found."), show_default=False
        ),
    ] = None,
    attendees: Annotated[
        list[str] | None,
        typer.Option(
            "--attendees",
            metavar=N_("NUMBER|KIND=NUMBER"),
            help=N_("How many attended, in all or of a kind."),
            show_default=False,
        ),
    ] = None,
    decision: Annotated[
        list[str] | None,
        typer.Option(
            "--decision", metavar=N_("TEXT"), help=N_("What was decided."), show_default=False
        ),
    ] = None,
    follow_up: Annotated[
        list[str] | None,
        typer.Option(
            "--follow-up",
            metavar=N_("TEXT@DATE"),
            help=N_("What is to be done, and by when."),
            show_default=False,
        ),
    ] = None,
    term: Annotated[
        str | None,
        typer.Option(
            "--term",
            metavar="1/2",
            help=N_("Which term of how many; the attendees are those of this term alone."),
            show_default=False,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar=N_("ROLE"),
            help=N_("The role that is trained, with --due."),
            show_default=False,
        ),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due",
            metavar=N_("DATE"),
            help=N_("By when those in the role are to be trained again."),
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        list[str] | None,
        typer.Option(
            "--into",
            metavar=N_("WHERE,..."),
            help=N_("Where it went: enterprise, campus, community, village, family."),
            show_default=False,
        ),
    ] = None,
    households: Annotated[
        int | None,
        typer.Option(
            "--households",
            metavar=N_("N"),
            min=0,
            help=N_("How many households were visited."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    whom: Whom = None,
    mask: Mask = False,
) -> None:
    """Note it down."""
    noting = Noting(
        kind=kind,
        title=title,
        grid=grid,
        counts=count or (),
        note=note,
        place=place or (),
        found=found or (),
        attendees=attendees or (),
        decision=decision or (),
        follow_up=follow_up or (),
        term=term,
        role=role,
        due=due,
        into=into or (),
        households=households,
    )
    keep(note_down(noting, parted(whom or ())), mask=mask, several=bool(whom))
