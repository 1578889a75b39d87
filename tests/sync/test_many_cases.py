"""Many cases in one command: those that name each other follow together, of others those that can."""


def test_a_link_follows_on_both_cases_or_on_neither(a, b, shared):
    other = b.collect("井盖松动")
    b("link", shared, "--to", other)
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    assert b.shows(shared)["links"] == [f"qy-20261124-{other}"]
    assert b.shows(other)["links"] == [f"qy-20261124-{shared}"]
    assert b("check")


def test_a_duplicate_is_held_with_its_original(a, b, shared):
    again = b.collect("路灯不亮")
    b("sync")
    a("sync")
    a("triage", again, "--category", "E0405")
    a("sync")
    b("triage", again, "--duplicate-of", shared)
    held = b.json("sync", code=1)["held"]
    assert sorted(each["case"][-5:] for each in held) == sorted([again, shared])
    assert {each["rule"] for each in held} == {"Y01"}
    assert b.did(shared) == ["collected", "triaged"]
    assert b("check")


def test_of_a_command_over_many_cases_those_follow_that_can(a, b):
    cases = [a.reported(title) for title in ("路灯不亮", "井盖松动", "店外经营")]
    a("sync")
    b("sync")
    a("void", cases[1], "--note", "重复")
    a("sync")
    b("file", *cases, "--to", "chengguan")
    mine = b.head()
    answer = b.json("sync", code=1)
    assert [(each["case"][-5:], each["commit"]) for each in answer["held"]] == [(cases[1], mine)]
    assert [b.shows(case)["state"] for case in cases] == ["open", "void", "open"]
    assert [b.shows(case)["number"] for case in cases] == [
        "青云网案〔2026〕1号",
        None,
        "青云网案〔2026〕3号",
    ]
    assert b.git("log", "-1", "--format=%B").split("\n")[0] == "2 cases: filed, dispatched"
