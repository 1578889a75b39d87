"""One command in a process of its own; says on standard error what it cost: CPU seconds, and most memory in KiB."""

import resource
import sys
import time

from gridctl.cli.main import run

code = run(sys.argv[1:])
took = time.process_time()  # what others do on a busy machine is not in it


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
