"""renumber: of two cases that plain git let have one number, all but the first filed take the next."""

import pytest

FIRST, SECOND, THIRD = (f"青云网案〔2026〕{n}号" for n in (1, 2, 3))


@pytest.fixture
def twice(a, b):
    """Two cases with one number, filed in two clones that a clean merge of plain git brought together."""
    one, other = a.reported("路灯不亮"), b.reported("井盖松动")
    a("file", one)
    b("file", other)
    a("sync")
    b.git("fetch", "-q")
    b.git("merge", "-q", "--no-edit", "origin/main")
    assert (b.shows(one)["number"], b.shows(other)["number"]) == (FIRST, FIRST)
    return one, other


def test_the_one_that_was_filed_later_takes_the_next_number(a, b, twice):
    one, other = twice
    b("renumber", "--note", "两边同号")
    assert (b.shows(one)["number"], b.shows(other)["number"]) == (FIRST, SECOND)
    last = b.shows(other)["history"][-1]
    assert (last["did"], last["number"], last["was"], last["note"]) == (
        *("renumbered", SECOND, FIRST),
        "两边同号",
    )
    assert b("renumber") == "No number was given twice.\n"
    assert b("renumber", lang="zh") == "没有重复的立案号。\n"
    assert b.json("renumber") == []
    assert b("check")
    b("sync")
    a("sync")
    assert a.shows(other)["number"] == SECOND


def test_what_check_and_audit_say_of_one_number_for_two(b, twice):
    assert "C04" in b("check", code=1)
    assert "C04" in b("audit", code=1)
    b("renumber")
    assert b("check")
    assert b("audit")


def test_which_of_the_two_is_for_a_person_to_say(b, twice):
    one, other = twice
    b("renumber", one)
    assert (b.shows(one)["number"], b.shows(other)["number"]) == (SECOND, FIRST)


def test_both_named_the_first_takes_a_number_and_the_second_stands_alone(b, twice):
    assert "C04" in b("renumber", *twice, code=20)
    assert [b.shows(case)["number"] for case in twice] == [FIRST, FIRST]


def test_of_three_with_one_number_two_take_the_next_ones(a, b, town, twice):
    first, second = twice
    third = a.reported("店外经营")
    a("file", third)
    [path] = (a.folder / "cases").rglob(f"*-{third}.yaml")
    path.write_text(path.read_text().replace(SECOND, FIRST))
    a.git("commit", "-qam", "by hand")
    b.git("fetch", "-q", "../a", "main")
    b.git("merge", "-q", "--no-edit", "FETCH_HEAD")
    b("renumber")
    assert [b.shows(case)["number"] for case in (first, second, third)] == [FIRST, SECOND, THIRD]
    assert b("check")


def test_a_number_that_stands_alone_is_kept(a, shared):
    a("file", shared)
    assert a("renumber", shared, code=20) == (
        f"Refused by the rule C04: No other case has the number of {shared}.\n"
        f"A number that stands alone is kept: gridctl show {shared}\n"
    )


def test_a_case_without_a_number_has_none_to_change(a, shared):
    assert "No other case has the number" in a("renumber", shared, code=20)


def test_only_a_dispatcher_gives_numbers(b, twice):
    b.is_clerk("p08")
    assert "R01" in b("renumber", code=20)
    b.is_clerk("p01")
    b("renumber", "--dry-run")
    assert {b.shows(case)["number"] for case in twice} == {FIRST}
    b("renumber")


@pytest.fixture
def sent(a, b, twice):
    """The same two cases, where somebody has sent them with plain git."""
    b.git("push", "-q", "origin", "HEAD:main")
    for clone in (a, b):
        clone.git("pull", "-q", "--ff-only", "origin", "main")
        clone.git("update-ref", "refs/gridctl/seen/origin/main", "HEAD")
    return twice


def test_a_new_number_that_was_given_away_meanwhile_is_the_next_one(a, b, sent):
    _one, other = sent
    b("renumber")
    third = a.reported("店外经营")
    a("file", third)
    a.git("push", "-q", "origin", "HEAD:main")
    answer = b.json("sync")
    assert answer["renumbered"] == [
        {"case": f"qy-20261124-{other}", "was": SECOND, "number": THIRD}
    ]
    last = b.shows(other)["history"][-1]
    assert (last["number"], last["was"]) == (THIRD, FIRST)
    assert b("check")
    assert b("audit")


def test_a_new_number_is_not_needed_where_the_filing_took_one_already(a, b, twice):
    one, other = twice
    b("renumber")
    a("note", one, "甲看过")
    a("sync")
    [held] = b.json("sync", code=1)["held"]
    assert (held["rule"], held["events"][0]["did"]) == ("W06", "renumbered")
    assert [b.shows(case)["number"] for case in twice] == [FIRST, SECOND]
    b("held", "drop", other, "--yes")
    assert b("audit")


def test_the_later_one_is_the_one_recorded_later_for_audit_and_renumber(a, b):
    other, one = b.reported("井盖松动"), a.reported("路灯不亮")
    a("file", one)
    b("--at", "09:03", "file", other)  # filed earlier by what it says, recorded later
    a("sync")
    b.git("fetch", "-q")
    b.git("merge", "-q", "--no-edit", "origin/main")
    [found] = b.json("audit", code=1)["violations"]
    assert (found["rule"], found["case"][-5:]) == ("C04", other)
    b("renumber")
    assert (b.shows(one)["number"], b.shows(other)["number"]) == (FIRST, SECOND)
