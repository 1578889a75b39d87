"""Work files and index brought forward to HEAD after a writer died behind its commit."""

import os

from gridctl.errors import StoreFailed
from gridctl.git import index_file
from gridctl.git.objects import LINK, Entry, Objects
from gridctl.git.recovery import moved
from gridctl.git.repository import Repository
from gridctl.store import work_file, work_link


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
    for path, before, after in moved(repository, objects, old, new):
        inside = repository.prefix + path
        held = objects.find(head.tree, inside) if head.id != new else None
        if head.id != new and _what(held) != _what(after):
            continue
        if _bring_file(objects, repository.root, path, before, after):
            written.append(path)
        _mode, id_ = indexed.get(inside, ("", None))
        if id_ in (before and before.id, after and after.id):
            behind[inside] = _what(after)
    index_file.bring(repository, behind)
    return tuple(written)


def _what(entry: Entry | None) -> tuple[str, str] | None:
    return (entry.mode, entry.id) if entry else None


def _bring_file(
    objects: Objects, root: str, path: str, old: Entry | None, new: Entry | None
) -> bool:
    work_file.left_over(root, os.path.dirname(path))
    if old is None:
        work_link.remove_empty_folders(root, path)
    if not _stands(objects, root, path, old):
        return False
    if new is None or (old and LINK in (old.mode, new.mode)):
        work_file.remove(root, path)
    if new and new.mode == LINK:
        work_link.write(root, path, objects.blob(new.id))
    elif new:
        mode = 0o755 if new.mode == "100755" else 0o644
        work_file.write(root, path, objects.blob(new.id), mode)
    return True


def _stands(objects: Objects, root: str, path: str, entry: Entry | None) -> bool:
    """Whether what the entry says stands at the path; another thing there a person has put there."""
    wanted = objects.blob(entry.id) if entry else None
    if entry and entry.mode == LINK:
        return work_link.read(root, path) == wanted
    try:
        return work_file.read(root, path) == wanted
    except StoreFailed:
        return False
