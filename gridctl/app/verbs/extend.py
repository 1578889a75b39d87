"""extend: more time is asked for, granted or denied."""

from gridctl.app.deadlines import when_extended
from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.steps import check_ready
from gridctl.domain.verbs.extend import Extended, ExtensionDenied, ExtensionRequested


def request(desk: Desk, case: Case, note: str) -> Case:
    """Place the unit's wish."""
    return desk.place(
        case, ExtensionRequested(**desk.common(case), note=texts.prose("--note", note))
    )


def approve(desk: Desk, case: Case, note: str | None) -> Case:
    """Place the grant: once more the limit of the case, from the present deadline on."""
    check_ready(case, "extend-approve")
    end = when_extended(desk.ledger, case)
    return desk.place(
        case,
        Extended(**desk.common(case), due=end.at, provisional=end.provisional, note=said(note)),
    )


def deny(desk: Desk, case: Case, note: str) -> Case:
    """Place the refusal."""
    return desk.place(case, ExtensionDenied(**desk.common(case), note=texts.prose("--note", note)))


def said(note: str | None) -> str | None:
    """A remark that may be left out."""
    return texts.prose("--note", note) if note else None
