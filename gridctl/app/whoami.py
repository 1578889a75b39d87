"""Whoami: whom the ledger takes this clone's person for, what he may do, and how he signs."""

import re
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.app.who import identity_of, who_asks
from gridctl.domain.settings_rights import may_change_settings
from gridctl.domain.whoami import Whoami
from gridctl.git.repository import Repository
from gridctl.git.signing import clone_key

_SECRET = re.compile(r"(?<=://)[^/@]*@")


def whoami(ledger: Ledger, day: date) -> Whoami:
    """Refused where git names nobody, or nobody that the staff file knows."""
    person = who_asks(ledger, None)
    identity = identity_of(ledger)
    key = clone_key(ledger.repository) if person.keys else None
    branch = ledger.repository.head_name()
    branch = branch.removeprefix("refs/heads/") if branch else None
    return Whoami(
        identity.name,
        identity.email,
        person,
        day,
        any(post.role == "dispatcher" for post in person.posts_on(day)),
        may_change_settings(ledger.office, person, day),
        key.fingerprint if key else None,
        ledger.root,
        branch,
        _server(ledger.repository, branch),
    )


def _server(repository: Repository, branch: str | None) -> str | None:
    """Where the branch goes, without a password that its address may hold."""
    settings = repository.settings()
    remote = settings.get(f"branch.{branch}.remote", "origin")
    url = settings.get(f"remote.{remote}.url")
    return _SECRET.sub("", url) if url else None
