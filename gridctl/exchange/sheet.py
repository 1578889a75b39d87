"""Sheet: the rows of a spreadsheet file as text, CSV or a workbook."""

from typing import NamedTuple

from gridctl.errors import Usage
from gridctl.words import say

LARGEST = 4 * 1024 * 1024  # bytes
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # XLSX and ODS; the older XLS


class Row(NamedTuple):
    """The cells of a row, without blanks around them. `number` is what the program shows beside a
    row of a workbook, and the line on which one of a CSV file begins.
    """

    number: int
    cells: tuple[str, ...]


def read(path: str) -> tuple[Row, ...]:
    """The rows that hold anything; Usage where the file cannot be read as a spreadsheet."""
    data = _bytes(path)
    if data.startswith(_WORKBOOKS):
        from gridctl.exchange.workbook import rows
    else:
        from gridctl.exchange.csv_file import rows
    found = (Row(number, tuple(c.strip() for c in cells)) for number, cells in rows(path, data))
    return tuple(row for row in found if any(row.cells))


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Usage(
            say(
                "The file {file} cannot be read: {reason}", file=path, reason=error.strerror or "?"
            ),
            say("Check its path and that you may read it."),
        ) from error
    if len(data) > LARGEST:
        raise Usage(
            say("{file} is larger than {most} bytes.", file=path, most=LARGEST),
            say("Keep the one sheet in it that is to be imported."),
        )
    return data
