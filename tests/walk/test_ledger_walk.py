"""A long day at the office, at random: GRIDCTL_WALK=5000 walks further than the suite does."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import spoken
from walker import Walk

CALLS = int(os.environ.get("GRIDCTL_WALK", "250"))


@pytest.mark.parametrize("seed", [int(os.environ.get("GRIDCTL_WALK_SEED", "1"))])
def test_whatever_is_called_the_ledger_stays_sound(ledger_folder, seed):
    walk = Walk(ledger_folder, seed)
    while walk.calls < CALLS:
        walk.step()
    walk.ends_well()
    print(walk.calls, "calls,", len(walk.cases), "cases", dict(walk.codes))
    print(dict(walk.rules.most_common()))
    print(dict(walk.did.most_common()))
    assert {0, 2, 10, 20} <= set(walk.codes)
    if CALLS >= 2000:  # a shorter walk cannot come by everything
        assert set(spoken.SAYS) <= set(walk.did)
