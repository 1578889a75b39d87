"""return: a case goes back, with its reason."""

from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.verbs.return_ import Returned


def give_back(desk: Desk, case: Case, reason: str) -> Case:
    """Place the return: to the dispatcher where a unit has the case, else to the grid."""
    return desk.place(
        case,
        Returned(
            **desk.common(case),
            to="dispatcher" if case.lead else "grid",
            reason=texts.prose("--note", reason),
        ),
    )
