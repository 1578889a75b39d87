"""Auditing: what an audit found, commit by commit, as lines."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from gridctl.app.auditing import Audited
from gridctl.views import audit_page


def commit_lines(done: Audited) -> Iterator[str]:
    """Each commit with what it broke."""
    for commit, own in groupby(done.violations, attrgetter("commit")):
        made = done.named[commit]
        yield from audit_page.of_commit(commit, made.author.name, made.authored_at, list(own))
        yield ""
