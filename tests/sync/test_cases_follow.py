"""Cases: what moves nothing follows wherever it is legal; a move follows where nobody else has moved the case."""

import pytest

NEUTRAL = {
    "noted": ("note", "{case}", "又见两张桌子"),
    "handled": ("--as", "p17", "handle", "{case}", "--note", "到了现场"),
    "urged": ("urge", "{case}", "--note", "抓紧"),
    "linked": ("link", "{case}", "--to", "{other}"),
}


def ends(clone, case):
    """The unit's last step, and the one after it."""
    clone("--as", "p17", "handle", case, "--done", "fixed", "--note", "已修好")


@pytest.mark.parametrize("did", NEUTRAL)
def test_what_moves_nothing_follows_where_the_other_side_moved_the_case(did, a, b, dispatched):
    other = b.collect("井盖松动")
    b("sync")
    a("sync")
    a("--as", "p17", "extend", dispatched, "--request", "--note", "缺配件")
    a("sync")
    b(*(word.format(case=dispatched, other=other) for word in NEUTRAL[did]))
    b("sync")
    assert b.did(dispatched)[-2:] == ["extension_requested", did]
    assert b.json("held") == []


def test_a_call_back_follows_an_evaluation(a, b, dispatched):
    ends(a, dispatched)
    a("feedback", dispatched, "--told", "店主", "--satisfaction", "satisfied")
    a("--as", "p04", "verify", dispatched, "--pass")
    a("sync")
    b("sync")
    a("evaluate", dispatched, "--strip", "90", "--block", "90")
    a("sync")
    b("callback", dispatched, "--satisfaction", "satisfied", "--solved", "yes")
    b("sync")
    assert b.did(dispatched)[-2:] == ["evaluated", "called_back"]


def test_what_moves_nothing_is_held_where_it_is_legal_no_longer(a, b, dispatched):
    a("void", dispatched, "--note", "重复")
    a("sync")
    b("--as", "p17", "handle", dispatched, "--note", "到了现场")
    [held] = b.json("sync", code=1)["held"]
    assert held["rule"] == "W01"
    assert b.did(dispatched)[-1] == "voided"


def test_a_move_is_held_where_the_other_side_moved_the_case(a, b, shared):
    a("file", shared, "--to", "chengguan")
    a("sync")
    b("void", shared, "--note", "重复")
    mine = b.head()
    answer = b.json("sync", code=1)
    [held] = answer["held"]
    assert held == {
        "case": f"qy-20261124-{shared}",
        "path": f"cases/2026/11/24/qy-20261124-{shared}.yaml",
        "commit": mine,
        "events": [{"n": 3, "did": "voided", "at": "2026-11-24T09:06:00+08:00", "by": "p01"}],
        "theirs": [
            {"n": 3, "did": "filed", "at": "2026-11-24T09:04:00+08:00", "by": "p01"},
            {"n": 4, "did": "dispatched", "at": "2026-11-24T09:04:00+08:00", "by": "p01"},
        ],
        "rule": "Y01",
        "why": "Somebody else moved the case meanwhile.",
    }
    assert (answer["fetched"], answer["replayed"], answer["pushed"]) == (1, 0, 0)
    assert b.did(shared) == ["collected", "triaged", "filed", "dispatched"]
    assert b.head() == a.head()
    assert b.git("status", "--porcelain") == ""
    assert b("sync") == (
        "Nothing new on either side (origin)\n"
        "Warning: 1 entries are held back from earlier: gridctl held\n"
    )


def test_a_move_follows_where_the_other_side_added_what_moves_nothing(a, b, shared):
    a("note", shared, "甲看过")
    a("link", shared, "--to", a.collect("井盖松动"))
    a("sync")
    b("void", shared, "--note", "重复")
    b("sync")
    assert b.did(shared)[-3:] == ["noted", "linked", "voided"]
    assert b.subjects()[0] == f"{shared} voided (v4→v5)"
    assert [each["n"] for each in b.shows(shared)["history"]] == [1, 2, 3, 4, 5]


def test_two_moves_of_one_case_in_several_entries_follow_each_after_the_other(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b("file", shared)
    b("dispatch", shared, "--to", "chengguan")
    b("note", shared, "乙派的")
    ends(b, shared)
    b("sync")
    assert b.did(shared)[2:] == ["noted", "filed", "dispatched", "noted", "handled"]
    assert b.subjects("HEAD~4..HEAD") == [
        f"{shared} handled: fixed (v6→v7)",
        f"{shared} noted (v5→v6)",
        f"{shared} dispatched to chengguan (v4→v5)",
        f"{shared} filed (v3→v4)",
    ]


def test_a_correction_of_ones_own_entry_follows_with_its_new_number(a, b):
    case = a.collect()
    a("sync")
    b("sync")
    b("triage", case, "--category", "E0405")
    b("correct", case, "--field", "category", "--new", "E0401", "--note", "看错")
    assert b.shows(case)["history"][-1]["entry"] == 2
    a("note", case, "甲看过")
    a("sync")
    b("sync")
    last = b.shows(case)["history"][-1]
    assert (last["did"], last["n"], last["entry"]) == ("corrected", 4, 3)
    assert b.shows(case)["category"] == "E0401"


def test_a_correction_of_an_entry_that_both_had_keeps_its_number(a, b, shared):
    b("correct", shared, "--field", "title", "--new", "路灯全灭", "--note", "看错")
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    last = b.shows(shared)["history"][-1]
    assert (last["n"], last["entry"]) == (4, 1)
    assert b.shows(shared)["title"] == "路灯全灭"


def test_a_correction_of_an_entry_that_is_held_is_held_with_it(a, b):
    case = a.collect(grid="qy-xs-1")
    a("sync")
    b("sync")
    b.is_clerk("p22")
    b("triage", case, "--category", "E0405")
    b.is_clerk("p01")
    b("correct", case, "--field", "category", "--new", "E0401", "--note", "看错")
    a("staff", "leave", "p22", "--until", "2026-11-23")
    a("sync")
    held = b.json("sync", code=1)["held"]
    assert [(each["rule"], each["events"][0]["did"]) for each in held] == [
        ("R02", "triaged"),
        ("Y03", "corrected"),
    ]


def test_what_builds_on_a_move_that_is_held_is_held_and_a_remark_is_not(a, b, shared):
    a("void", shared, "--note", "重复")
    a("sync")
    b("file", shared, "--to", "chengguan")
    b("note", shared, "问过房东")
    ends(b, shared)
    answer = b.json("sync", code=1)
    assert [each["rule"] for each in answer["held"]] == ["Y01", "Y01"]
    assert answer["replayed"] == 1
    assert b.did(shared)[2:] == ["voided", "noted"]


def test_a_new_case_follows_with_all_its_steps(a, b):
    a.collect("井盖松动")
    a("sync")
    mine = b.reported("店外经营")
    b("file", mine, "--to", "chengguan")
    ends(b, mine)
    mine_at_first = b.shows(mine)
    b("sync")
    assert b.shows(mine)["history"] == mine_at_first["history"]
    a("sync")
    assert a.did(mine) == ["collected", "triaged", "filed", "dispatched", "handled"]


def test_a_new_case_whose_report_is_held_is_held_whole(a, b):
    b.is_clerk("p22")
    mine = b.collect("店外经营", grid="qy-xs-1")
    b.is_clerk("p01")
    b("note", mine, "问过房东")
    a("staff", "leave", "p22", "--until", "2026-11-23")
    a("sync")
    held = b.json("sync", code=1)["held"]
    assert [each["case"][-5:] for each in held] == [mine, mine]
    assert held[1]["rule"] == "Y03"
    assert list((b.folder / "cases").rglob("*.yaml")) == []


def test_what_would_make_a_file_too_large_is_held_and_the_file_stays_readable(a, b, shared):
    """Each side alone has room, both together have not."""
    for clone in (a, b):
        for number in range(6):
            clone("note", shared, f"{clone.name}{number}" + "占道" * 3300)
    a("sync")
    answer = b.json("sync", code=1)
    assert {each["rule"] for each in answer["held"]} == {"F02"}
    assert b("check") == "Cases checked: 1; all is sound\n"
    assert a.head() == b.git("rev-parse", "HEAD~" + str(answer["pushed"]))
