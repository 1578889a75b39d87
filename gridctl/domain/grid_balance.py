"""Grid balance: households of a grid about the aim, and the sums of the levels tie."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gridctl.domain.grids import Grid, Households
from gridctl.domain.office import Office
from gridctl.domain.shortfall import Shortfall, below, standing
from gridctl.words import Message, say


def check_households(office: Office, day: date) -> Iterator[Shortfall]:
    """Each level-3 grid has its households counted, within the tolerance around the aim."""
    aim = office.settings.households_per_grid
    for grid in standing(office, day, 3) if aim else ():
        assert aim
        message = _out_of_balance(grid.households, aim)
        if message:
            yield Shortfall(grid.id, "households", message)


def _out_of_balance(households: int | None, aim: Households) -> Message | None:
    if households is None:
        return say("the number of households is not given")
    margin = aim.aim * Decimal(str(aim.tolerance))
    if abs(households - aim.aim) <= margin:
        return None
    return say(
        "{households} households; {least} to {most} are meant",
        households=households,
        least=f"{(aim.aim - margin).normalize():f}",
        most=f"{(aim.aim + margin).normalize():f}",
    )


def check_sums(office: Office, day: date) -> Iterator[Shortfall]:
    """What a grid gives is the sum of what all the grids below it give.

    Courtyards need not fill their level-3 grid, so their sum only may not be more.
    """
    for grid in standing(office, day, 1, 2, 3):
        inner = below(office, grid, day)
        for name in ("households", "residents"):
            message = _untied(grid, inner, name)
            if message:
                yield Shortfall(grid.id, "sums", message)


def _untied(grid: Grid, inner: tuple[Grid, ...], name: str) -> Message | None:
    given = getattr(grid, name)
    parts = [getattr(child, name) for child in inner]
    if given is None or not parts or None in parts:
        return None
    total = sum(parts)
    if total == given or (grid.level == 3 and total < given):
        return None
    if name == "households":
        return say(
            "{given} households given, the grids below have {total}", given=given, total=total
        )
    return say("{given} residents given, the grids below have {total}", given=given, total=total)
