"""Taking up: what is held back of cases and journals, decided anew on the state of now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from gridctl.app.acting import Hand
from gridctl.app.change import Decide
from gridctl.app.desk import Desk
from gridctl.app.hand_made import check_hand_made
from gridctl.app.holding import Waiting, waiting
from gridctl.app.journal_change import Decide as JournalDecide
from gridctl.app.journal_change import JournalDesk
from gridctl.app.numbering import given_on
from gridctl.app.renewing import renewed
from gridctl.app.replaying_cases import belonging
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.replaying import next_in, twin
from gridctl.domain.settings_files import SETTINGS
from gridctl.domain.steps import is_neutral
from gridctl.domain.verbs.collect import Collected
from gridctl.errors import Refused
from gridctl.git.held_refs import Kept, ref_of
from gridctl.words import say


def take_up(words: Sequence[str]) -> Decide:
    """A decision that places anew what is held back of the cases that the words name."""

    def decide(desk: Desk) -> None:
        found = [each for each in waiting(desk.ledger, *words) if not each.key]
        for each in found:
            if each.case is None:
                raise _by_hand(each)
        everything = {each.kept: each for each in waiting(desk.ledger) if each.case}
        for item in _with_partners(found, everything):
            _place(desk, item)
            desk.refs[ref_of(desk.ledger.repository, *item.kept)] = None

    return decide


def take_up_journals(words: Sequence[str]) -> JournalDecide:
    """The same for journals."""

    def decide(desk: JournalDesk) -> None:
        for item in waiting(desk.ledger, *words):
            if item.key is None:
                continue
            for event in item.events:
                n = len(desk.take(item.key).entries) + 1
                desk.place(item.key, replace(event, n=n, entered=_typist(desk.hand, event)))
            desk.refs[ref_of(desk.ledger.repository, *item.kept)] = None

    return decide


def _by_hand(item: Waiting) -> Refused:
    return Refused(
        "Y06",
        say("{path} cannot be taken up by itself.", path=item.kept.path),
        say(
            "See what was meant: gridctl diff {commit}~1..{commit}. Make the edit by hand, then: gridctl record, and gridctl held drop {commit}",
            commit=item.short,
        )
        if item.kept.path in SETTINGS
        else say(
            "See what was meant: git show {commit}. Make the change by plain git, then: gridctl held drop {commit}",
            commit=item.short,
        ),
    )


def _with_partners(found: Sequence[Waiting], everything: Mapping[Kept, Waiting]) -> list[Waiting]:
    """What was asked for, with the other ends of links made by the same command."""
    wanted = {each.kept for each in found}
    for commit in {each.kept.commit for each in found}:
        own = {k.path: w.events for k, w in everything.items() if k.commit == commit}
        for group in belonging(own):
            mine = {Kept(commit, path) for path in group}
            wanted |= mine if mine & wanted else set()
    return [each for key, each in everything.items() if key in wanted]


def _place(desk: Desk, item: Waiting) -> None:
    assert item.case
    if isinstance(item.events[0], Collected):
        raise Refused(
            "Y03",
            say("A report cannot be taken up: its case was never begun."),
            say(
                "Collect it anew: gridctl collect. Then: gridctl held drop {case}",
                case=item.case.ending,
            ),
        )
    case = desk.take(item.case.id)
    begun = len(desk.placed)
    said = case.history
    numbers = {e.n: there.n if (there := twin(e, said)) else None for e in item.case.history}
    first = case
    for event in item.events:
        own = next_in(event, case.version + 1, numbers)
        own = replace(own, at=_when(desk, case, own), entered=_typist(desk.hand, own))
        own = renewed(desk.ledger, case, own, lambda: given_on(desk))
        case = desk.place(case, own)
        numbers[event.n] = own.n
    check_hand_made(desk.ledger, case, first, desk.placed[begun:])


def _when(desk: Desk, case: Case, event: Event) -> datetime:
    """When it happened, or where the case has moved since: now, when it is decided anew."""
    if desk.acting.at:
        return desk.hand.at
    last = max(each.at for each in case.history if not is_neutral(each))
    return event.at if is_neutral(event) or event.at >= last else desk.hand.at


def _typist(hand: Hand, event: Event) -> str | None:
    return None if hand.entry.typist.id == event.by else hand.entry.typist.id
