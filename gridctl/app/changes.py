"""Changes: what differs between two states of the ledger, read from their differing files alone."""

from collections import Counter
from collections.abc import Iterable

from gridctl.app.case_files import is_case_path
from gridctl.app.ledger import Ledger
from gridctl.app.memory import Grown, Lines, Memory, altered
from gridctl.domain.changes import CaseChange, Changes, End
from gridctl.domain.journal.entries import KIND_OF
from gridctl.domain.journal.month import key_of_path
from gridctl.errors import Problem
from gridctl.git.history import Range, changes_between
from gridctl.git.objects import Commit


def changes(ledger: Ledger, range_: Range) -> Changes:
    """What differs, cases in the order of their ids."""
    memory = Memory(ledger)
    found: list[Grown | Lines | Problem] = []
    for change in changes_between(ledger.repository, ledger.objects, *range_):
        if is_case_path(change.path):
            states = memory.states(range_.tip, change)
            found.append(states)
            if isinstance(states, Grown) and states.is_altered:
                found.append(altered(change.path))  # what came after it is told all the same
        elif key_of_path(change.path):
            found.append(memory.lines(change))
    cases = [CaseChange(each.before, each.after) for each in found if isinstance(each, Grown)]
    before, after = (memory.settings.blobs(each) for each in range_)
    return Changes(
        end(ledger, range_.base),
        end(ledger, range_.tip),
        tuple(sorted(cases, key=lambda each: each.after.id)),
        counted(each for each in found if isinstance(each, Lines)),
        tuple(memory.settings.differences(before, after)) if before != after else (),
        tuple(each for each in found if isinstance(each, Problem)),
    )


def end(ledger: Ledger, commit: Commit | None) -> End:
    """A state as it is named, in the ledger's zone."""
    return End(commit.id, ledger.local(commit.committed_at)) if commit else End(None, None)


def counted(lines: Iterable[Lines]) -> dict[str, dict[str, int]]:
    """New entries of journals by person and kind."""
    found: dict[str, Counter[str]] = {}
    for each in lines:
        kinds = (KIND_OF[entry.did] for entry in each.entries)
        found.setdefault(each.key.staff, Counter()).update(kinds)
    return {staff: dict(found[staff]) for staff in sorted(found)}
