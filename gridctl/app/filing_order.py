"""Filing order: of cases that share a number, which was given it first, as recorded."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.git.history import Edge, commits, edges_of
from gridctl.git.objects import FILE, Commit


class Numbering(NamedTuple):
    """A case and the commit that gave it its number; None where it had that from the beginning."""

    case: str
    commit: Commit | None


def in_filing_order(ledger: Ledger, past: Past, cases: Iterable[str]) -> list[Numbering]:
    """The cases by when that commit was made by its author (a replay keeps it), then by their ids."""
    return sorted((Numbering(each, _numbering(ledger, past, each)) for each in cases), key=_key)


def _key(each: Numbering) -> tuple[datetime, str]:
    made = each.commit.authored_at if each.commit else datetime.min.replace(tzinfo=UTC)
    return made, each.case


def _numbering(ledger: Ledger, past: Past, case_id: str) -> Commit | None:
    path, blob = case_path(case_id), ledger.cases.blob_of(case_id)
    number = _number(past, path, (FILE, blob) if blob else None)
    listed = commits(
        ledger.repository, ledger.objects, ledger.commit.id, paths=(path,), newest_first=True
    )
    gave = (e.commit for e in edges_of(ledger.repository, listed) if _gave(past, path, number, e))
    return next(gave, None)


def _gave(past: Past, path: str, number: str | None, edge: Edge) -> bool:
    """Whether a commit gave the case at a path this number; a merge gives none."""
    if len(edge.commit.parents) != 1:
        return False
    own = [change for change in edge.changes if change.path == path]
    return any(
        _number(past, path, each.new) == number != _number(past, path, each.old) for each in own
    )


def _number(past: Past, path: str, there: tuple[str, str] | None) -> str | None:
    found = past.case(path, there[1]) if there and there[0] == FILE else None
    return found.number if isinstance(found, Case) else None
