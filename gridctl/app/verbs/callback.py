"""callback: who reported is asked again after closing."""

from gridctl.app.desk import Desk
from gridctl.app.verbs.extend import said
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.terms import SATISFACTIONS, YES_NO
from gridctl.domain.verbs.callback import CalledBack


def callback(
    desk: Desk, case: Case, satisfaction: str, solved: str | None, note: str | None
) -> Case:
    """Place what they said."""
    return desk.place(
        case,
        CalledBack(
            **desk.common(case),
            satisfaction=texts.key_of(satisfaction, SATISFACTIONS, "--satisfaction"),  # type: ignore[arg-type]
            solved=texts.key_of(solved, YES_NO, "--solved") if solved else None,  # type: ignore[arg-type]
            note=said(note),
        ),
    )
