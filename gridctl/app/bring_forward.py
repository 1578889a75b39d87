"""Work files and index brought forward to HEAD after a writer died behind its commit."""

import os

from gridctl.errors import StoreFailed
from gridctl.git import index_file
from gridctl.git.objects import Objects
from gridctl.git.recovery import changed_in_head
from gridctl.git.repository import Repository
from gridctl.store import work_file


def bring_forward(repository: Repository, objects: Objects, root: str) -> tuple[str, ...]:
    """Give HEAD's content to whatever still stands as in HEAD's parent; the files so written.

    `root` is the ledger's folder. What differs from both is a person's own work and stays.
    """
    if repository.bare:
        return ()
    indexed = index_file.entries(repository)
    written: list[str] = []
    behind: dict[str, tuple[str, str] | None] = {}
    for path, old, new in changed_in_head(repository, objects):
        if _bring_file(objects, root, path, old, new):
            written.append(path)
        mode, id_ = indexed.get(repository.prefix + path, ("100644", None))
        if id_ in (old, new):
            behind[repository.prefix + path] = (mode, new) if new else None
    index_file.bring(repository, behind)
    return tuple(written)


def _bring_file(objects: Objects, root: str, path: str, old: str | None, new: str | None) -> bool:
    work_file.left_over(root, os.path.dirname(path))
    try:
        found = work_file.read(root, path)
    except StoreFailed:  # a link or a folder: a person has put it there
        return False
    if found != (objects.blob(old) if old else None):
        return False
    if new is None:
        work_file.remove(root, path)
    else:
        work_file.write(root, path, objects.blob(new))
    return True
