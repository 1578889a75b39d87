"""Forgetting: the name and number of a reporter whose case was never recorded."""

import os

from gridctl.domain.identifiers import case_path, is_case_id
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository
from gridctl.store import work_file


def forget_unrecorded(repository: Repository, objects: Objects, since: float) -> None:
    """Remove what a writer that died put into private/ for a case that HEAD does not hold.

    `since` is when he took the lock, in seconds since 1970: older files are not his.
    """
    folder = os.path.join(repository.root, "private")
    head = objects.commit("HEAD")
    if head is None or not since or not os.path.isdir(folder):
        return
    for name in os.listdir(folder):
        case_id = name.removesuffix(".yaml")
        if not is_case_id(case_id) or os.lstat(os.path.join(folder, name)).st_mtime < since - 1:
            continue
        if objects.find(head.tree, repository.prefix + case_path(case_id)) is None:
            work_file.remove(repository.root, f"private/{name}")
