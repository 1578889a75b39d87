"""Commit message: what a commit says, made from the events alone and free of citizens' text."""

from collections.abc import Iterable, Sequence

from gridctl.app.desk import Placed
from gridctl.domain.steps import step_of
from gridctl.domain.verb_table import VERB_OF


def commit_message(placed: Sequence[Placed], *, fixed_clock: bool) -> str:
    """Subject and trailers; English in every ledger, since scripts and reviewers read it."""
    cases = {each.after.id: each for each in placed}
    trailers: list[str] = []
    for case_id in cases:
        mine = [each for each in placed if each.after.id == case_id]
        trailers.append(f"Case: {case_id}")
        trailers += dict.fromkeys(f"Step: {step_of(VERB_OF[each.event.did])}" for each in mine)
        trailers += dict.fromkeys(f"By: {each.event.by}" for each in mine)
        trailers += dict.fromkeys(f"Entered: {e.event.entered}" for e in mine if e.event.entered)
    if fixed_clock:
        trailers.append("Clock: fixed")
    return f"{_subject(placed, len(cases))}\n\n" + "\n".join(trailers) + "\n"


def files_message(step: str, paths: Iterable[str], typist: str, *, fixed_clock: bool) -> str:
    """The message of a commit without events: settings, or files brought back to a sound state."""
    clock = "Clock: fixed\n" if fixed_clock else ""
    return f"{step}: {', '.join(paths)}\n\nStep: {step}\nBy: {typist}\n{clock}"


def _subject(placed: Sequence[Placed], cases: int) -> str:
    first = placed[0]
    if cases == 1:
        did = ", ".join(_did(each) for each in placed)
        before = first.before.version if first.before else 0
        return f"{first.after.ending} {did} (v{before}→v{placed[-1].after.version})"
    kinds = dict.fromkeys(each.event.did.replace("_", " ") for each in placed)
    return f"{cases} cases: {', '.join(kinds)}"


def _did(placed: Placed) -> str:
    event = placed.event
    did = event.did.replace("_", " ")
    if event.did == "dispatched":
        return f"{did} to {getattr(event, 'lead', '')}"
    if event.did in ("triaged", "verified"):
        return f"{did}: {getattr(event, 'outcome', '')}"
    done = getattr(event, "done", None)
    return f"{did}: {done}" if done else did
