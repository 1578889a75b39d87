"""Ledger checks: zone, hours, limits, numbering and attendance are usable."""

import re
from collections.abc import Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import Finding
from gridctl.domain.limits import parse_limit
from gridctl.domain.moments import zone
from gridctl.domain.office import Office
from gridctl.domain.office_hours import parse_hours
from gridctl.domain.settings_files import GRIDS
from gridctl.errors import Usage
from gridctl.words import say

# Each once; and never a {seq} right after another, where the digits of both would run together.
_HOLES = r"(?=.*\{code_name\})(?=.*\{year\})(?=.*\{seq\})(?!.*(\{\w+\}).*\1)"
_NUMBERING = re.compile(_HOLES + r"(?:[^{}\n]|\{(?:code_name|year|seq)\}(?!\{seq\})){1,60}")


def check_ledger(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Zone, hours, limits and numbering of the ledger are usable."""
    settings = office.settings
    try:
        zone(settings.timezone)
    except KeyError:
        yield Finding(
            GRIDS,
            ("ledger", "timezone"),
            "S04",
            say(
                "There is no time zone “{zone}”; write one such as Asia/Shanghai.",
                zone=settings.timezone,
            ),
        )
    yield from _check_hours(office)
    for key in ("verify_within", "reopen_within"):
        try:
            parse_limit(getattr(settings, key))
        except Usage as error:
            yield Finding(GRIDS, ("ledger", key), "S04", error.message, error.hint)
    if _NUMBERING.fullmatch(settings.numbering) is None:
        yield Finding(
            GRIDS,
            ("ledger", "numbering"),
            "S05",
            say(
                "The numbering needs {code_name}, {year} and {seq}, each once, and no other braces."
            ),
        )


def _check_hours(office: Office) -> Iterator[Finding]:
    """The hours of a usual day, then those of the seasons."""
    for key in ("working_hours", "seasons"):
        try:
            if key == "working_hours":
                parse_hours(list(office.settings.working_hours))
            else:
                _ = office.hours
        except Usage as error:
            yield Finding(GRIDS, ("ledger", key), "S04", error.message, error.hint)
            return


def check_attendance(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Times of attendance are local times; the aim of households is above zero."""
    attendance, households = office.settings.attendance, office.settings.households_per_grid
    for key in ("late_after", "early_before") if attendance else ():
        if not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", getattr(attendance, key), re.ASCII):
            yield Finding(
                GRIDS,
                ("ledger", "attendance", key),
                "S04",
                say("“{text}” is not a local time such as 08:30.", text=getattr(attendance, key)),
            )
    if households and (households.aim <= 0 or not 0 <= households.tolerance <= 1):
        yield Finding(
            GRIDS,
            ("ledger", "households_per_grid"),
            "F06",
            say("The aim is above 0, the tolerance a share from 0 to 1."),
        )
