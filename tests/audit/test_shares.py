"""However many processes share the cases of a history, the verdict is one."""

import deed_tamperings  # noqa: F401 - its tamperings stand in the table
import pytest
from merge_tamperings import MERGES
from tamperings import TAMPERINGS

from gridctl.app import auditing
from gridctl.app.audit.shares import Share, shares


@pytest.fixture
def dealt_out(monkeypatch):
    """Deals the cases of any history out to three processes."""

    def deal():
        monkeypatch.setattr(
            auditing, "shares", lambda _commits: tuple(Share(number, 3) for number in range(3))
        )

    return deal


# Every tenth of each table: one process more a tampering takes its time.
@pytest.mark.parametrize("name", [*list(TAMPERINGS)[::10], *list(MERGES)[::5]])
def test_three_processes_say_what_one_says(town, name, dealt_out):
    act, _rules = (TAMPERINGS | MERGES)[name]
    good = town.head
    if not act(town):
        town.commit(name)
    alone = [town.audit(words) for words in (f"{good}..HEAD", "HEAD")]
    dealt_out()
    together = [town.audit(words) for words in (f"{good}..HEAD", "HEAD")]
    assert not together[0]["sound"]
    for one, other in zip(alone, together, strict=True):
        for answer in (one, other):
            answer["violations"].sort(
                key=lambda each: (each["commit"], each["rule"], each["path"] or "")
            )
        assert one == other


def test_a_short_history_is_judged_by_one_process_and_a_case_by_one_share():
    assert shares(200) == (Share(0, 1),)
    many = [Share(number, 3) for number in range(3)]
    paths = [f"cases/2026/11/24/lz-20261124-{n:05}.yaml" for n in range(60)]
    assert all(sum(share.has(path) for share in many) == 1 for path in paths)
    assert all(any(share.has(path) for path in paths) for share in many)
