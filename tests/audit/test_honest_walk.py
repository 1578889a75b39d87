"""Whatever is done through the commands, the audit finds nothing against."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "walk"))

from walker import Walk


@pytest.mark.parametrize("seed", [1, 2])
def test_a_long_day_at_the_office_is_clean(ledger_folder, seed):
    walk = Walk(ledger_folder, seed)
    while walk.calls < 250:
        walk.step()
    code, out, err = walk.run("audit", "--json")
    found = json.loads(out)
    assert found["violations"] == [], err
    assert code == 0
    assert found["commits"] == int(walk.git("rev-list", "--count", "HEAD"))
