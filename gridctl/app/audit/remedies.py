"""Remedies: what to do about a violation that is recorded for good."""

from gridctl.app.signatures import RULE as SIGNATURE
from gridctl.domain.guard import AHEAD
from gridctl.git.objects import Commit
from gridctl.words import Message, say

_LOST = frozenset({"C06", "C07", "J04", "H02"})  # gridctl record would take it for an alteration
_STRAY = frozenset({"F08", "F10", "J01"})
_BROKEN = frozenset({"C01", "C02", "C03", "J02"})


def remedy(
    rule: str, commit: Commit, path: str | None, case: str | None, *, fresh: bool = False
) -> Message:
    """A command that can be pasted, and who has to decide; `fresh`: the file was not there before."""
    found = _of_rule(rule, commit, case) or (
        _of_file(rule, commit, path, case, fresh) if path else None
    )
    if found:
        return found
    if case:
        return say(
            "What is recorded stays; a dispatcher says what holds: gridctl note {case} TEXT, or gridctl correct {case}",
            case=case[-5:],
        )
    return say(
        "Look at what it changed: git show {commit}. Somebody who may decides whether that holds, and records it.",
        commit=commit.id[:10],
    )


def _of_rule(rule: str, commit: Commit, case: str | None) -> Message | None:
    """What is to be done whatever file it is about."""
    if rule == "C04" and case:
        return say("Give the later one another number: gridctl renumber {case}", case=case[-5:])
    if rule == SIGNATURE:
        return say(
            "Ask {name}. What he did record he records again from his own clone; what he did not is to be taken back by a later entry.",
            name=commit.author.name,
        )
    if rule == AHEAD:
        return say(
            "Set the clock of the machine that recorded it. What nobody else has yet is taken back and recorded again: gridctl undo"
        )
    if rule == "H04":
        return say(
            "Compare with another clone or a copy of that day: what the anchor names was recorded then."
        )
    return None


def _of_file(rule: str, commit: Commit, path: str, case: str | None, fresh: bool) -> Message | None:
    """What is to be done with a file."""
    parent = commit.parents[0][:10] if commit.parents else "HEAD"
    unsound = rule in _BROKEN or rule.startswith("F")
    if rule == "P03":
        return say(
            "Keep it, but outside git: git rm -r --cached {path}. What it holds stays in the history; tell whoever has a copy.",
            path=path,
        )
    if rule in _STRAY or (fresh and rule == "F09"):
        return say("Take it out again: git rm {path}, then: git commit -m removed", path=path)
    if fresh and unsound:
        return say("A dispatcher mends {path} by hand, then: gridctl record", path=path)
    if case and (unsound or rule in ("C06", "C07")):
        return say(
            "A dispatcher puts it back with all that was recorded since: gridctl mend {case}",
            case=case[-5:],
        )
    return brought_back(rule, path, parent) if unsound or rule in _LOST else None


def brought_back(rule: str, path: str, good: str) -> Message:
    """How a file comes back as it was recorded at a commit."""
    if rule in _LOST:
        return say(
            "A dispatcher brings back what was recorded: git checkout {parent} -- {path}, then: git commit -m restored",
            parent=good[:10],
            path=path,
        )
    return say(
        "A dispatcher brings back what was recorded: git checkout {parent} -- {path}, then: gridctl record",
        parent=good[:10],
        path=path,
    )


def entered_again() -> Message:
    """What to do about a journal on which entries were made since it was altered."""
    return say(
        "Entries were made on it since, and bringing the old file back would drop them. Enter again what is missing: gridctl sign, or gridctl journal add"
    )
