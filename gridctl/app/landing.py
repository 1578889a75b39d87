"""One change on its way to the disk: commit, then work files, then git's index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from gridctl.domain.people import Person
from gridctl.errors import GridctlError
from gridctl.git import index_file
from gridctl.git.commit import Refs, Sign, Unconfirmed, commit
from gridctl.git.lock import Held
from gridctl.git.objects import blob_id
from gridctl.git.repository import Identity, Repository
from gridctl.store import work_file, work_files
from gridctl.words import Message, say


@dataclass(frozen=True)
class Landed:
    """What was recorded, and what did not follow: `warnings` say "recorded, but …".

    With warnings, set `unfinished` on the lock: the next writer brings along what is behind.
    """

    commit: str
    warnings: tuple[Message, ...]


def land(
    repository: Repository,
    parent: str | None,
    files: Mapping[str, bytes | None],
    message: str,
    person: Identity,
    when: datetime,
    *,
    typist: Person | None = None,
    lock: Held | None = None,
    refs: Refs = MappingProxyType({}),
) -> Landed:
    """Record files of the ledger (paths from its folder, None removes one) on top of `parent`.

    Raises what `commit` raises, and nothing for what fails after it: the commit is the record.
    What is recorded but not confirmed by the disk is brought along all the same, then raised.
    `typist` is who types by the settings of `parent`, and signs where keys are his; Refused where
    this clone cannot. With the `lock`, whoever comes after a crash in here can finish it.
    `refs` move with the commit.
    """
    sign = _sign(repository, typist, when) if typist and typist.keys else None
    inside = {repository.prefix + path: content for path, content in files.items()}
    announce = lock.heads_for if lock else lambda _made: None
    unconfirmed: Unconfirmed | None = None
    try:
        made = commit(
            repository,
            parent,
            inside,
            message,
            person,
            when,
            announce=announce,
            refs=refs,
            sign=sign,
        )
    except Unconfirmed as error:
        unconfirmed, made = error, error.commit
    warnings = _along(repository, files, inside, made)
    if unconfirmed:
        raise unconfirmed
    return Landed(made, warnings)


def _sign(repository: Repository, typist: Person, when: datetime) -> Sign | None:
    from gridctl.app.signatures import signer  # few ledgers have keys, and every step would load it

    return signer(repository, typist, when.date())


def _along(
    repository: Repository,
    files: Mapping[str, bytes | None],
    inside: Mapping[str, bytes | None],
    made: str,
) -> tuple[Message, ...]:
    """Bring folder and index along; what did not follow."""
    ids = {
        path: None if content is None else blob_id(content, like=made)
        for path, content in inside.items()
    }
    return (*_work_files(repository.root, files), *_index(repository, ids))


def _work_files(root: str, files: Mapping[str, bytes | None]) -> Iterator[Message]:
    written = {path: content for path, content in files.items() if content is not None}
    for path in files.keys() - written.keys():
        try:
            work_file.remove(root, path)
        except GridctlError as error:
            yield _behind(error)
    for _, failure in work_files.write_all(root, written):
        yield _behind(failure)


def _behind(error: GridctlError) -> Message:
    return say("recorded, but the file in the folder is behind: {reason}", reason=error.message)


def _index(repository: Repository, ids: Mapping[str, str | None]) -> Iterator[Message]:
    try:
        index_file.bring(repository, ids)
    except GridctlError as error:
        yield say("recorded, but git's index is behind: {reason}", reason=error.message)
