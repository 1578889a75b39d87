"""Forgetting: what a writer that died laid outside git for a case that was never recorded."""

import os
import re
from collections.abc import Iterator

from gridctl.app import outside
from gridctl.domain.identifiers import case_path, is_case_id
from gridctl.git.objects import FOLDER, Objects
from gridctl.git.repository import Repository
from gridctl.store import work_file

_BY_SUM = re.compile(r"\w+/([0-9a-f]{64})(\.[a-z0-9]{1,5})?", re.ASCII)


def forget_unrecorded(repository: Repository, objects: Objects, since: float) -> None:
    """Remove names and numbers of reporters whose case HEAD does not hold, and evidence with its
    own names that no case holds.

    `since` is when he took the lock, in seconds since 1970: older files are not his.
    """
    head = objects.commit(repository.head_id() or "HEAD")
    if head is None or not since:
        return
    laid = [path for folder in outside.FOLDERS for path in _laid(repository, folder, since)]
    for path in laid:
        case_id = path.removeprefix(f"{outside.PRIVATE}/").removesuffix(".yaml")
        recorded = is_case_id(case_id) and objects.find(
            head.tree, repository.prefix + case_path(case_id)
        )
        if is_case_id(case_id) and not recorded:
            work_file.remove(repository.root, path)
    found = {path: _BY_SUM.fullmatch(path) for path in laid}
    sums = {path: match[1].encode() for path, match in found.items() if match}
    if sums:
        named = _named(repository, objects, head.tree, set(sums.values()))
        for path in (path for path, sum_ in sums.items() if sum_ not in named):
            work_file.remove(repository.root, path)


def _laid(repository: Repository, folder: str, since: float) -> Iterator[str]:
    """The files that were laid in a folder since then."""
    path = os.path.join(repository.root, folder)
    if not os.path.isdir(path) or os.path.islink(path):
        return
    for name in os.listdir(path):
        # Times on the disk are coarser than the clock.
        if os.lstat(os.path.join(path, name)).st_mtime >= since - 1:
            yield f"{folder}/{name}"


def _named(repository: Repository, objects: Objects, tree: str, sums: set[bytes]) -> set[bytes]:
    """Which of these sums the recorded cases name; broken files count as well."""
    cases = objects.find(tree, f"{repository.prefix}cases")
    if cases is None or cases.mode != FOLDER:
        return set()
    blobs = [entry.id for _path, entry in objects.walk(cases.id) if entry.mode.startswith("100")]
    return {sum_ for _id, data in objects.blobs(blobs) for sum_ in sums if sum_ in data}
