"""handle: what a unit did on a case, and the end of handling."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridctl.app.desk import Desk
from gridctl.app.evidence import attach
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.terms import CLOSURES
from gridctl.domain.verbs.handle import Handled
from gridctl.errors import Usage
from gridctl.words import say

DONE = {key: CLOSURES[key] for key in ("fixed", "no-action", "referred", "withdrawn", "unfounded")}


@dataclass(frozen=True, kw_only=True)
class Measures:
    """The wish: anything of it, but not nothing."""

    note: str | None = None
    counts: Sequence[str] = ()
    seized: Sequence[str] = ()
    photos: Sequence[str] = ()
    papers: Sequence[str] = ()
    done: str | None = None


def handle(desk: Desk, case: Case, measures: Measures) -> Case:
    """Place the entry."""
    if not any(vars(measures).values()):
        raise Usage(
            say("The entry says nothing."),
            say("Give --note, --count WHAT=QUANTITY, --photo FILE, or --done fixed."),
        )
    return desk.place(
        case,
        Handled(
            **desk.common(case),
            note=texts.prose("--note", measures.note) if measures.note else None,
            counts=texts.quantities("--count", measures.counts) or None,
            seized=texts.quantities("--seize", measures.seized) or None,
            evidence=attach(desk, case, measures.photos, measures.papers, kind="after"),
            done=texts.key_of(measures.done, DONE, "--done") if measures.done else None,  # type: ignore[arg-type]
        ),
    )
