"""Settings edit: one change to the bytes of a settings file, everything else in it left as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import NamedTuple

from gridctl.domain.grids import Grid
from gridctl.domain.people import Key, Post, Power
from gridctl.store.scoring_file import built_in_text
from gridctl.store.templates import empty_calendar, empty_catalogue, remarks_on_scoring
from gridctl.store.yaml_edit import Draft

_GRID = tuple(field.name for field in fields(Grid))
_POWER = tuple(field.name for field in fields(Power))
_POST = tuple(field.name for field in fields(Post))
_KEY = tuple(field.name for field in fields(Key))
Item = Mapping[str, object]


def with_grid(data: bytes, grid: Item, *, after: int) -> bytes:
    """grids.yaml with one grid more, behind the one at index `after`."""
    draft = Draft(data)
    draft.add(("grids",), grid, after=after)
    return draft.result()


def with_grid_key(data: bytes, index: int, key: str, value: object) -> bytes:
    """grids.yaml with one key of a grid set."""
    draft = Draft(data)
    draft.put(("grids", index), key, value, _GRID)
    return draft.result()


def with_source(data: bytes, source: Item) -> bytes:
    """grids.yaml with one source more."""
    draft = Draft(data)
    draft.add(("ledger", "sources"), source)
    return draft.result()


def with_person(data: bytes, person: Item) -> bytes:
    """staff.yaml with one person more."""
    draft = Draft(data)
    draft.add(("staff",), person)
    return draft.result()


def with_post(data: bytes, index: int, post: Item) -> bytes:
    """staff.yaml with one post more of the person at `index`."""
    draft = Draft(data)
    draft.add(("staff", index, "posts"), post)
    return draft.result()


def with_posts_ended(data: bytes, index: int, posts: Iterable[int], until: date) -> bytes:
    """staff.yaml with the last day of posts of the person at `index` set."""
    draft = Draft(data)
    for number in posts:
        draft.put(("staff", index, "posts", number), "until", until, _POST)
    return draft.result()


def with_key(data: bytes, index: int, key: Item) -> bytes:
    """staff.yaml with one key more of the person at `index`."""
    draft = Draft(data)
    draft.add(("staff", index, "keys"), key)
    return draft.result()


def with_key_ended(data: bytes, index: int, number: int, until: date) -> bytes:
    """staff.yaml with the last day of a key of the person at `index` set."""
    draft = Draft(data)
    draft.put(("staff", index, "keys", number), "until", until, _KEY)
    return draft.result()


class PowerEdit(NamedTuple):
    """Keys of the power at index `power` of a department that are set, or of one that is added."""

    department: int
    power: int | None
    keys: Item


def with_powers(data: bytes, edits: Sequence[PowerEdit]) -> bytes:
    """staff.yaml with powers of departments changed and added; the same bytes without an edit."""
    if not edits:
        return data
    draft = Draft(data)
    new: dict[int, list[Item]] = {}
    for edit in edits:
        if edit.power is None:
            new.setdefault(edit.department, []).append(edit.keys)
        else:
            place = ("departments", edit.department, "powers", edit.power)
            for key, value in edit.keys.items():
                draft.put(place, key, value, _POWER)
    for department, powers in new.items():
        draft.add_all(("departments", department, "powers"), powers)
    return draft.result()


def with_category(data: bytes | None, category: Item, version: int, language: str) -> bytes:
    """catalogue.yaml at that version with one category more; a new file begins with its remarks."""
    draft = Draft(empty_catalogue(language) if data is None else data)
    draft.put((), "version", version)
    draft.add(("categories",), category)
    return draft.result()


def with_plan(data: bytes | None, plan: Item, language: str) -> bytes:
    """calendar.yaml with one plan more; a new file begins with its remarks."""
    draft = Draft(empty_calendar(language) if data is None else data)
    draft.add(("plans",), plan)
    return draft.result()


def new_scoring(language: str) -> bytes:
    """scoring.yaml as it begins: the built-in method under its remarks."""
    return remarks_on_scoring(language) + built_in_text()


def with_mark(data: bytes, mark: Item, *, instead: int | None = None) -> bytes:
    """scoring.yaml with one mark more, or with another score in the mark at an index."""
    draft = Draft(data)
    if instead is None:
        draft.add(("marks",), mark)
    else:
        for key, value in mark.items():
            draft.put(("marks", instead), key, value)
    return draft.result()
