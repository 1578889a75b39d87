"""Journals: entries of both sides stand in one month, numbered anew; a second coming on one day is held."""

MONTH = "journal/2026/11/p10.yaml"


def journal(clone):
    return [(each["n"], each["did"]) for each in clone.json("journal", "show", "p10")["entries"]]


def test_entries_of_both_sides_follow_and_are_numbered_on(a, b):
    a("sign", "in", "--for", "p10")
    a("sync")
    b("journal", "add", "visit", "走访", "--households", "8", "--for", "p10")
    b("journal", "add", "publicity", "安全宣传", "--into", "campus", "--for", "p10")
    b("sync")
    assert journal(b) == [(1, "signed_in"), (2, "visited"), (3, "publicised")]
    assert b.subjects()[0] == "p10: publicised"
    assert b("check")
    assert b("audit")


def test_a_second_coming_on_one_day_is_held(a, b):
    a("sign", "in", "--for", "p10")
    a("sync")
    b("sign", "in", "--for", "p10")
    b("journal", "add", "visit", "走访", "--households", "8", "--for", "p10")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["case"], held["rule"]) == ("journal/2026/11/p10.yaml", None, "J06")
    assert ([e["did"] for e in held["events"]], [e["did"] for e in held["theirs"]]) == (
        ["signed_in"],
        ["signed_in"],
    )
    assert journal(b) == [(1, "signed_in"), (2, "visited")]


def test_of_a_roll_call_those_follow_who_had_not_come_yet(a, b):
    a("sign", "in", "--for", "p10")
    a("sync")
    b("sign", "in", "--for", "p10,p11,p12")
    [held] = b.json("sync", code=1)["held"]
    assert held["path"] == MONTH
    assert b.json("journal", "show", "p11")["entries"][0]["did"] == "signed_in"


def test_a_correction_follows_with_the_number_of_the_entry_that_it_mends(a, b):
    b("sign", "in", "--for", "p10")
    b("sign", "correct", "p10", "1", "--to", "08:05", "--reason", "看错")
    a("journal", "add", "visit", "走访", "--households", "8", "--for", "p10")
    a("sync")
    b("sync")
    entries = b.json("journal", "show", "p10")["entries"]
    assert [(e["n"], e["did"], e.get("entry")) for e in entries] == [
        (1, "visited", None),
        (2, "signed_in", None),
        (3, "corrected", 2),
    ]


def test_a_correction_of_an_entry_that_is_held_is_held_with_it(a, b):
    a("sign", "in", "--for", "p10")
    a("sync")
    b("sign", "in", "--for", "p10")
    b("sign", "correct", "p10", "1", "--to", "08:05", "--reason", "看错")
    held = b.json("sync", code=1)["held"]
    assert [each["rule"] for each in held] == ["J06", "Y03"]
    assert journal(b) == [(1, "signed_in")]


def test_an_entry_that_names_a_case_of_ones_own_follows_with_it(a, b):
    a.collect("井盖松动")
    a("sync")
    case = b.collect("店外经营")
    b("journal", "add", "patrol", "巡查", "--found", case, "--for", "p10")
    b("sync")
    assert b.json("journal", "show", "p10")["entries"][0]["found"] == [f"qy-20261124-{case}"]
    a("sync")
    assert a("check")


def test_an_entry_that_names_a_case_that_is_held_is_held(a, b):
    a("staff", "leave", "p22", "--until", "2026-11-23")
    a("sync")
    b.is_clerk("p22")
    case = b.collect("店外经营", grid="qy-xs-1")
    b.is_clerk("p01")
    b("journal", "add", "patrol", "巡查", "--found", case, "--for", "p10")
    held = b.json("sync", code=1)["held"]
    assert [(each["rule"], each["path"].partition("/")[0]) for each in held] == [
        ("R02", "cases"),
        ("J05", "journal"),
    ]
    assert b("check")
