"""Papers: what a printed paper needs from beyond the case: when it was recorded, who reported, its file."""

import re
from datetime import datetime
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.domain.papers import check_reporter_may_be_named
from gridctl.errors import Broken, NotFound
from gridctl.store import private_file, templates, work_file
from gridctl.store.sizes import LARGEST
from gridctl.store.yaml_text import Unreadable
from gridctl.words import say

_VERSION = re.compile(rb"^version: ([0-9]{1,9})$", re.MULTILINE)


class Named(NamedTuple):
    """A reporter as they gave themselves; what they left out is empty."""

    name: str
    phone: str


def reporter_named(ledger: Ledger, case: Case) -> Named:
    """The name and number kept outside git; refused where the reporter asked for secrecy."""
    check_reporter_may_be_named(case)
    path = private_file.path_of(case.id)
    data = work_file.read(ledger.root, path)
    if data is None:
        raise NotFound(
            say("{path} is not on this machine.", path=path),
            say("Name and number stay where the report was taken down; print the paper there."),
        )
    try:
        given = private_file.read(path, data, case.id)
    except Unreadable as error:
        raise Broken(
            say("The reporter of {case} cannot be read.", case=case.ending), [error.problem]
        ) from error
    return Named(given.get("name", ""), given.get("phone", ""))


def recorded_at(ledger: Ledger, case: Case) -> dict[int, datetime]:
    """When each event was first committed, by its number; what a shallow clone hides is left out."""
    path = ledger.repository.prefix + case_path(case.id)
    words = ("rev-list", "--reverse", "--topo-order", ledger.commit.id, "--", path)
    shallow = ledger.repository.shallow()
    found: dict[int, datetime] = {}
    seen = 0
    for commit_id in ledger.repository.git(*words).decode().split():
        version = _version(ledger, commit_id, path)
        commit = ledger.objects.commit(commit_id)
        if commit and commit_id not in shallow:
            when = ledger.local(commit.authored_at)  # a replay is committed later
            found |= dict.fromkeys(range(seen + 1, version + 1), when)
        seen = max(seen, version)
    return found


def _version(ledger: Ledger, commit_id: str, path: str) -> int:
    """How many events the case had at a commit, by its head."""
    commit = ledger.objects.commit(commit_id)
    entry = ledger.objects.find(commit.tree, path) if commit else None
    data = ledger.objects.blob(entry.id, limit=LARGEST) if entry else None
    match = _VERSION.search((data or b"").partition(b"\nhistory:")[0])
    return int(match[1]) if match else 0


def page_and_style() -> tuple[str, str]:
    """The template of a page in HTML, and its style sheet."""
    return templates.paper_page()
