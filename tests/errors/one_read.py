"""One command in a process of its own; says on standard error how long it took, and its most memory."""

import resource
import sys
import time

begun = time.monotonic()
from gridctl.cli.main import run  # noqa: E402

code = run(sys.argv[1:])
took = time.monotonic() - begun


def peak() -> int:
    """The most memory of this process in KiB. Linux's ru_maxrss would count what it was forked from."""
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


most = peak()
sys.stderr.write(f"\n{took:.3f} {most}\n")
sys.exit(code)
