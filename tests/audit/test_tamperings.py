"""Every tampering is named, at its commit, by its rule; and nothing else is."""

import deed_tamperings  # noqa: F401 - its tamperings stand in the table
import pytest
from merge_tamperings import MERGES
from tamperings import TAMPERINGS


@pytest.mark.parametrize("name", TAMPERINGS | MERGES)
def test_a_tampering_is_named(town, name):
    act, rules = (TAMPERINGS | MERGES)[name]
    good = town.head
    commits = act(town) or [town.commit(name)]
    found = town.audit(f"{good}..HEAD")
    named = {(each["commit"], each["rule"]) for each in found["violations"]}
    assert {rule for _commit, rule in named} == rules, found["violations"]
    assert {commit for commit, _rule in named} == set(commits), found["violations"]
    assert all(each["remedy"] for each in found["violations"])
    assert town.audit(good)["sound"]
