"""Prints what it was given."""

import sys
from typing import Annotated, Literal

import typer

from gridctl.cli.session import current


def command(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Which.")],
    colour: Annotated[Literal["red", "blue"], typer.Option("--tint", help="A tint.")] = "red",
    depth: Annotated[float | None, typer.Option(help="How deep.")] = None,
    since: Annotated[str, typer.Option(help="From when.", metavar="TIME")] = "",
) -> int:
    sys.stdout.write(f"{' '.join(ids)} {colour} {current().as_of}\n")
    return 1 if "found" in ids else 0
