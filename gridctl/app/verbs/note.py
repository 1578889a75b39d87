"""note: a remark on a case."""

from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.verbs.note import Noted


def note(desk: Desk, case: Case, text: str) -> Case:
    """Place the remark."""
    return desk.place(case, Noted(**desk.common(case), text=texts.prose("TEXT", text)))
