"""Two auditors written apart come to the same verdicts on every tampering and on a long day."""

import deed_tamperings  # noqa: F401 - its tamperings stand in the table
import pytest
from merge_tamperings import MERGES
from slow_auditor import SlowAuditor, agreed
from tamperings import TAMPERINGS
from walker import Walk


@pytest.mark.parametrize("name", TAMPERINGS | MERGES)
def test_they_agree_on_a_tampering(town, name):
    act, _rules = (TAMPERINGS | MERGES)[name]
    if not act(town):
        town.commit(name)
    assert agreed(town)


def test_they_agree_on_a_long_day(ledger_folder):
    walk = Walk(ledger_folder, 3)
    while walk.calls < 120:
        walk.step()
    assert SlowAuditor(ledger_folder).audit("HEAD") == set()
