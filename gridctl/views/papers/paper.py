"""Paper: what stands on a printed form, whatever its face; every text in it is fit to be seen."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A labelled value. An empty one is filled in by hand, on so many `lines`."""

    label: str
    value: str = ""
    lines: int = 1


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
class Paper:
    """One form. `office` is its red head, `to` whom it is for, `date` the day of `made` in words;
    `cover`: the first part is a cover.
    """

    language: str
    office: str
    title: str
    number: str
    to: str
    date: str
    made: dt.date
    parts: tuple[Part, ...]
    cover: bool = False
