"""`gridctl today`: one person's day, line by line, in both languages and as an object."""

import json

import pytest

NOON = "2026-11-24T12:00:00+08:00"  # a Tuesday


@pytest.fixture
def cases(gridctl):
    """Cases of 东河北片 by when they are due: late, today, soon (Thursday), later (Friday)."""
    found = {}
    for name, begun, limit in (
        ("late", "2026-11-20T09:00", "1 work_day"),  # Friday to Monday the 23rd, 9:00
        ("today", "2026-11-23T15:00", "1 work_day"),  # Monday to Tuesday, 15:00
        ("soon", "2026-11-24T09:00", "2 work_day"),  # to Thursday, the second working day from now
        ("later", "2026-11-24T09:00", "3 work_day"),  # to Friday
    ):
        wishes = ("--grid", "qy-dh-1", "--source", "patrol", "--as", "p10", "--json")
        asked = gridctl("collect", f"{name}占道", *wishes, now=f"{begun}:00+08:00", seed=name)
        assert asked.code == 0, asked.err
        case = json.loads(asked.out)["id"][-5:]
        assert gridctl("triage", case, "--category", "E0406").code == 0
        filed = gridctl("file", case, "--to", "chengguan", "--limit", limit, "--note", "多家")
        assert filed.code == 0, filed.err
        found[name] = case
    return found


def test_the_whole_plan_of_a_head(gridctl, cases):
    """Due dates by hand: a working day is eight hours of 8–12 and 14–18; filed two minutes after."""
    page = gridctl("today", "--staff", "p08", now=NOON, lang="zh")
    assert page == (
        0,
        f"""\
2026-11-24  星期二  工作日
王八斤（p08）  东河北片 网格长

已超期
  1. {cases["late"]}  late占道  城管执法中队，11-23 09:02 到期  → gridctl show {cases["late"]}

今天到期
  2. {cases["today"]}  today占道  城管执法中队，11-24 15:02 到期  → gridctl show {cases["today"]}

两个工作日内到期
  3. {cases["soon"]}  soon占道  城管执法中队，11-26 09:02 到期  → gridctl show {cases["soon"]}

近期休假安排
  4. 2026-11-28 至 2026-11-29：周末
  5. 2026-12-31 以后的放假安排尚未收录  → gridctl calendar add 文件
""",
        "",
    )


def test_the_whole_plan_in_english(gridctl, cases):
    page = gridctl("today", "--as", "p05", now=NOON)
    assert page == (
        0,
        f"""\
2026-11-24  Tuesday  working day
周五 (p05)  东河 grid head

overdue
  1. {cases["late"]}  late占道  城管执法中队, due 11-23 09:02  → gridctl show {cases["late"]}

due today
  2. {cases["today"]}  today占道  城管执法中队, due 11-24 15:02  → gridctl show {cases["today"]}

due within two working days
  3. {cases["soon"]}  soon占道  城管执法中队, due 11-26 09:02  → gridctl show {cases["soon"]}

days off ahead
  4. 2026-11-28 to 2026-11-29: weekend
  5. no holiday plan is known after 2026-12-31  → gridctl calendar add FILE
""",
        "",
    )


def test_the_units_own_officer_handles_and_the_dispatcher_urges(gridctl, cases):
    page = gridctl("today", "--staff", "p17", now=NOON).out
    assert f"due 11-23 09:02  → gridctl handle {cases['late']} --note MEASURES\n" in page
    assert "in your inbox\n  4. to handle: 4  → gridctl inbox\n" in page
    assert f"→ gridctl urge {cases['late']}\n" in gridctl("today", now=NOON).out


def test_an_enforcer_is_not_troubled_with_other_units_cases(gridctl, cases):
    """p18 of the traffic police holds a post over the whole office, and no part in these cases."""
    found = json.loads(gridctl("today", "--staff", "p18", "--json", now=NOON).out)
    assert {part["name"] for part in found["parts"] if part["items"]} == {"days-off"}


def test_the_object_has_every_part(gridctl, cases):
    found = json.loads(gridctl("today", "--staff", "p08", "--json", now=NOON).out)
    assert [part["name"] for part in found["parts"]] == [
        "attendance", "follow-ups", "overdue", "today", "soon", "resumed", "inbox", "watch",
        "days-off",
    ]  # fmt: skip
    assert (found["staff"], found["day"], found["workday"]) == ("p08", "2026-11-24", True)
    assert found["posts"] == [{"grid": "qy-dh-1", "role": "head"}]
    (late,) = found["parts"][2]["items"]
    assert (late["case"][-5:], late["unit"], late["clock"]) == (cases["late"], "chengguan", "red")
    assert late["due"] == "2026-11-23T09:02:00+08:00"


def test_a_monday_has_what_resumed_over_the_weekend(gridctl, cases):
    """Put aside until Friday the 27th: it resumes on Saturday, and Monday the 30th says so."""
    last = ("--until", "2026-11-27", "--note", "等改造", "--as", "p17")
    assert gridctl("suspend", cases["later"], "--request", *last, now=NOON).code == 0
    assert gridctl("suspend", cases["later"], "--approve", "--as", "p02").code == 0

    def resumed(day):
        asked = gridctl("today", "--staff", "p17", "--json", now=f"2026-{day}T08:00:00+08:00")
        part = next(p for p in json.loads(asked.out)["parts"] if p["name"] == "resumed")
        return [item["case"][-5:] for item in part["items"]]

    assert (resumed("11-27"), resumed("11-30"), resumed("12-01")) == ([], [cases["later"]], [])


def test_watched_places_of_ones_grids(gridctl, ledger_folder):
    file = ledger_folder / "grids.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("kind: street,", "kind: street, watch: true,"), "utf-8")
    assert gridctl("record").code == 0
    plan = gridctl("today", "--staff", "p05").out
    assert "places to watch\n  1. 东河桥头, in 东河北片\n" in plan
    assert "东河桥头" not in gridctl("today", "--staff", "p09").out  # another grid
    assert "东河桥头" not in gridctl("today", "--staff", "p16").out  # left yesterday


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        # National Day 2026 by the plan: off 1 to 7 October; worked on Sunday 20 September and
        # Saturday 10 October. The weekend comes first, then the holiday, then the make-up day.
        ("2026-09-18", ["2026-09-19: weekend", "2026-09-25 to 2026-09-27: Mid-Autumn Festival",
                        "2026-09-20: make-up workday for National Day"]),
        ("2026-09-30", ["2026-10-01 to 2026-10-07: National Day",
                        "2026-10-10: make-up workday for National Day"]),
    ],
)  # fmt: skip
def test_the_days_off_ahead(gridctl, day, lines):
    found = json.loads(gridctl("today", "--json", now=f"{day}T09:00:00+08:00").out)
    items = next(p["items"] for p in found["parts"] if p["name"] == "days-off")
    assert [item["text"] for item in items] == lines


def test_a_day_off_says_so(gridctl):
    page = gridctl("today", now="2026-10-01T09:00:00+08:00", lang="zh").out
    assert page.startswith("2026-10-01  星期四  国庆节\n")
