"""Table: rows with heads on a terminal, aligned with Chinese, through rich."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from gridctl.domain.hidden import visible


def show(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, styles: Sequence[str] = (), colour: bool
) -> None:
    """Print the table on standard output. Text is never read as markup, long cells fold."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head in heads:
        table.add_column(Text(head), overflow="fold")
    for index, row in enumerate(rows):
        style = styles[index] if index < len(styles) else ""
        table.add_row(*(Text(visible(cell), style=style) for cell in row))
    Console(no_color=not colour, highlight=False, markup=False, emoji=False).print(table)
