"""Diff: what a file would gain and lose, as git shows it."""

from collections.abc import Iterator
from difflib import unified_diff

from gridctl.domain.hidden import visible


def diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of a unified diff, safe to print."""
    old, new = before.decode().splitlines(), after.decode().splitlines()
    origin = f"a/{path}" if before else "/dev/null"
    for line in unified_diff(old, new, origin, f"b/{path}", lineterm=""):
        yield visible(line)
