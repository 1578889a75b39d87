"""Paper: what stands on a printed form, whatever its face; every text in it is fit to be seen."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A labelled value. An empty one is filled in by hand, on so many `lines`. A `half` one leaves
    room for another beside it, where the face is wide enough.
    """

    label: str
    value: str = ""
    lines: int = 1
    half: bool = False


@dataclass(frozen=True)
class Part:
    """Rows, or a table with heads, under a title; `shares` are the widths of its columns.

    `lines` are paragraphs before them.
    """

    title: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    heads: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    shares: tuple[int, ...] = ()
    new_page: bool = False


@dataclass(frozen=True)
class Slip:
    """What the unit fills in and hands back: a page of its own, which says what it belongs to."""

    title: str
    about: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Paper:
    """One form. `office` is its red head, `to` whom it is for, `date` the day of `made` in words;
    the stamp stands under `parts`, the `slip` after it; `cover`: the first part is a cover.
    """

    language: str
    office: str
    title: str
    number: str
    to: str
    date: str
    made: dt.date
    parts: tuple[Part, ...]
    slip: Slip | None = None
    cover: bool = False

    @property
    def name(self) -> str:
        """Title and number."""
        return f"{self.title} {self.number}"


def abreast(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows line by line: two half ones that follow each other side by side, others alone."""
    waiting: Row | None = None
    for row in rows:
        if waiting and row.half:
            yield waiting, row
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = row if row.half else None
        if not row.half:
            yield (row,)
    if waiting:
        yield (waiting,)


def is_wide(rows: Iterable[Row]) -> bool:
    """Whether any two of the rows share a line."""
    return any(len(line) > 1 for line in abreast(rows))
