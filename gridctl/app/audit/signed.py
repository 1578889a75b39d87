"""Signed: whether who has keys signed his commits, and who had none to sign with."""

from collections.abc import Callable, Iterator, Sequence

from gridctl.app.audit.act import broken
from gridctl.app.ledger import Ledger
from gridctl.app.signatures import Signatures
from gridctl.domain.people import Person
from gridctl.domain.violation import Violation
from gridctl.git.history import Edge
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository

Rules = Callable[[str | None], Ledger | None]  # those after a commit, as they last were sound


class SignedCommits:
    """The check of one commit after the other. `unkeyed` are authors who had no key that day."""

    def __init__(self, repository: Repository, objects: Objects, rules: Rules) -> None:
        self._signatures = Signatures(repository, objects)
        self._rules = rules
        self.unkeyed: dict[str, Person] = {}

    def check(self, own: Sequence[Edge]) -> Iterator[Violation]:
        """What a commit that touched the ledger lacks; every parent's staff file has its say."""
        commit = own[0].commit
        self._signatures.note(commit)
        if not any(edge.changes for edge in own):
            return
        for edge in own:
            rules = self._rules(edge.parent)
            author = rules.office.person_by_email(commit.author.email) if rules else None
            if rules is None or author is None:
                continue
            found = self._signatures.check(commit, author, rules.zone)
            if found:
                yield broken(commit, found.rule, found.message)
                return
            if not author.keys or not author.keys_on(rules.local(commit.committed_at).date()):
                self.unkeyed[author.id] = author
