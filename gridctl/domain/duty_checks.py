"""Duty checks: everything that powers and duties have too much of, or lack, as of a day."""

from datetime import date
from typing import NamedTuple

from gridctl.domain import duty_findings, duty_placement
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.duty_findings import Crossing, Gap, NoBasis, Overlap
from gridctl.domain.duty_placement import Misplaced, Unreached
from gridctl.domain.office import Office


class DutyFindings(NamedTuple):
    """What does not hold, kind by kind; the names are the keys of the answer in JSON."""

    overlaps: tuple[Overlap, ...]
    crossings: tuple[Crossing, ...]
    gaps: tuple[Gap, ...]
    levels: tuple[Misplaced, ...]
    reach: tuple[Unreached, ...]
    no_basis: tuple[NoBasis, ...]


def check_duties(office: Office, catalogue: Catalogue, day: date) -> DutyFindings:
    """Hold powers and duties against the catalogue, and posts of the day against both."""
    return DutyFindings(
        overlaps=tuple(duty_findings.overlaps(office, catalogue)),
        crossings=tuple(duty_findings.crossings(office, catalogue)),
        gaps=tuple(duty_findings.gaps(office, catalogue, day)),
        levels=tuple(duty_placement.misplaced(office, day)),
        reach=tuple(duty_placement.unreached(office, catalogue, day)),
        no_basis=tuple(duty_findings.without_basis(office)),
    )
