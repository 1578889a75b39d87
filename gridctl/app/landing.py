"""One change on its way to the disk: commit, then work files, then git's index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from gridctl.errors import GridctlError
from gridctl.git import index_file
from gridctl.git.commit import commit
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
) -> Landed:
    """Record files of the ledger (paths from its folder, None removes one) on top of `parent`.

    Raises what `commit` raises, and nothing for what fails after it: the commit is the record.
    """
    inside = {repository.prefix + path: content for path, content in files.items()}
    made = commit(repository, parent, inside, message, person, when)
    if repository.bare:
        return Landed(made, ())
    ids = {
        path: None if content is None else blob_id(content, like=made)
        for path, content in inside.items()
    }
    return Landed(made, (*_work_files(repository.root, files), *_index(repository, ids)))


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
