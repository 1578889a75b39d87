"""Work files and index brought forward to HEAD after a writer died behind its commit."""

import os

from gridctl.errors import StoreFailed
from gridctl.git import index_file
from gridctl.git.objects import Objects
from gridctl.git.recovery import changed
from gridctl.git.repository import Repository
from gridctl.store import work_file


def bring_forward(
    repository: Repository, objects: Objects, *, old: str, new: str
) -> tuple[str, ...]:
    """Give what commit `new` holds to whatever still stands as in commit `old`; the files so written.

    Only where HEAD holds it as well: what was not recorded, or has been recorded over since, does
    not concern the folder. What differs from both is a person's own work and stays. "" for `old` is
    the state before the first commit.
    """
    head, recorded = objects.commit(repository.head_id() or "HEAD"), objects.commit(new)
    if head is None or recorded is None:
        return ()
    indexed = index_file.entries(repository)
    written: list[str] = []
    behind: dict[str, tuple[str, str] | None] = {}
    for path, before, after in changed(repository, objects, old, new):
        inside = repository.prefix + path
        held = objects.find(head.tree, inside) if head.id != new else None
        if head.id != new and (held.id if held else None) != after:
            continue
        wanted = objects.find(recorded.tree, inside) if after else None
        mode = wanted.mode if wanted else ""
        if _bring_file(objects, repository.root, path, before, after, mode):
            written.append(path)
        _mode, id_ = indexed.get(inside, ("", None))
        if id_ in (before, after):
            behind[inside] = (mode, after) if after else None
    index_file.bring(repository, behind)
    return tuple(written)


def _bring_file(
    objects: Objects, root: str, path: str, old: str | None, new: str | None, mode: str
) -> bool:
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
        work_file.write(root, path, objects.blob(new), 0o755 if mode == "100755" else 0o644)
    return True
