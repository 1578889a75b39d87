"""Outcome: what a writing command says it did, and what comes next."""

from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.next_commands import calls
from gridctl.domain.terms import EVENTS
from gridctl.views.case_json import plain
from gridctl.views.case_rows import standing
from gridctl.views.visible import visible
from gridctl.words import _, listed


def told(case: Case, did: Sequence[str]) -> Iterator[str]:
    """What was done, where the case stands, and the next command."""
    done = listed([EVENTS[each] for each in did])
    number = f"  {case.number}" if case.number else ""
    yield f"{case.ending}  {done}  v{case.version}{number}  {visible(case.title)}"
    due = (
        _(", due {when}").format(when=f"{case.due:%Y-%m-%d %H:%M}")
        if case.due and case.waits == "handle"
        else ""
    )
    yield f"  {standing(facts_of(case))}{due}"
    following = calls(case)[0]
    if case.waits:
        yield "  " + _("Next: {command}").format(command=following)


def result(case: Case, did: Sequence[str], commit: str | None) -> dict[str, Any]:
    """The same as an object with stable keys."""
    return {
        "id": case.id,
        "version": case.version,
        "did": list(did),
        "number": case.number,
        "step": case.step,
        "waits": case.waits,
        "state": case.state,
        "closure": case.closure,
        "due": plain(case.due),
        "commit": commit,
    }
