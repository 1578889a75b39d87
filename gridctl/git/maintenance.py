"""Maintenance: git packs what has piled up, when it thinks that worth while."""

from gridctl.git.repository import Repository

# In this process, under our lock: a git in the background would look like a writer.
_HERE = ("-c", "gc.autoDetach=false", "-c", "maintenance.autoDetach=false")


def maintain(repository: Repository) -> None:
    """Pack what git itself finds is too much. What a ref keeps stays; only under our lock."""
    repository.git(*_HERE, "maintenance", "run", "--auto", "--quiet")
