"""Decided anew: number, policy, deadline and rights come from the state that an entry comes to stand on."""

import json

FIRST, SECOND, THIRD = (f"青云网案〔2026〕{n}号" for n in (1, 2, 3))


def test_a_filing_with_a_taken_number_takes_the_next_and_says_so(a, b):
    one, other = a.reported("路灯不亮"), b.reported("井盖松动")
    a("file", one, "--to", "chengguan")
    b("file", other, "--to", "chengguan")
    a("sync")
    assert b("sync") == (
        "Received: 3; sent: 3 (origin)\n"
        "Put on top of what came: 3\n"
        f"qy-20261124-{other}: the number {FIRST} was given away meanwhile; it is {SECOND} now\n"
    )
    filed = b.shows(other)["history"][2]
    assert (filed["number"], filed["was"]) == (SECOND, FIRST)
    assert b("list", "--ids")
    a("sync")
    assert [a.shows(case)["number"] for case in (one, other)] == [FIRST, SECOND]
    assert SECOND in a("show", other, lang="zh")
    assert f"原立案号  {FIRST}" in a("show", other, lang="zh")


def test_the_new_number_is_told_in_json_and_in_chinese(a, b):
    one, other = a.reported("路灯不亮"), b.reported("井盖松动")
    a("file", one)
    a("sync")
    b("file", other)
    third = b.reported("店外经营")
    b("file", third)
    assert b("sync", lang="zh") == (
        "收到 3 条，发出 6 条（origin）\n"
        "接在对方记录之后重新登记 6 条\n"
        f"qy-20261124-{other}：立案号 {FIRST} 已先给了别的案件，改为 {SECOND}\n"
        f"qy-20261124-{third}：立案号 {SECOND} 已先给了别的案件，改为 {THIRD}\n"
    )
    assert b("audit").startswith("Commits audited: 10; nothing recorded was altered")


def test_renumbered_stands_in_the_json_of_sync(a, b):
    one, other = a.reported("路灯不亮"), b.reported("井盖松动")
    a("file", one)
    a("sync")
    b("file", other)
    wanted = [{"case": f"qy-20261124-{other}", "was": FIRST, "number": SECOND}]
    assert b.json("sync", "--dry-run")["renumbered"] == wanted
    assert b.json("sync")["renumbered"] == wanted


def test_a_number_that_changes_twice_keeps_the_one_that_it_had_at_first(a, b, refusing):
    mine = b.reported("井盖松动")
    b("file", mine)
    for title in ("路灯不亮", "店外经营"):
        a("file", a.reported(title))
        a("sync")
        with refusing("not now"):
            b("sync", code=40)
    b("sync")
    filed = b.shows(mine)["history"][2]
    assert (filed["number"], filed["was"]) == (THIRD, FIRST)


def plan(path):
    """A holiday plan of 2027."""
    days = [{"name": "元旦", "date": f"2027-01-0{day}", "isOffDay": True} for day in range(1, 4)]
    path.write_text(json.dumps({"year": 2027, "days": days}))
    return str(path)


def test_a_deadline_is_reckoned_by_the_calendar_of_the_other_side(a, b, shared, tmp_path):
    a("calendar", "add", plan(tmp_path / "plan.json"), now="2026-12-31T09:00:00+08:00")
    a("sync")
    b("file", shared, "--to", "chengguan", "--limit", "1 work_day", "--note", "缺配件")
    filed, sent = b.shows(shared)["history"][2:]
    assert (sent["due"], sent.get("provisional")) == ("2027-01-01T09:02:00+08:00", True)
    b("sync")
    anew, sent = b.shows(shared)["history"][2:]
    assert (sent["due"], sent.get("provisional")) == ("2027-01-04T09:02:00+08:00", None)
    assert filed["pinned"]["calendar"] != anew["pinned"]["calendar"]
    assert b("audit")


def test_a_filing_is_pinned_to_the_catalogue_of_the_other_side(a, b, shared):
    said = [
        "--word",
        "晾晒",
        "--filing",
        "晾晒占道",
        "--closing",
        "已收走",
        "--limit",
        "2 work_day",
    ]
    a("catalogue", "add", "E0499", "--zh", "占道晾晒", *said)
    a("sync")
    b("file", shared, "--to", "chengguan")
    assert b.shows(shared)["history"][2]["pinned"]["catalogue"] == "cn@1"
    b("sync")
    assert b.shows(shared)["history"][2]["pinned"]["catalogue"] == "cn@1+qy@1"


def test_a_limit_is_reckoned_by_the_working_hours_of_the_other_side(a, b, shared):
    a.edit("grids.yaml", '"14:00-18:00"', '"13:00-17:00"')
    a("record")
    a("sync")
    b("file", shared, "--to", "chengguan", "--limit", "4 work_hour", "--note", "缺配件")
    first = b.shows(shared)["due"]
    b("sync")
    assert (first, b.shows(shared)["due"]) == (
        "2026-11-24T15:06:00+08:00",
        "2026-11-24T14:06:00+08:00",
    )


def test_who_has_no_post_any_more_on_the_other_side_is_held(a, b, shared):
    a("staff", "post", "p22", "--grid", "qy-dh", "--role", "dispatcher")
    a("staff", "leave", "p22", "--grid", "qy-xs", "--until", "2026-11-23")
    a("staff", "leave", "p08", "--until", "2026-11-23")
    a("sync")
    other = b.collect("井盖松动", grid="qy-xs-1")
    b.is_clerk("p22")
    b("triage", other, "--category", "E0405")
    b.is_clerk("p08")
    b("file", shared, code=20)
    b("note", shared, "到场看过")
    held = b.json("sync", code=1)["held"]
    assert {each["case"][-5:]: each["rule"] for each in held} == {other: "R01", shared: "R02"}
    assert b.did(other) == ["collected"]


def test_who_is_not_in_the_staff_file_of_the_other_side_is_held(a, b, shared):
    a.edit("staff.yaml", "email: p08@example.org", "email: p08@example.net")
    a("record")
    a("sync")
    b.is_clerk("p08")
    b("note", shared, "到场看过")
    [held] = b.json("sync", code=1)["held"]
    assert (held["rule"], held["case"][-5:], held["events"][0]["did"]) == ("R02", shared, "noted")


def test_what_builds_on_an_entry_of_somebody_unknown_is_held_with_it(a, b, shared):
    a.edit("staff.yaml", "email: p22@example.org", "email: p22@example.net")
    a("record")
    a("sync")
    other = b.collect("井盖松动", grid="qy-xs-1")
    b.is_clerk("p22")
    b("triage", other, "--category", "E0405")
    b.is_clerk("p01")
    b("void", other, "--note", "重复")
    b("note", other, "问过房东")
    held = b.json("sync", code=1)["held"]
    assert [(each["rule"], each["events"][0]["did"]) for each in held] == [
        ("R02", "triaged"),
        ("Y03", "voided"),
    ]
    assert b.did(other) == ["collected", "noted"]
