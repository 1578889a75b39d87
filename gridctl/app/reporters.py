"""Reporters: the name that a case's private file holds on this machine."""

from gridctl.store import private_file, work_file
from gridctl.store.yaml_text import Unreadable


def name_kept(root: str, case_id: str) -> str | None:
    """The name as it was given; None where none was, or where this machine does not have it."""
    path = private_file.path_of(case_id)
    data = work_file.read(root, path)
    if data is None:
        return None
    try:
        return private_file.read(path, data, case_id).get("name")
    except Unreadable:  # `print --with-reporter` says so; it keeps nobody from a step
        return None
