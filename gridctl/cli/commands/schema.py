"""`gridctl schema`: JSON Schemas."""

from typing import Annotated, Literal

import typer

from gridctl.cli import output
from gridctl.cli.marks import N_


def command(
    what: Annotated[
        Literal[
            "case", "list", "report", "file", "journal", "grids", "staff", "catalogue", "scoring"
        ],
        typer.Argument(
            metavar="case|list|report|file|journal|grids|staff|catalogue|scoring",
            help=N_(
                "An answer (case, list, report) or a file (file, journal, grids, staff, catalogue, scoring)."
            ),
        ),
    ],
) -> None:
    """Print the schema."""
    from gridctl.records.schema import schema

    output.say_json(schema(what))
