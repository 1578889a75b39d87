"""Workbook: rows of the first sheet of an XLSX, ODS or XLS file, through calamine."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date

from gridctl.errors import Usage
from gridctl.words import say

_MOST = 64 * 1024 * 1024  # bytes that the parts of a workbook may unfold to


def rows(path: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise Usage(
            say("Workbooks need python-calamine, and it is not installed."),
            say("Install it: pip install 'gridctl[xlsx]'. Or save the sheet as CSV."),
        ) from error
    try:
        _check_size(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        cells = sheet.to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise Usage(
            say("{file} cannot be read as a workbook.", file=path),
            say("Open it, save it again as XLSX or CSV, and import that."),
        ) from error
    for number, row in enumerate(cells, 1):
        yield number, [_text(cell) for cell in row]


def _check_size(data: bytes) -> None:
    """A small file may unfold to gigabytes; nothing that a department sends does."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(each.file_size for each in parts.infolist()) > _MOST:
                raise ValueError(_MOST)


def _text(cell: object) -> str:
    """A cell as it reads on the sheet: whole numbers without their decimal point."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)
