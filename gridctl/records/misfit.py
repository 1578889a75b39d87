"""Misfit: the first place in plain data at which building refuses."""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import Any, NamedTuple, Union, get_args, get_origin

from gridctl.records.building import Reader, reader

KEY = "key"  # the type that is wanted where a key is no text


class Place(NamedTuple):
    """A place such as ("grids", 3, "level"), the type that is wanted there, and what is given."""

    place: tuple[str | int, ...]
    kind: Any
    given: object


def first_misfit(kind: Any, data: object, place: tuple[str | int, ...] = ()) -> Place | None:
    """The innermost place where `data` is not of `kind`; None where building takes it.

    Missing and surplus keys are not looked for, but those that are no text.
    """
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    inner = _inner(kind, data)
    if inner is not None:
        for key in data if isinstance(data, dict) else ():
            if not isinstance(key, str):
                return Place(place, KEY, key)
        found = (first_misfit(below, each, (*place, key)) for key, below, each in inner)
        return next((each for each in found if each), None)
    try:
        reader(kind)(data)
    except (KeyError, TypeError, ValueError, OverflowError):
        return Place(place, kind, data)
    return None


def _inner(kind: Any, data: object) -> list[tuple[str | int, Any, object]] | None:
    """What the data holds, each with its key and the type wanted; None for what holds nothing."""
    if is_dataclass(kind) and isinstance(data, dict):
        return [
            (each.name, each.type, data[each.name]) for each in fields(kind) if each.name in data
        ]
    if get_origin(kind) is tuple and isinstance(data, list):
        return [(index, get_args(kind)[0], each) for index, each in enumerate(data)]
    return None


def shortened(shape: type, data: object, most: int) -> tuple[object, dict[str, list[int]]]:
    """The data with only the first misfits in its long lists, and where in them these stood.

    Tens of thousands of faults would take their time to tell, and nobody reads them.
    """
    if not is_dataclass(shape) or not isinstance(data, dict):
        return data, {}
    short, stood = dict(data), {}
    for field in fields(shape):
        given = data.get(field.name)
        if get_origin(field.type) is tuple and isinstance(given, list) and len(given) > most:
            read = reader(get_args(field.type)[0])
            stood[field.name] = list(islice(_unread(read, given), most))
            short[field.name] = [given[index] for index in stood[field.name]]
    return short, stood


def _unread(read: Reader, given: list[object]) -> Iterator[int]:
    for index, each in enumerate(given):
        try:
            read(each)
        except (KeyError, TypeError, ValueError, OverflowError):
            yield index
