"""verify: the result was looked at on the spot; the case closes or goes back."""

from collections.abc import Sequence

from gridctl.app.desk import Desk
from gridctl.app.evidence import attach
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.verbs.verify import Verified


def verify(
    desk: Desk, case: Case, *, passed: bool, note: str | None = None, photos: Sequence[str] = ()
) -> Case:
    """Place the verification."""
    return desk.place(
        case,
        Verified(
            **desk.common(case),
            outcome="pass" if passed else "fail",
            note=texts.prose("--note", note) if note else None,
            evidence=attach(desk, case, photos, kind="after"),
        ),
    )
