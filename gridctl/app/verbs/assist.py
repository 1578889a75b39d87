"""assist: further units join a case."""

from collections.abc import Sequence

from gridctl.app.desk import Desk
from gridctl.app.verbs.dispatch import check_units
from gridctl.app.verbs.extend import said
from gridctl.domain.case import Case
from gridctl.domain.verbs.assist import Assisted


def assist(desk: Desk, case: Case, units: Sequence[str], note: str | None) -> Case:
    """Place the units that join."""
    ids = tuple(desk.ledger.office.unit(word) for word in units)
    check_units(desk.ledger.office, ids, desk.hand.at.date())
    return desk.place(case, Assisted(**desk.common(case), units=ids, note=said(note)))
