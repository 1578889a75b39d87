"""How long an audit takes, against `git log --raw` of the same commits in the same run."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from long_ledger import make

from gridctl.app.audit_here import audit_here


def main() -> None:
    """`python bench/audit.py [COMMITS]`: two times and their ratio."""
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "ledger"
        make(folder, commits)
        log = best(lambda: subprocess.run(_LOG, cwd=folder, check=True, stdout=subprocess.DEVNULL))
        audit = best(lambda: audited(folder, commits))
    print(f"commits {commits}  git log --raw {log:.2f} s  audit {audit:.2f} s")
    print(f"ratio {audit / log:.1f}  a commit {1000 * audit / commits:.2f} ms")


_LOG = ("git", "--no-pager", "log", "--raw")


def best(act: Callable[[], object], times: int = 3) -> float:
    """The shortest of a few runs, in seconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def audited(folder: Path, commits: int) -> None:
    """The audit, which must find these commits and that of the founding, and nothing else."""
    done = audit_here(str(folder), None, datetime.now().astimezone(), watch=lambda edges: edges)
    assert not done.violations, done.violations[0]
    assert done.commits == commits + 1


if __name__ == "__main__":
    main()
