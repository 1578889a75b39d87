"""Appended: the events that a case file gained by hand, each judged like any other."""

from gridctl.app.desk import Placed
from gridctl.app.fit_for_git import fit_for_git
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.judging import Entry, check_entry, judge, judge_first
from gridctl.domain.personal_checks import MASKED
from gridctl.domain.verbs.collect import Collected
from gridctl.errors import Refused


def appended(case: Case, before: Case | None, entry: Entry) -> list[Placed]:
    """What the case, as read from a file, has beyond `before` (None: all of it), or Refused."""
    placed: list[Placed] = []
    for event in case.history[before.version if before else 0 :]:
        try:
            fit_for_git(event)
        except Refused as refusal:
            refusal.hint = MASKED
            raise
        after = _judged(case, before, event, entry)
        placed.append(Placed(before, event, after))
        before = after
    return placed


def _judged(case: Case, before: Case | None, event: Event, entry: Entry) -> Case:
    """The case after the event. Up to its last one the walk of a file is legal, or it is not read."""
    if event.n == case.version:
        check_entry(before or case, event, entry)
        return case
    if before is None and isinstance(event, Collected):
        return judge_first(case.id, event, entry)
    assert before
    return judge(before, event, entry)
