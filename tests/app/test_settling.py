"""A plan that comes out: provisional deadlines are settled once; local days and bad plans."""

import json

import pytest

PLAN = {
    "year": 2027,
    "papers": ["https://example.org/2027"],
    "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-02", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-03", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-04", "isOffDay": True},
        {"name": "元旦", "date": "2026-12-27", "isOffDay": False},
    ],
}


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "2027.json"
    path.write_text(json.dumps(PLAN, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.fixture
def ending(gridctl):
    """A case dispatched on 2026-12-31 10:00 for two working days, whose end nobody knows yet."""
    gridctl(
        *("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol"),
        now="2026-12-31T09:00:00+08:00",
    )
    case = gridctl("list", "--ids").out.strip()[-5:]
    gridctl("triage", case, "--category", "E0406")
    gridctl(
        *("file", case, "--limit", "2 work_day", "--note", "商户多", "--to", "chengguan"),
        now="2026-12-31T10:00:00+08:00",
    )
    return case


def shown(gridctl, case):
    return json.loads(gridctl("show", case, "--json").out)


def test_a_provisional_deadline_is_settled_when_the_plan_is_known(gridctl, ending, plan):
    case = shown(gridctl, ending)
    # Only weekends are known to be off: Friday 1 and Monday 4 January count.
    assert (case["due"], case["provisional"]) == ("2027-01-04T10:00:00+08:00", True)
    assert "No provisional" in gridctl("calendar", "settle").out
    added = gridctl("calendar", "add", plan)
    assert added.code == 0, added.err
    assert "can be settled now: 1" in added.out
    settled = gridctl("calendar", "settle")
    assert settled.code == 0, settled.err
    case = shown(gridctl, ending)
    # 1 to 4 January are off: Tuesday 5 is the first working day after 31 December.
    assert (case["due"], case["provisional"]) == ("2027-01-06T10:00:00+08:00", False)
    assert case["history"][-1]["did"] == "deadline_settled"
    assert case["history"][-1]["calendar"] == "cn@2027"
    assert "No provisional" in gridctl("calendar", "settle").out
    assert gridctl("check").code == 0


def test_an_extension_is_settled_with_what_it_granted(gridctl, ending, plan):
    gridctl(
        "--as",
        "p17",
        "extend",
        ending,
        "--request",
        "--note",
        "雨",
        now="2026-12-31T11:00:00+08:00",
    )
    assert gridctl("extend", ending, "--approve").code == 0
    gridctl("calendar", "add", plan)
    gridctl("calendar", "settle")
    assert shown(gridctl, ending)["due"] == "2027-01-08T10:00:00+08:00"


def test_a_plan_is_added_once_and_kept_beside_remarks(gridctl, ledger_folder, plan):
    assert gridctl("calendar", "add", plan, "--dry-run").code == 0
    assert not (ledger_folder / "calendar.yaml").exists()
    assert gridctl("calendar", "add", plan).code == 0
    again = gridctl("calendar", "add", plan)
    assert (again.code, "S04" in again.err) == (20, True)
    text = (ledger_folder / "calendar.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "{date: 2027-01-01, name: 元旦, off: true}" in text
    assert "make-up workday" in gridctl("calendar", "show", "2026-12").out


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"year": "2027", "days": []}', '{"year": 2027, "days": [{"date": "x"}]}'],
)
def test_what_is_no_plan_is_refused(gridctl, tmp_path, content):
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    assert gridctl("calendar", "add", str(path)).code == 2
    assert gridctl("calendar", "add", str(tmp_path / "none.json")).code == 2


def test_local_days_stand_above_the_plans(gridctl, ledger_folder):
    (ledger_folder / "calendar.yaml").write_text(
        "format: 1\ndays:\n- {date: 2026-11-25, name: 搬迁, off: true}\n", encoding="utf-8"
    )
    assert gridctl("record").code == 0
    due = gridctl("calendar", "due", "2026-11-24T17:00:00+08:00", "2 work_hour", "--json")
    assert json.loads(due.out)["due"] == "2026-11-26T09:00:00+08:00"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        (
            "format: 1\nplans:\n- year: 2026\n  days:\n  - {date: 2026-01-01, name: x, off: true}\n",
            "S04",
            3,
        ),
        ("format: 1\ndays:\n- {date: 2026-13-01, name: x, off: true}\n", "F06", 3),
        ("format: 1\ndays:\n- {date: 2026-12-01, name: x, off: maybe}\n", "F06", 3),
        ("format: 1\nday: []\n", "F05", 2),
    ],
)
def test_a_wrong_calendar_is_named_with_line_and_rule(gridctl, ledger_folder, text, rule, line):
    (ledger_folder / "calendar.yaml").write_text(text, encoding="utf-8")
    answer = gridctl("record")
    assert answer.code == 30
    assert f"calendar.yaml:{line}: [{rule}]" in answer.err
