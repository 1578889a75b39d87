"""mend: a case that plain git altered, broke or removed comes back whole; all else stays as it was."""

import os

import pytest

from gridctl.domain.identifiers import case_path


def alter(town, case_id):
    town.swap(case_path(case_id), "title: 桥头占道", "title: 桥尾占道")
    return [(town.commit("altered"), "C06")]


def break_(town, case_id):
    town.swap(case_path(case_id), "\ntitle: 桥头占道", "\ntitle: 桥尾占道", 1)
    return [(town.commit("broken"), "C02")]


def remove(town, case_id):
    (town.folder / case_path(case_id)).unlink()
    return [(town.commit("removed"), "C07")]


def link(town, case_id):
    remove_ = town.folder / case_path(case_id)
    remove_.unlink()
    remove_.symlink_to("/etc/hostname")
    return [(town.commit("linked"), "F09")]


def executable(town, case_id):
    os.chmod(town.folder / case_path(case_id), 0o755)
    return [(town.commit("executable"), "F09")]


def truncate(town, case_id):
    town.rewrite(case_id, lambda history: history[:-1])
    return [(town.commit("dropped"), "C06")]


def named(town, *words):
    return [(each["commit"], each["rule"]) for each in town.audit(*words)["violations"]]


def mended(town, case_id, *more):
    return town.call("--json", "mend", case_id[-5:], *more)


@pytest.mark.parametrize("harm", [alter, break_, remove, link, executable, truncate])
def test_what_was_harmed_comes_back(town, harm):
    before = town.bytes_of(case_path(town.handled))
    told = harm(town, town.handled)
    answer = mended(town, town.handled)
    assert answer["kept"] == 0
    assert answer["left"] == []
    assert town.bytes_of(case_path(town.handled)) == before
    assert town.git("status", "--porcelain") == ""
    assert town.git("log", "-1", "--format=%s") == f"mended: {case_path(town.handled)}"
    assert named(town) == told
    assert named(town, "HEAD~1..HEAD") == []
    assert town.run("check")[0] == 0


def test_what_was_recorded_since_stays(town):
    told = alter(town, town.fresh)
    town.call("note", town.fresh, "已联系")
    town.call("--as", "p05", "triage", town.fresh, "-c", "E0406")
    answer = mended(town, town.fresh)
    assert answer["kept"] == 2
    assert answer["version"] == 3
    case = town.case(town.fresh)
    assert case.title == "桥头占道"
    assert [event.did for event in case.history] == ["collected", "noted", "triaged"]
    assert named(town) == told
    assert named(town, "HEAD~1..HEAD") == []


def test_what_a_restore_dropped_comes_back(town):
    good = town.head
    told = alter(town, town.fresh)
    town.call("note", town.fresh, "已联系")
    town.git("checkout", good, "--", case_path(town.fresh))
    told.append((town.commit("restored"), "C06"))
    assert mended(town, town.fresh)["kept"] == 1
    assert town.case(town.fresh).history[-1].text == "已联系"
    assert named(town) == told


def test_an_entry_behind_a_dropped_one_takes_the_number_behind_it(town):
    town.call("note", town.fresh, "先")
    told = truncate(town, town.fresh)
    town.call("note", town.fresh, "后")
    mended(town, town.fresh)
    assert [(e.n, e.text) for e in town.case(town.fresh).history[1:]] == [(2, "先"), (3, "后")]
    assert named(town) == told


def test_what_cannot_follow_is_told_to_be_entered_again(town):
    told = truncate(town, town.reported)
    town.call("--as", "p05", "triage", town.reported, "-c", "E0404")
    answer = mended(town, town.reported)
    assert answer["kept"] == 0
    assert [each["did"] for each in answer["left"]] == ["triaged"]
    assert town.case(town.reported).category == "E0406"
    assert named(town) == told
    assert named(town, "HEAD~1..HEAD") == []


def test_several_come_back_in_one_commit(town):
    alter(town, town.fresh)
    remove(town, town.filed)
    answer = town.call("--json", "mend", town.fresh, town.filed)
    assert [each["id"] for each in answer] == [town.fresh, town.filed]
    assert {each["commit"] for each in answer} == {town.head}


def refused(town, *argv):
    head = town.head
    code, out, err = town.run("mend", *argv)
    assert (code, out) == (20, "")
    assert town.head == head
    return err


def test_where_nothing_was_altered_it_is_refused(town):
    said = refused(town, town.fresh)
    assert said.startswith("Refused by the rule C06: Nothing of")
    alter(town, town.fresh)
    mended(town, town.fresh)
    assert refused(town, town.fresh) == said


def test_an_edit_by_hand_is_left_alone(town):
    alter(town, town.fresh)
    town.swap(case_path(town.fresh), "桥尾", "桥边")
    edited = town.bytes_of(case_path(town.fresh))
    assert "P02" in refused(town, town.fresh)
    assert town.bytes_of(case_path(town.fresh)) == edited


def test_only_a_dispatcher_of_the_grid_mends(town):
    alter(town, town.fresh)
    town.git("config", "user.email", "p10@example.org")
    assert "R01" in refused(town, town.fresh)


def test_a_dry_run_shows_it_and_records_nothing(town):
    alter(town, town.fresh)
    head = town.head
    said = town.call("mend", town.fresh, "--dry-run")
    assert "-title: 桥尾占道\n+title: 桥头占道\n" in said
    assert town.head == head
    assert "桥尾".encode() in town.bytes_of(case_path(town.fresh))


def test_the_answer_to_a_person(town):
    alter(town, town.fresh)
    town.call("note", town.fresh, "已联系")
    assert town.call("mend", town.fresh) == (
        f"{town.fresh[-5:]}  v2  桥头占道\n"
        "  Put back whole; entries recorded since and kept: 1\n"
        "Next: gridctl audit\n"
    )
    alter(town, town.fresh)
    assert town.call("--lang", "zh", "修复", town.fresh) == (
        f"{town.fresh[-5:]}  v2  桥头占道\n"
        "  已完整恢复；保留此后入账的记录 0 条\n"
        "下一步：gridctl audit\n"
    )


def test_an_audit_says_how_it_is_mended(town):
    alter(town, town.fresh)
    remedy = town.audit()["violations"][0]["remedy"]
    assert remedy.endswith(f"gridctl mend {town.fresh[-5:]}")
