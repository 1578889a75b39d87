"""Quantity 数量: what was written (80余块) as a number, and sums that do not say more than is known."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

# 2万余份 and 2余万份 are the same.
_QUANTITY = re.compile(r"(约?)([0-9]+(?:\.[0-9]+)?)(万[余多]?|[余多]?万?)(\S*)", re.ASCII)


class Quantity(NamedTuple):
    """A number of `unit`s; `about` (约) and `more` (余, 多) say that it is not exact."""

    number: Decimal
    about: bool
    more: bool
    unit: str

    @property
    def approx(self) -> bool:
        """Whether it is not exact."""
        return self.about or self.more

    def __str__(self) -> str:
        about, more = "约" if self.about else "", "余" if self.more else ""
        return f"{about}{self.number.normalize():f}{more}{self.unit}"


def is_quantity(text: str) -> bool:
    """Whether a text is a quantity."""
    return _QUANTITY.fullmatch(text) is not None


def quantity(text: str) -> Quantity:
    """The quantity in a text; raises ValueError where it is none."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    about, digits, scale, unit = match.groups()
    number = Decimal(digits) * (10000 if "万" in scale else 1)
    return Quantity(number, bool(about), scale not in ("", "万"), unit)


def summed(texts: Iterable[str]) -> list[Quantity]:
    """The sums, one a unit in the order of their first use; one part not exact makes the sum so."""
    found: dict[str, Quantity] = {}
    for each in map(quantity, texts):
        so_far = found.get(each.unit, Quantity(Decimal(0), False, False, each.unit))
        found[each.unit] = Quantity(
            so_far.number + each.number,
            so_far.about or each.about,
            so_far.more or each.more,
            each.unit,
        )
    return list(found.values())
