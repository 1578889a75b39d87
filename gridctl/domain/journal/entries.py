"""Entries: every kind of line that a journal may hold."""

from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import EntryCorrected, SignedIn, SignedOut, TookLeave
from gridctl.domain.journal.work import (
    Met,
    Patrolled,
    Publicised,
    Registered,
    Trained,
    Visited,
    Worked,
)

WORK: dict[str, type[Worked]] = {
    "patrol": Patrolled,
    "meeting": Met,
    "training": Trained,
    "publicity": Publicised,
    "visit": Visited,
    "registration": Registered,
}
ATTENDANCE: dict[str, type[Event]] = {
    "sign-in": SignedIn,
    "sign-out": SignedOut,
    "leave": TookLeave,
    "correction": EntryCorrected,
}
ENTRIES: dict[str, type[Event]] = {
    shape.did: shape for shape in (*ATTENDANCE.values(), *WORK.values())
}
KIND_OF: dict[str, str] = {shape.did: kind for kind, shape in (ATTENDANCE | WORK).items()}
