"""Exclude: what must never enter git is left out by this clone, whatever its .gitignore says."""

import os

from gridctl.errors import StoreFailed
from gridctl.git.repository import Repository
from gridctl.words import say


def exclude(repository: Repository, folders: tuple[str, ...]) -> None:
    """Have git pass over folders of the ledger in this clone (`info/exclude`)."""
    path = os.path.join(repository.common_dir, "info", "exclude")
    wanted = [f"/{repository.prefix}{folder}/" for folder in folders]
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "a+", encoding="utf-8", errors="surrogateescape") as file:
            file.seek(0)
            there = file.read()
            lacking = [line for line in wanted if line not in there.splitlines()]
            glue = "\n" if there and not there.endswith("\n") and lacking else ""
            file.write(glue + "".join(f"{line}\n" for line in lacking))
    except OSError as error:
        raise StoreFailed(
            say("cannot write {path}: {reason}", path=path, reason=error.strerror)
        ) from error
