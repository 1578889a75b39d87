"""triage: a report goes on, is settled in the grid, rejected, or joined to the case it repeats."""

from dataclasses import dataclass

from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.terms import CLOSURES, SEVERITIES
from gridctl.domain.verbs.link import Linked
from gridctl.domain.verbs.triage import Triaged
from gridctl.errors import Usage
from gridctl.words import say

REJECTED_AS = {key: CLOSURES[key] for key in ("no-action", "referred", "withdrawn", "unfounded")}


@dataclass(frozen=True, kw_only=True)
class Sorting:
    """The wish: at most one of `settle`, `reject` and `duplicate_of`; none means to go on."""

    severity: str | None = None
    category: str | None = None
    settle: str | None = None
    reject: str | None = None
    closure: str | None = None
    duplicate_of: str | None = None
    note: str | None = None

    @property
    def outcome(self) -> str:
        """`report`, `settle`, `reject` or `duplicate`; Usage where several are wished."""
        wished = {"settle": self.settle, "reject": self.reject, "duplicate": self.duplicate_of}
        chosen = [name for name, value in wished.items() if value is not None]
        if len(chosen) > 1:
            raise Usage(
                say("--settle, --reject and --duplicate-of exclude each other."),
                say("Give one of them, or none to report the case upwards."),
            )
        return chosen[0] if chosen else "report"

    @property
    def needs_category(self) -> bool:
        """Whether this sorting cannot do without a category."""
        return self.outcome in ("report", "settle")


def triage(desk: Desk, case: Case, sorting: Sorting) -> None:
    """Place the sorting; a duplicate is linked both ways."""
    outcome = sorting.outcome
    if sorting.closure and outcome != "reject":
        raise Usage(
            say("--as-closed goes with --reject."), say("Leave it out, or give --reject REASON.")
        )
    original = desk.take(sorting.duplicate_of, beside=True) if sorting.duplicate_of else None
    moved = desk.place(
        case,
        Triaged(
            **desk.common(case),
            outcome=outcome,  # type: ignore[arg-type]
            severity=texts.key_of(sorting.severity or "normal", SEVERITIES, "--severity")
            if outcome == "report" or sorting.severity
            else None,  # type: ignore[arg-type]
            category=_category(desk, sorting),
            result=texts.prose("--settle", sorting.settle) if sorting.settle is not None else None,
            reason=texts.prose("--reject", sorting.reject) if sorting.reject is not None else None,
            closure=texts.key_of(sorting.closure, REJECTED_AS, "--as-closed")
            if sorting.closure
            else None,  # type: ignore[arg-type]
            duplicate_of=original.id if original else None,
            note=texts.prose("--note", sorting.note) if sorting.note else None,
        ),
    )
    if original:
        desk.place(original, Linked(**desk.common(original), to=moved.id, relation="duplicate"))


def _category(desk: Desk, sorting: Sorting) -> str | None:
    if sorting.category:
        return desk.ledger.catalogue.category(sorting.category).code
    if not sorting.needs_category:
        return None
    raise Usage(
        say("A category is needed (--category)."),
        say(
            "Let a text suggest one: gridctl catalogue suggest TEXT. Or see all: gridctl catalogue list"
        ),
    )
