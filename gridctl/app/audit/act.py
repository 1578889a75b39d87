"""Act: one commit as an audit sees it: its author, and the ledger as it stood before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gridctl.app.audit.remedies import remedy
from gridctl.app.ledger import Ledger
from gridctl.domain.judging import Entry
from gridctl.domain.violation import Violation
from gridctl.errors import Broken, GridctlError, Problem, Refused
from gridctl.git.objects import Commit
from gridctl.words import Message

_UNREADABLE = "F05"


@dataclass(frozen=True)
class Act:
    """A commit under the settings of its parent, as these last were sound.

    `entry` is who types and when; None where nobody in that staff file has the author's address.
    """

    commit: Commit
    ledger: Ledger
    entry: Entry | None

    def broken(
        self,
        rule: str,
        message: Message,
        path: str | None = None,
        case: str | None = None,
        *,
        fresh: bool = False,
    ) -> Violation:
        """The violation of a rule, with what to do about it; `fresh`: the file was not there before."""
        return broken(self.commit, rule, message, path, case, fresh=fresh)

    def problems(self, found: Iterable[Problem], case: str | None = None) -> Iterator[Violation]:
        """The violations that the problems of a file are."""
        return (self.broken(each.rule, each.message, each.path, case) for each in found)

    def refused(
        self, error: GridctlError, path: str | None = None, case: str | None = None
    ) -> Iterator[Violation]:
        """The violations that an error of the write path would have kept out."""
        if isinstance(error, Broken) and error.problems:
            yield from self.problems(error.problems, case)
        else:
            rule = error.rule if isinstance(error, Refused) else _UNREADABLE
            yield self.broken(rule, error.message, path, case)


def act_of(commit: Commit, ledger: Ledger) -> Act:
    """The commit with its author as the ledger knows him."""
    typist = ledger.office.person_by_email(commit.author.email)
    recorded = ledger.local(commit.authored_at)
    return Act(commit, ledger, Entry(ledger.office, typist, recorded) if typist else None)


def broken(
    commit: Commit,
    rule: str,
    message: Message,
    path: str | None = None,
    case: str | None = None,
    *,
    fresh: bool = False,
) -> Violation:
    """The violation of a rule, with what to do about it; `fresh`: the file was not there before."""
    what_to_do = remedy(rule, commit, path, case, fresh=fresh)
    return Violation(commit.id, rule, message, path, case, what_to_do)
