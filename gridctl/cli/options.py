"""Options: the ids and options that several commands have."""

from typing import Annotated

import typer

from gridctl.cli.marks import N_

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("ID..."),
        help=N_("Cases by id or its ending; - reads ids from standard input."),
        show_default=False,
    ),
]
Note = Annotated[str | None, typer.Option("--note", help=N_("A remark on it."), show_default=False)]
Mask = Annotated[
    bool, typer.Option("--mask", help=N_("Record numbers and the reporter's name in texts masked."))
]
Photos = Annotated[
    list[str] | None,
    typer.Option(
        "--photo", metavar=N_("FILE"), help=N_("A photo as evidence."), show_default=False
    ),
]
Papers = Annotated[
    list[str] | None,
    typer.Option(
        "--paper", metavar=N_("FILE"), help=N_("A paper as evidence."), show_default=False
    ),
]
Unit = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar=N_("UNIT"),
        help=N_("Enter it for a unit that has nobody in the ledger."),
        show_default=False,
    ),
]
Whose = Annotated[
    str | None,
    typer.Option(
        "--staff",
        metavar=N_("STAFF"),
        help=N_("Whose: a person by id or name."),
        show_default=N_("you"),
    ),
]
Category = Annotated[
    str | None,
    typer.Option(
        "--category",
        "-c",
        metavar=N_("CODE"),
        help=N_("Category, by code or name."),
        show_default=False,
    ),
]
Assist = Annotated[
    list[str] | None,
    typer.Option("--assist", metavar=N_("UNIT"), help=N_("An assisting unit."), show_default=False),
]
Persons = Annotated[
    list[str] | None,
    typer.Option(
        "--person",
        metavar=N_("STAFF"),
        help=N_("A person of the units who is to handle it."),
        show_default=False,
    ),
]
Whom = Annotated[
    list[str] | None,
    typer.Option(
        "--for",
        metavar=N_("STAFF,..."),
        help=N_("A dispatcher enters it for these people (roll call)."),
        show_default=False,
    ),
]
