"""urge, supervise, instruct: what those above say while a case is under way."""

from gridctl.app.desk import Desk
from gridctl.app.verbs.extend import said
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.terms import SUPERVISION
from gridctl.domain.verbs.instruct import Instructed
from gridctl.domain.verbs.supervise import Supervised
from gridctl.domain.verbs.urge import Urged


def urge(desk: Desk, case: Case, note: str | None) -> Case:
    """Place a reminder."""
    return desk.place(case, Urged(**desk.common(case), note=said(note)))


def supervise(desk: Desk, case: Case, level: str, note: str | None) -> Case:
    """Place a card, or its lifting."""
    key = texts.key_of(level, SUPERVISION, "LEVEL")
    return desk.place(case, Supervised(**desk.common(case), level=key, note=said(note)))  # type: ignore[arg-type]


def instruct(desk: Desk, case: Case, text: str) -> Case:
    """Place a leader's word."""
    return desk.place(case, Instructed(**desk.common(case), text=texts.prose("TEXT", text)))
