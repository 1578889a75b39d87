"""`gridctl duties matrix`: who leads, who joins and what the office does, by category."""

from typing import Annotated

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.folding import folded
from gridctl.domain.hidden import visible
from gridctl.domain.holdings import Holding
from gridctl.domain.matrix import Row, alike, matrix
from gridctl.domain.office import Office
from gridctl.domain.terms import ACTIONS, LEVELS
from gridctl.views.duty_json import holding
from gridctl.views.duty_lines import of_fold
from gridctl.words import _, aside, listed

MORE = N_(
    "Categories with the same units stand in one row under the widest class; --json has a row for each category."
)


def command(
    category: Annotated[
        str,
        typer.Option(
            "--category",
            "-c",
            metavar=N_("CLASS"),
            help=N_("Only this class or category, such as E04 or E0406."),
            show_default=N_("all"),
        ),
    ] = "",
) -> None:
    """Show it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, catalogue = ledger.office, ledger.catalogue
    rows = matrix(office, catalogue, category.strip())
    if session.json:
        output.say_json([_object(row, office) for row in rows.values()])
        return
    lines = [
        [of_fold(fold, catalogue), *_cells(fold.value, office)]
        for fold in folded(rows, catalogue.categories, alike)
    ]
    if session.interactive:
        from gridctl.views.table import show

        heads = [_("category"), _("leads"), _("joins"), _("duty of the office")]
        show(heads, lines, colour=session.colour)
    else:
        output.say_lines("\t".join(line) for line in lines)


def _object(row: Row, office: Office) -> dict[str, object]:
    held = (*row.leads, *row.joins, *row.duties)
    return {"category": row.category, "holdings": [holding(each, office) for each in held]}


def _cells(row: Row, office: Office) -> list[str]:
    return [_cell(part, office) for part in (row.leads, row.joins, row.duties)]


def _cell(held: tuple[Holding, ...], office: Office) -> str:
    return listed(_said(each, office) for each in held) or "–"


def _said(held: Holding, office: Office) -> str:
    said = f"{visible(office.unit_name(held.unit))} {ACTIONS[held.action]}"
    return aside(said, LEVELS[held.level]) if held.level else said
