"""`gridctl catalogue suggest`: which category does a text point to?"""

from typing import Annotated

import typer

from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import catalogue
from gridctl.cli.session import current
from gridctl.domain.terms import KINDS
from gridctl.domain.texts import key_of
from gridctl.words import _, aside, listed


def command(
    text: Annotated[str, typer.Argument(metavar=N_("TEXT"), help=N_("What was found or said."))],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar=N_("KIND"),
            help=N_("Kind of the case; categories of this kind come first."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Suggest categories, likeliest first."""
    wanted = key_of(kind, KINDS, "--kind") if kind else None
    found = catalogue().suggest(text, kind=wanted)
    if current().json:
        output.say_json(
            [
                {
                    "code": s.category.code,
                    "name": {"zh": s.category.name.zh, "en": s.category.name.en},
                    "words": list(s.words),
                }
                for s in found
            ]
        )
    elif found:
        output.say_lines(
            aside(f"{s.category.code}  {s.category.name}", listed(s.words)) for s in found
        )
    else:
        output.say_lines([_("No category is suggested; see gridctl catalogue list")])
