"""Folding: categories that share something, gathered under the widest class that holds of whole."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from gridctl.domain.catalogue import class_of

T = TypeVar("T")


class Fold(NamedTuple, Generic[T]):
    """Categories with one value: all that a class has (`whole`), or some of it."""

    code: str
    codes: tuple[str, ...]
    whole: bool
    value: T


def folded(
    values: Mapping[str, T], every: Mapping[str, object], same: Callable[[T], object]
) -> Iterator[Fold[T]]:
    """The categories of `values` in as few groups as their classes allow, in the order of `every`.

    `every` has all categories of the catalogue; two values with an equal `same` are one.
    """
    tops = dict.fromkeys(code[0] for code in every)
    for top in tops:
        under = [code for code in every if code[0] == top]
        yield from _of_class(top, under, values, same)


def _of_class(
    prefix: str, under: list[str], values: Mapping[str, T], same: Callable[[T], object]
) -> Iterator[Fold[T]]:
    groups = _alike(under, values, same)
    if len(groups) == 1 and len(groups[0]) == len(under):
        yield Fold(prefix if len(under) > 1 else under[0], tuple(under), True, values[under[0]])
        return
    classes = dict.fromkeys(class_of(code) for code in under)
    if list(classes) != [prefix]:
        for each in classes:
            inside = [code for code in under if class_of(code) == each]
            yield from _of_class(each, inside, values, same)
        return
    for group in groups:
        yield Fold(
            prefix if len(group) > 1 else group[0],
            tuple(group),
            len(group) == 1,
            values[group[0]],
        )


def _alike(
    under: list[str], values: Mapping[str, T], same: Callable[[T], object]
) -> list[list[str]]:
    groups: dict[object, list[str]] = {}
    for code in under:
        if code in values:
            groups.setdefault(same(values[code]), []).append(code)
    return list(groups.values())
