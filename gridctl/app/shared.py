"""Shared: whether the number of a case has reached the server, where another clone may still take it."""

import re

from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.git.lineage import last_seen
from gridctl.store.case_text import scalar
from gridctl.store.sizes import LARGEST


def number_is_shared(ledger: Ledger, case: Case) -> bool:
    """Whether the server is known to have it; a clone without a server gives its numbers alone."""
    if case.number is None:
        return True
    seen = last_seen(ledger.repository, ledger.objects)
    if seen is None:
        return True
    path = ledger.repository.prefix + case_path(case.id)
    entry = ledger.objects.find(seen.tree, path)
    data = ledger.objects.blob(entry.id, limit=LARGEST) if entry else None
    head = (data or b"").partition(b"\nhistory:")[0].decode(errors="replace")
    return bool(
        re.search(rf"^number: {re.escape(scalar(case.number, flow=False))}$", head, re.MULTILINE)
    )
