"""Remedies: what to do about a violation that is recorded for good."""

from gridctl.app.signatures import RULE as SIGNATURE
from gridctl.git.objects import Commit
from gridctl.words import Message, say

_ALTERED = frozenset({"C01", "C02", "C03", "C06", "C07", "J02", "J04", "H02", "H04"})


def remedy(rule: str, commit: Commit, path: str | None, case: str | None) -> Message:
    """A command that can be pasted, and who has to decide."""
    parent = commit.parents[0][:10] if commit.parents else "HEAD"
    if rule == "C04":
        return say("Give the later one another number: gridctl renumber {case}", case=_short(case))
    if rule == "P03":
        return say(
            "Keep it, but outside git: git rm -r --cached {path}. What it holds stays in the history; tell whoever has a copy.",
            path=path or "",
        )
    if rule == SIGNATURE:
        return say(
            "Ask {name}. What he did record he records again from his own clone; what he did not is to be taken back by a later entry.",
            name=commit.author.name,
        )
    if path and (rule in _ALTERED or rule[0] == "F"):
        return say(
            "A dispatcher brings back what was recorded before: git checkout {parent} -- {path}, and records that.",
            parent=parent,
            path=path,
        )
    if case:
        return say(
            "What is recorded stays; a dispatcher says what holds: gridctl note {case} TEXT, or gridctl correct {case}",
            case=_short(case),
        )
    return say(
        "Look at what it changed: git show {commit}. Somebody who may decides whether that holds, and records it.",
        commit=commit.id[:10],
    )


def _short(case: str | None) -> str:
    return case[-5:] if case else "ID"
