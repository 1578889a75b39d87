"""One command in a process of its own; says on standard error how long it took, and its most memory."""

import resource
import sys
import time

begun = time.monotonic()
from gridctl.cli.main import run  # noqa: E402

code = run(sys.argv[1:])
took = time.monotonic() - begun
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
    1 if sys.platform == "linux" else 1024
)
sys.stderr.write(f"\n{took:.3f} {most}\n")
sys.exit(code)
