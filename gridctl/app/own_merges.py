"""Own merges: what a merge of this clone holds that stands in none of its sides, such as a clash that was resolved by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gridctl.app.case_files import is_case_path
from gridctl.app.journal_files import sound
from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.journal.month import Month, key_of_path
from gridctl.domain.replaying import twin
from gridctl.git.history import Change, Edge, edges_of
from gridctl.git.lineage import meeting
from gridctl.git.merging import merged
from gridctl.git.objects import Commit

Side = tuple[str, str] | None


def merge_alone(ledger: Ledger, merge: Commit, tree: str) -> Iterator[Change]:
    """What the merge holds that the commits it joins do not bring to `tree`; paths are those in the
    repository.
    """
    edges = list(edges_of(replace(ledger.repository, prefix=""), iter([merge])))
    sides = [{change.path: change for change in edge.changes} for edge in edges]
    for path, change in sides[0].items():
        changes = [side[path] for side in sides if path in side]
        if len(changes) < len(sides) or _there(ledger, tree, path) == change.new:
            continue
        if not _brought(ledger, edges, changes):
            yield change


def _there(ledger: Ledger, tree: str, path: str) -> Side:
    entry = ledger.objects.find(tree, path)
    return (entry.mode, entry.id) if entry else None


def _brought(ledger: Ledger, edges: Sequence[Edge], changes: Sequence[Change]) -> bool:
    """Whether the sides alone make what the merge holds, as git would or entry by entry."""
    new = changes[0].new
    if new is None:
        return False
    events = _events(ledger, changes[0].path, new)
    if events is not None:
        known = [_events(ledger, each.path, each.old) or () for each in changes]
        return all(any(twin(event, side) for side in known) for event in events)
    return _is_gits(ledger, edges, changes, new)


def _events(ledger: Ledger, path: str, side: Side) -> Sequence[Event] | None:
    """The entries of a case or a journal; None for another file, and for one that cannot be read."""
    prefix = ledger.repository.prefix
    inside = path.removeprefix(prefix) if path.startswith(prefix) else f"/{path}"
    if side is None:
        return None
    if is_case_path(inside):
        case = Past(ledger.objects).case(inside, side[1])
        return case.history if isinstance(case, Case) else None
    if key_of_path(inside):
        month = sound(inside, ledger.objects.blob(side[1]))
        return month.entries if isinstance(month, Month) else None
    return None


def _is_gits(
    ledger: Ledger, edges: Sequence[Edge], changes: Sequence[Change], new: tuple[str, str]
) -> bool:
    """Whether git itself would have merged the file so."""
    first, second = (edge.parent or "" for edge in edges[:2])
    base = meeting(ledger.repository, first, second)
    commit = ledger.objects.commit(base) if base else None
    before = _there(ledger, commit.tree, changes[0].path) if commit else None
    own, theirs = (change.old for change in changes[:2])
    if len(edges) > 2 or not (own and before and theirs):
        return False
    texts = (ledger.objects.blob(each[1]) for each in (own, before, theirs))
    return merged(*texts) == ledger.objects.blob(new[1])
