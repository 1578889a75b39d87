"""Prints its session as JSON."""

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from gridctl.cli.session import current


def command(
    limit: Annotated[int, typer.Option(min=1, max=9, help="A number.", metavar="N")] = 1,
    to: Annotated[list[str] | None, typer.Option(metavar="UNIT")] = None,
) -> None:
    sys.stdout.write(json.dumps(asdict(current()), default=str, ensure_ascii=False))
