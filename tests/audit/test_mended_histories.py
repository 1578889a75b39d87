"""A case brought back holds what was recorded meanwhile, and any part of a history is told like the whole."""

import random

import pytest
from slow_auditor import agreed
from test_one_upon_another import altered, honest, restored, tampered

from gridctl.domain.identifiers import case_path


def altered_note(town):
    """A case whose first words were altered by plain git, and a remark recorded on top."""
    good = town.head
    town.swap(case_path(town.fresh), "title: 桥头占道", "title: 桥尾占道")
    altered = town.commit("altered")
    town.call("note", town.fresh, "已联系")
    return good, altered


def named(town, *words):
    return [(each["commit"], each["rule"]) for each in town.audit(*words)["violations"]]


def test_a_restore_that_drops_a_later_entry_is_named(town):
    good, altered = altered_note(town)
    town.git("checkout", good, "--", case_path(town.fresh))
    dropped = town.commit("restored")
    assert named(town) == [(altered, "C06"), (dropped, "C06")]
    assert named(town, "HEAD~1..HEAD") == [(dropped, "C06")]
    assert agreed(town)


def test_a_restore_that_keeps_a_later_entry_is_not_named_in_any_range(town):
    _good, altered = altered_note(town)
    town.swap(case_path(town.fresh), "title: 桥尾占道", "title: 桥头占道")
    town.commit("restored")
    assert named(town) == [(altered, "C06")]
    assert named(town, "HEAD~1..HEAD") == []
    assert named(town, "HEAD~2..HEAD") == []
    assert agreed(town)


@pytest.mark.parametrize("between", [0, 1])
def test_a_removed_case_brought_back_is_not_named_in_any_range(town, between):
    kept = town.bytes_of(case_path(town.handled))
    (town.folder / case_path(town.handled)).unlink()
    gone = town.commit("removed")
    for _ in range(between):
        town.call("note", town.fresh, "已联系")
    town.put(case_path(town.handled), kept)
    town.commit("restored")
    assert named(town) == [(gone, "C07")]
    assert named(town, "HEAD~1..HEAD") == []


def test_a_removed_case_that_comes_back_otherwise_is_named_in_any_range(town):
    kept = town.bytes_of(case_path(town.handled))
    (town.folder / case_path(town.handled)).unlink()
    town.commit("removed")
    town.put(case_path(town.handled), kept.replace("桥头".encode(), "桥尾".encode()))
    back = town.commit("restored")
    assert named(town, "HEAD~1..HEAD") == named(town, "HEAD~2..HEAD")[1:] == [(back, "C06")]


def of_cases(found):
    return {
        (each["commit"], each["rule"], each["path"])
        for each in found["violations"]
        if each["path"] and each["path"].startswith("cases/") and each["rule"] not in ("C04", "C05")
    }


@pytest.mark.parametrize("seed", range(4))
def test_any_part_of_a_wild_history_is_told_like_the_whole(town, seed):
    rng = random.Random(seed)
    for _ in range(14):
        town.me = rng.choice(["p01", "p01", "p01", "p02", "p10", "p99"])
        rng.choice([tampered, altered, honest, restored])(town, rng)
    whole = of_cases(town.audit())
    commits = town.git("rev-list", "--reverse", "--no-merges", "HEAD").split()[1:]
    for commit in commits[-14:]:
        own = {each for each in whole if each[0] == commit}
        assert of_cases(town.audit(f"{commit}^..{commit}")) == own
