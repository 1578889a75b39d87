"""CSV file: rows of a CSV file in UTF-8, UTF-16 or GB18030, with the separator that it uses."""

import csv
import io
from collections.abc import Iterator

from gridctl.errors import Usage
from gridctl.words import say

_SEPARATORS = ",\t;，"


def rows(path: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins."""
    text = _text(path, data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise Usage(
            say("{file} is no CSV file: line {line} cannot be split.", file=path, line=begin),
            say("Look for a quotation mark that is not closed."),
        ) from error


def _text(path: str, data: bytes) -> str:
    """The text; a byte order mark says which, else UTF-8, else what Chinese Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Usage(
        say("{file} is neither UTF-8 nor GB18030.", file=path),
        say("Save it as CSV in UTF-8."),
    )


def _separator(text: str) -> str:
    """The one that stands most often in the first line."""
    first = text.lstrip().partition("\n")[0]
    return max(_SEPARATORS, key=first.count)
