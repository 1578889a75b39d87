"""Spans: the words for a range of the past that several commands take."""

from typing import Annotated, Literal

import typer

from gridctl.cli.marks import N_

RangeWord = Annotated[
    str | None,
    typer.Argument(
        metavar="A..B",
        help=N_(
            "Revisions, days, or a period such as 2026-11 (from the state before it to its end)."
        ),
        show_default=N_("the last record"),
    ),
]
Face = Annotated[
    Literal["text", "md"],
    typer.Option("--format", metavar="text|md", help=N_("Plain text or Markdown.")),
]
