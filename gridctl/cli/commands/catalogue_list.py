"""`gridctl catalogue list`: the categories."""

from typing import Annotated

import typer

from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import catalogue
from gridctl.cli.session import current
from gridctl.domain.catalogue import class_of


def command(
    prefix: Annotated[
        str,
        typer.Argument(
            metavar=N_("CLASS"), help=N_("A class such as E, E04 or D."), show_default=N_("all")
        ),
    ] = "",
) -> None:
    """List them."""
    known = catalogue()
    found = known.within(prefix)
    if current().json:
        output.say_json(
            [
                {
                    "code": c.code,
                    "name": {"zh": c.name.zh, "en": c.name.en},
                    "local": c.local,
                    "limits": [each.limit for each in c.conditions],
                }
                for c in found
            ]
        )
        return
    for code, each in known.classes.items():
        own = [c for c in found if class_of(c.code) == code]
        if own:
            output.say_lines([f"{code}  {each.name}", *(f"  {c.code}  {c.name}" for c in own)])
