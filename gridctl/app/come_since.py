"""Come since: what was held back here and has reached HEAD by another way, such as its author's own clone."""

from gridctl.app.holding import Waiting, waiting
from gridctl.app.journal_files import sound
from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.journal.month import Month
from gridctl.domain.replaying import twin
from gridctl.git.held_refs import drop
from gridctl.git.objects import FILE
from gridctl.git.repository import Identity


def forget_come_since(ledger: Ledger) -> int:
    """Hold back no longer what stands in HEAD entry by entry; how many files of commits that were."""
    found = [each for each in waiting(ledger) if _has_come(ledger, each)]
    if found:
        person = ledger.repository.identity() or Identity("gridctl", "")
        drop(ledger.repository, tuple(each.kept for each in found), person)
    return len(found)


def _has_come(ledger: Ledger, each: Waiting) -> bool:
    there = list(_recorded(ledger, each))
    for event in each.events:
        found = twin(event, there)
        if found is None:
            return False
        there.remove(found)
    return bool(each.events)


def _recorded(ledger: Ledger, each: Waiting) -> tuple[Event, ...]:
    path = each.kept.path
    entry = ledger.objects.find(ledger.commit.tree, ledger.repository.inside(path))
    if entry is None or entry.mode != FILE:
        return ()
    if each.key:
        month = sound(path, ledger.objects.blob(entry.id))
        return month.entries if isinstance(month, Month) else ()
    case = Past(ledger.objects).case(path, entry.id)
    return case.history if isinstance(case, Case) else ()
