"""`gridctl catalogue add`: a category of the ledger's own."""

from typing import Annotated

import typer

from gridctl.app.edits.catalogue import NewCategory, add
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.words import say

MORE = N_(
    "It goes into catalogue.yaml, whose version grows. Filed cases keep their limits. "
    "The code of a built-in category takes that one over, with one condition more."
)


def command(
    code: Annotated[
        str,
        typer.Argument(
            metavar=N_("CODE"), help=N_("Code such as E0497, below a class that there is.")
        ),
    ],
    zh: Annotated[
        str | None,
        typer.Option("--zh", metavar=N_("LABEL"), help=N_("Name in Chinese."), show_default=False),
    ] = None,
    en: Annotated[
        str | None,
        typer.Option("--en", metavar=N_("LABEL"), help=N_("Name in English."), show_default=False),
    ] = None,
    word: Annotated[
        list[str] | None,
        typer.Option(
            "--word",
            "-w",
            metavar=N_("WORD"),
            help=N_("A word in a text that suggests the category."),
            show_default=False,
        ),
    ] = None,
    filing: Annotated[
        str | None,
        typer.Option(
            "--filing",
            metavar=N_("TEXT"),
            help=N_("Filing condition: what is found."),
            show_default=False,
        ),
    ] = None,
    filing_en: Annotated[
        str | None,
        typer.Option(
            "--filing-en", metavar=N_("TEXT"), help=N_("The same in English."), show_default=False
        ),
    ] = None,
    closing: Annotated[
        str | None,
        typer.Option(
            "--closing",
            metavar=N_("TEXT"),
            help=N_("Closing condition: what must be seen to close."),
            show_default=False,
        ),
    ] = None,
    closing_en: Annotated[
        str | None,
        typer.Option(
            "--closing-en", metavar=N_("TEXT"), help=N_("The same in English."), show_default=False
        ),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option(
            "--limit",
            metavar=N_("LIMIT"),
            help=N_("Such as '2 work_day', '4 work_hour' or '2 urgent_hour'."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add it."""
    new = NewCategory(
        code=code,
        zh=zh,
        en=en,
        words=word or (),
        filing=wish(filing, "--filing", say("Filing condition")),
        closing=wish(closing, "--closing", say("Closing condition")),
        limit=wish(limit, "--limit", say("Limit")),
        filing_en=filing_en,
        closing_en=closing_en,
    )
    change(add(new))
