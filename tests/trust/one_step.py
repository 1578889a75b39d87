"""The command under fault: one step of a case, and a new one, landed in the repository given."""

import sys
from datetime import UTC, datetime

from gridctl.app.landing import land
from gridctl.app.writing import writing
from gridctl.errors import GridctlError
from gridctl.git.objects import Objects
from gridctl.git.repository import Identity, discover

CASE = "cases/2026/11/24/lz-20261124-k7qf2.yaml"
FILES = {
    CASE: b"version: 2\n" + b"line\n" * 400,
    "cases/2026/12/01/lz-20261201-abcde.yaml": b"version: 1\n",
}


def step(folder: str) -> int:
    repository = discover(folder)
    assert repository
    with Objects(repository) as objects, writing(repository, objects, "李雷") as lock:
        head = objects.commit("HEAD")
        assert head
        entry = objects.find(head.tree, repository.prefix + CASE)
        assert entry
        if objects.blob(entry.id) == FILES[CASE]:
            return 0
        person = Identity("李雷", "lilei@example.org")
        when = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)
        landed = land(repository, head.id, FILES, "k7qf2 dispatched", person, when, lock=lock)
        lock.unfinished = bool(landed.warnings)
        for warning in landed.warnings:
            print("warning:", warning, file=sys.stderr)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(step(sys.argv[1]))
    except GridctlError as error:
        print(error.message, error.hint, file=sys.stderr)
        sys.exit(error.exit_code)
