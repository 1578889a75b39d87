"""held: what did not follow is listed for both sides, taken up where it still can be, and dropped when asked."""

import pytest


@pytest.fixture
def extended(a, b, dispatched):
    """A case at 城管; 乙's extension of it is held, since 甲's unit was urged by a card meanwhile."""
    a("supervise", dispatched, "yellow", "--note", "超期")
    a("sync")
    b("--as", "p17", "extend", dispatched, "--request", "--note", "缺配件")
    b("sync", code=1)
    return dispatched


def refs(clone):
    found = clone.git("for-each-ref", "--format=%(refname)", "refs/gridctl/held")
    return found.split("\n") if found else []


def test_nothing_held_is_told(a):
    assert a("held") == "Nothing is held back.\n"
    assert a("held", lang="zh") == "没有搁置的记录。\n"
    assert a.json("held") == []


def test_what_is_held_is_listed_with_both_sides(b, extended):
    [ref] = refs(b)
    short = ref.split("/")[3][:7]
    assert b("held") == (
        f"{extended}  {short}  extension asked for by 朱执, 11-24 09:07\n"
        "  Meanwhile: supervised by 赵一, 11-24 09:05\n"
        f"Next: gridctl held take {extended}\n"
        f"  or: gridctl held drop {extended}\n"
    )
    assert b("held", lang="zh") == (
        f"{extended}  {short}  朱执 11-24 09:07 申请延期\n"
        "  其间对方已办：赵一 11-24 09:05 督办\n"
        f"下一步：gridctl held take {extended}\n"
        f"  或：gridctl held drop {extended}\n"
    )
    [held] = b.json("held")
    assert held == {
        "case": f"qy-20261124-{extended}",
        "path": f"cases/2026/11/24/qy-20261124-{extended}.yaml",
        "commit": ref.split("/")[3],
        "events": [
            {"n": 5, "did": "extension_requested", "at": "2026-11-24T09:07:00+08:00", "by": "p17"}
        ],
        "theirs": [{"n": 5, "did": "supervised", "at": "2026-11-24T09:05:00+08:00", "by": "p01"}],
    }


def test_what_is_held_stays_in_this_clone(a, b, extended):
    b("sync")
    a("sync")
    assert a.json("held") == []
    assert a("audit")
    assert len(b.json("held")) == 1


def test_what_still_can_stand_there_is_taken_up_with_its_time(b, extended):
    before = b.head()
    assert b.json("held", "take", extended, "--dry-run")
    assert (b.head(), len(refs(b))) == (before, 1)
    b("held", "take", extended)
    last = b.shows(extended)["history"][-1]
    assert (last["n"], last["did"], last["at"], last["by"], last["entered"]) == (
        *(6, "extension_requested", "2026-11-24T09:07:00+08:00", "p17"),
        "p01",
    )
    assert refs(b) == []
    assert b.git("rev-parse", "HEAD~1") == before
    assert b("sync") == "Received: 0; sent: 1 (origin)\n"
    assert b("audit")


def test_where_the_case_has_moved_on_since_it_is_taken_up_as_of_now(a, b, extended):
    a("supervise", extended, "red", "--note", "仍未办")
    a("sync")
    b("sync")
    b("held", "take", extended, now="2026-11-24T09:30:00+08:00")
    last = b.shows(extended)["history"][-1]
    assert (last["did"], last["at"]) == ("extension_requested", "2026-11-24T09:30:00+08:00")


def test_another_time_is_given_with_at(b, extended):
    b("held", "take", extended, "--at", "2026-11-24T09:06:00+08:00")
    assert b.shows(extended)["history"][-1]["at"] == "2026-11-24T09:06:00+08:00"


def test_what_is_still_not_legal_stays_held(a, b, shared):
    a("file", shared, "--to", "chengguan")
    a("sync")
    b("file", shared, "--to", "jiaojing")
    b("sync", code=1)
    before = b.head()
    assert b("held", "take", shared, code=20).startswith("Refused by the rule W01: ")
    assert (b.head(), len(refs(b))) == (before, 1)


def test_several_entries_of_one_case_are_taken_up_in_their_order(a, b, shared):
    a("escalate", shared, "--as", "p05", "--note", "请示")
    a("sync")
    b("file", shared)
    b("dispatch", shared, "--to", "chengguan")
    b("sync", code=1)
    assert len(refs(b)) == 2
    b("held", "take", shared)
    assert b.did(shared)[-2:] == ["filed", "dispatched"]
    assert refs(b) == []
    assert b("sync")
    assert b("audit")


def test_filings_that_are_taken_up_together_take_numbers_of_their_own(a, b):
    cases = [a.reported(title) for title in ("路灯不亮", "井盖松动", "店外经营", "垃圾堆放")]
    a("sync")
    b("sync")
    for case in cases[:2]:
        a("file", case)
    for case in cases[2:]:
        a("escalate", case, "--as", "p05", "--note", "请示")
    a("sync")
    b("file", *cases[2:])
    b("sync", code=1)
    b("held", "take", *cases[2:])
    numbers = [b.shows(case)["number"][-2:] for case in cases]
    assert (numbers[:2], set(numbers[2:])) == (["1号", "2号"], {"3号", "4号"})
    assert [b.shows(case)["history"][-1]["was"][-2:] for case in cases[2:]] == ["1号", "2号"]
    assert b("check")


def test_both_ends_of_a_link_are_taken_up_together(a, b, shared):
    again = b.collect("路灯不亮")
    b("sync")
    a("sync")
    a("escalate", again, "--as", "p05", "--note", "请示")
    a("sync")
    b("triage", again, "--duplicate-of", shared)
    b("sync", code=1)
    b("held", "take", again)
    assert b.shows(again)["state"] == "closed"
    assert b.shows(shared)["duplicates"] == [f"qy-20261124-{again}"]
    assert refs(b) == []


def test_a_remark_of_somebody_unknown_is_taken_up_by_who_may_enter_for_him(a, b, shared):
    a.edit("staff.yaml", "email: p08@example.org", "email: p08@example.net")
    a("record")
    a("sync")
    b.is_clerk("p08")
    b("note", shared, "到场看过")
    b("sync", code=1)
    b.is_clerk("p01")
    b("held", "take", shared)
    last = b.shows(shared)["history"][-1]
    assert (last["by"], last["entered"], last["text"]) == ("p08", "p01", "到场看过")


def test_a_report_that_is_held_is_collected_anew(a, b):
    a("staff", "leave", "p22", "--until", "2026-11-23")
    a("sync")
    b.is_clerk("p22")
    case = b.collect(grid="qy-xs-1")
    b.is_clerk("p01")
    b("sync", code=1)
    assert b("held", "take", case, code=20) == (
        "Refused by the rule Y03: A report cannot be taken up: its case was never begun.\n"
        f"Collect it anew: gridctl collect. Then: gridctl held drop {case}\n"
    )
    b("held", "drop", case, "--yes")
    assert refs(b) == []


def test_an_entry_of_a_journal_is_taken_up_by_its_file_or_its_short_id(a, b):
    a("sign", "in", "--for", "p10")
    a("sync")
    b("sign", "in", "--for", "p10")
    mine = b.head()[:7]
    b("sync", code=1)
    assert "J06" in b("held", "take", mine, code=20)
    a("sign", "correct", "p10", "1", "--strike", "--reason", "代签")
    a("sync")
    b("sync")
    b("held", "take", "journal/2026/11/p10.yaml")
    said = [(e["n"], e["did"]) for e in b.json("journal", "show", "p10")["entries"]]
    assert said == [(1, "signed_in"), (2, "corrected"), (3, "signed_in")]
    assert refs(b) == []
    assert b("sync")
    assert b("audit")


def test_a_file_of_settings_is_refused_with_what_to_do(a, b):
    a.edit("staff.yaml", "name: 张环", "name: 张桓")
    a("record")
    a("sync")
    b.edit("staff.yaml", "name: 张环", "name: 张寰")
    b("record")
    mine = b.head()[:7]
    told = b("sync", code=1)
    assert told.endswith(
        f"Next: gridctl diff {mine}~1..{mine}\n  or: gridctl held drop staff.yaml\n"
    )
    assert b("held", "take", "staff.yaml", code=20) == (
        "Refused by the rule Y06: staff.yaml cannot be taken up by itself.\n"
        f"See what was meant: gridctl diff {mine}~1..{mine}. Make the edit by hand, then: "
        f"gridctl record, and gridctl held drop {mine}\n"
    )
    assert "张寰" in b("diff", f"{mine}~1..{mine}")
    b("held", "drop", mine, "--yes")
    assert refs(b) == []


def test_drop_asks_and_without_a_terminal_wants_yes(b, extended):
    told = b("held", "drop", extended, code=2)
    assert "--yes" in told
    assert len(refs(b)) == 1
    assert b("held", "drop", extended, "--dry-run") == f"This would be dropped: {extended}\n"
    assert len(refs(b)) == 1
    assert b("held", "drop", extended, "--yes") == f"Dropped: {extended}\n"
    assert refs(b) == []


@pytest.mark.parametrize("verb", ["take", "drop"])
def test_words_that_name_nothing_are_not_found(verb, b, extended):
    told = b("held", verb, extended, "zzzzz", code=10)
    assert told == "Error: Nothing of “zzzzz” is held back.\nSee what is: gridctl held\n"
    assert len(refs(b)) == 1
    assert "zzzzz" in b("held", verb, "zzzzz", code=10, lang="zh")


def test_cases_and_journals_are_taken_up_one_after_the_other(a, b, extended):
    a("sign", "in", "--for", "p10")
    a("sync")
    b("sign", "in", "--for", "p10")
    b("sync", code=1)
    told = b("held", "take", extended, "journal/2026/11/p10.yaml", code=2)
    assert told.startswith("Error: These are of cases and of journals; ")
    assert len(refs(b)) == 2
