"""A change survives a fault at every single call that alters a file, in git as in our own code:
a step of a case, an edit of the settings, an entry of a journal, and what is taken back.

All calls with GRIDCTL_SWEEP=all; otherwise every fifth, another fifth each day.
"""

import os
import shutil
import sys
import time
from pathlib import Path

import fault_sweep
import pytest

ALL = os.environ.get("GRIDCTL_SWEEP") == "all"

pytestmark = [
    pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc to build the fault library"),
    pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD is Linux"),
]


@pytest.fixture(scope="module", params=fault_sweep.ACTS)
def bench(request, tmp_path_factory: pytest.TempPathFactory) -> fault_sweep.Bench:
    return fault_sweep.prepare(
        str(tmp_path_factory.mktemp("sweep")), fault_sweep.ACTS[request.param]
    )


def numbers(bench: fault_sweep.Bench) -> range:
    end = len(bench.calls) + 1
    if ALL:
        return range(1, end)
    return range(1 + int(time.time() // 86400) % 5, end, 5)


@pytest.mark.parametrize("mode", fault_sweep.MODES)
def test_old_or_new_and_the_retry_ends_in_new(mode, bench):
    counts, wrong = fault_sweep.sweep(bench, mode, numbers(bench))
    assert wrong == []
    assert sum(counts.values()) == len(numbers(bench))


@pytest.mark.parametrize("bench", ["step"], indirect=True)
def test_the_faults_do_arrive(bench):
    """A sweep that fails nothing would prove nothing: the step is kept from its commit."""
    calls = enumerate(bench.calls, 1)
    place = next(n for n, call in calls if call.startswith("write") and "main.lock" in call)
    assert fault_sweep.fault(bench, "eio", place) == ("old", "")
    assert any(
        call.startswith("fsync") and Path(call.split()[1]).name == "heads" for call in bench.calls
    )
