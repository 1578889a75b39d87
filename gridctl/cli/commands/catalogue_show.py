"""`gridctl catalogue show`: one category."""

from typing import Annotated

import typer

from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import catalogue
from gridctl.cli.session import current
from gridctl.domain.limits import in_words
from gridctl.words import _, listed


def command(
    category: Annotated[
        str, typer.Argument(metavar=N_("CATEGORY"), help=N_("A category by code or name."))
    ],
) -> None:
    """Show it."""
    found = catalogue().category(category)
    if current().json:
        conditions = [
            {
                "filing": {"zh": c.filing.zh, "en": c.filing.en},
                "closing": {"zh": c.closing.zh, "en": c.closing.en},
                "limit": c.limit,
            }
            for c in found.conditions
        ]
        name = {"zh": found.name.zh, "en": found.name.en}
        output.say_json(
            {
                "code": found.code,
                "name": name,
                "local": found.local,
                "words": list(found.words),
                "conditions": conditions,
            }
        )
        return
    output.say_lines(
        [
            f"{found.code}  {found.name}",
            _("Suggested by: {words}").format(words=listed(found.words, most=20)),
        ]
    )
    for number, condition in enumerate(found.conditions, 1):
        output.say_lines(
            [
                f"{number:2}. {condition.filing}  [{in_words(condition.limit)}]",
                _("    closed when: {closing}").format(closing=condition.closing),
            ]
        )
