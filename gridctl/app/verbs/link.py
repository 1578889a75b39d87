"""link: two cases that have to do with each other know of it."""

from gridctl.app.desk import Desk
from gridctl.app.verbs.extend import said
from gridctl.domain.case import Case
from gridctl.domain.verbs.link import Linked


def link(desk: Desk, case: Case, other: str, note: str | None) -> None:
    """Place the relation on both."""
    second = desk.take(other, beside=True)
    for one, to in ((case, second.id), (second, case.id)):
        desk.place(one, Linked(**desk.common(one), to=to, relation="related", note=said(note)))
