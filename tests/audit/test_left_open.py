"""What breaks no rule, and is told in the closing line all the same."""

from datetime import timedelta

import pytest
from merge_tamperings import a_note, two_branches
from slow_auditor import agreed

_POST = "kind: officer, posts: [{grid: qy-dh, role: head, since: 2012-05-01}]"


@pytest.fixture(autouse=True)
def the_other_auditor_agrees(town):
    """Whatever a test leaves behind."""
    yield
    assert agreed(town)


def left_open(town):
    found = town.audit()
    assert found["violations"] == []
    return "; ".join(found["unproven"])


def ended(town, until):
    """The post of a head ends on the one side of a merge, and he triages a case on the other."""

    def ours():
        town.swap("staff.yaml", _POST, _POST.replace("}]", f", until: {until}}}]"))
        town.call("record")

    def theirs():
        town.me = "p05"
        town.call("triage", town.fresh, "-c", "E0406")
        town.me = "p01"

    two_branches(town, ours, theirs)
    town.git("merge", "-q", "--no-edit", "side")
    return town.head


def test_who_recorded_under_a_post_that_the_other_side_had_ended(town):
    merge = ended(town, "2026-11-23")
    assert (
        f"周五 (p05) recorded under a post that the other side of a merge had ended ({merge[:10]}), "
        "and were judged by the settings before that" in left_open(town)
    )
    assert f"在合并的另一边已经结束（{merge[:10]}）" in town.run("--lang", "zh", "audit")[1]


def test_who_recorded_while_the_post_still_held(town):
    ended(town, "2026-11-24")
    assert "had ended" not in left_open(town)


def test_settings_that_end_nobodys_post(town):
    def ours():
        town.swap("staff.yaml", "name: 冯九", "name: 冯久")
        town.call("record")

    two_branches(town, ours, a_note(town, town.fresh))
    town.git("merge", "-q", "--no-edit", "side")
    assert "had ended" not in left_open(town)


@pytest.mark.parametrize(("minutes", "told"), [(5, False), (6, True)])
def test_a_date_before_that_of_the_commit_it_builds_on(town, minutes, told):
    """By five minutes clocks may differ."""
    now = town.clock
    town.clock -= timedelta(minutes=minutes + 1)  # a call is a minute after the one before
    town.call("note", town.reported, "早就看过")
    town.clock = now
    back = (
        f"dates went back at {town.head[:10]}, so what was recorded there may be later than it says"
    )
    assert (back in left_open(town)) is told
