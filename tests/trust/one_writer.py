"""One of many writers: appends its lines to one file, each under the lock, each a commit."""

import sys
from datetime import UTC, datetime

from gridctl.app.landing import land
from gridctl.app.writing import writing
from gridctl.errors import Busy
from gridctl.git.objects import Objects
from gridctl.git.repository import Identity, discover

FILE = "cases/shared.yaml"


def append(folder: str, line: str, *, locked: bool) -> bool:
    """Whether the line was recorded; without the lock, compare-and-swap alone decides."""
    repository = discover(folder)
    assert repository
    with Objects(repository) as objects:
        if locked:
            with writing(repository, objects, line, wait=60):
                return _land(repository, objects, line)
        return _land(repository, objects, line)


def _land(repository, objects, line: str) -> bool:
    head = objects.commit("HEAD")
    before = objects.blob(objects.find(head.tree, FILE).id)
    person = Identity(line, "writer@example.org")
    after = {FILE: before + line.encode() + b"\n"}
    try:
        landed = land(repository, head.id, after, line, person, datetime.now(UTC))
    except Busy:
        return False
    return not landed.warnings


if __name__ == "__main__":
    _, place, name, count, how = sys.argv
    for turn in range(int(count)):
        one = f"{name}-{turn}"
        if append(place, one, locked=how == "locked"):
            print(one, flush=True)
