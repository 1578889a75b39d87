"""Building: plain data to the domain's frozen dataclasses, strictly and fast, without naming faults.

A file that does not fit is read again by `explaining`, which says what is wrong and where. The two
take exactly the same input; a test holds them to it.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from gridctl.domain.moments import read_stamp

T = TypeVar("T")
Reader = Callable[[Any], Any]


class Misfit(ValueError):
    """The data does not fit the shape."""


def build(shape: type[T], data: object) -> T:
    """The dataclass `shape` filled from a mapping; raises Misfit on anything that does not fit."""
    if type(data) is not dict:
        raise Misfit(shape.__name__)
    readers, required = _table(shape)
    if not required <= data.keys():
        raise Misfit(shape.__name__)
    try:
        return shape(**{key: readers[key](value) for key, value in data.items()})
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Misfit(shape.__name__) from error


_TABLES: dict[type, tuple[dict[str, Reader], frozenset[str]]] = {}


def _table(shape: type) -> tuple[dict[str, Reader], frozenset[str]]:
    if shape not in _TABLES:
        own = fields(shape)
        readers = {field.name: reader(field.type) for field in own}
        bare = (f.name for f in own if f.default is MISSING and f.default_factory is MISSING)
        _TABLES[shape] = (readers, frozenset(bare))
    return _TABLES[shape]


def reader(kind: Any) -> Reader:
    """What reads a value of that type from plain data, or raises Misfit."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _one_of(inner)
    if origin in (Union, types.UnionType):
        return reader(next(each for each in inner if each is not type(None)))
    if origin is tuple:
        return _several(reader(inner[0]))
    if origin is Mapping:
        return _mapped(reader(inner[1]))
    return lambda data: build(kind, data)


def _exact(kind: type) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise Misfit(kind.__name__)
        return data

    return read


def _text(data: Any) -> str:
    if type(data) is not str or not data:
        raise Misfit("str")
    if not data.isascii():
        data.encode()  # a lone surrogate is no text, and no file could hold it
    return data


def _number(data: Any) -> float:
    if type(data) not in (int, float) or data != data or data in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN
        raise Misfit("float")
    return float(data)


def _date(data: Any) -> date:
    day = date.fromisoformat(_text(data))
    if day.isoformat() != data:
        raise Misfit("date")
    return day


def _time(data: Any) -> datetime:
    return read_stamp(_text(data))


def _one_of(choices: tuple[Any, ...]) -> Reader:
    def read(data: Any) -> Any:
        for choice in choices:
            if type(choice) is type(data) and choice == data:
                return choice
        raise Misfit("choice")

    return read


def _several(reader: Reader) -> Reader:
    def read(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise Misfit("list")
        return tuple(reader(each) for each in data)

    return read


def _mapped(reader: Reader) -> Reader:
    def read(data: Any) -> dict[str, Any]:
        if type(data) is not dict:
            raise Misfit("map")
        return {_text(key): reader(value) for key, value in data.items()}

    return read


_PLAIN: dict[Any, Reader] = {
    str: _text,
    int: _exact(int),
    bool: _exact(bool),
    float: _number,
    date: _date,
    datetime: _time,
}
