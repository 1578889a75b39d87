"""The register of sources: listed, added to, held against the cases, and asked on every report."""

import json
import subprocess

import pytest

PLATFORM = ("source", "add", "platform", "--name", "统一平台", "--merged", "7/9")
REPORT = ("--grid", "qy-dh-1", "--as", "p10", "--json")


def do(gridctl, *words, **rest):
    answer = gridctl(*words, **rest)
    assert answer.code == 0, answer.err
    return answer


@pytest.fixture
def platform(gridctl):
    """A platform said to merge seven systems of nine departments; two systems, two units named."""
    do(gridctl, *PLATFORM)
    call = ("--platform", "统一平台", "--department", "环保分局")
    do(gridctl, "source", "add", "grid-net", "--name", "网络管理", *call, "--since", "2026-11-20")
    call = ("--platform", "platform", "--department", "huanbao", "--department", "城管")
    do(gridctl, "source", "add", "e-office", "--name", "电子政务", *call, "--until", "2026-11-30")


def added(ledger_folder):
    shown = subprocess.run(
        ["git", "show", "-U0", "--format=", "HEAD"],
        cwd=ledger_folder, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return [
        line for line in shown.splitlines() if line[0] in "+-" and line[1:3] not in ("++", "--")
    ]


def test_a_source_is_one_line_more(gridctl, ledger_folder):
    answer = gridctl(*PLATFORM, lang="zh")
    assert answer == (0, "统一平台（platform）已登记为反映来源。\n", "")
    assert added(ledger_folder) == [
        "+  - {id: platform, name: 统一平台, merged: {systems: 7, departments: 9}}"
    ]


def test_a_source_keeps_its_platform_departments_and_days(gridctl, ledger_folder, platform):
    (line,) = added(ledger_folder)
    assert line.startswith("+  - {id: e-office, name: 电子政务, platform: platform, ")
    assert line.endswith(", departments: [huanbao, chengguan], until: 2026-11-30}")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("hotline", "--name", "又一条热线"), 20),  # taken by a built-in one
        (("mayor-line", "--name", "又一条"), 20),  # taken by one of the ledger's own
        (("b", "--name", "乙", "--platform", "b"), 2),
        (("b", "--name", "乙", "--platform", "热线"), 2),  # a built-in one is no platform
        (("b", "--name", "乙", "--department", "税务局"), 10),
        (("b", "--name", "乙", "--department", "东河"), 10),  # a grid
        (("b", "--name", "乙", "--merged", "7"), 2),
        (("b", "--name", "乙", "--merged", "七/九"), 2),
        (("b", "--name", "乙", "--since", "2026-12-02", "--until", "2026-12-01"), 20),
        (("b", "--name", "乙", "--platform", "mayor-line", "--merged", "1/1"), 20),
    ],
)
def test_what_cannot_be_a_source(gridctl, words, code):
    assert gridctl("source", "add", *words).code == code


def test_only_who_may_change_settings_adds_one(gridctl, sealed_world):
    config = sealed_world / ".gitconfig"
    config.write_text(config.read_text("utf-8").replace("p01", "p10"), "utf-8")
    assert gridctl(*PLATFORM).code == 20


def test_the_register_says_kind_departments_and_cases(gridctl, platform):
    do(gridctl, "collect", "桥头占道", "--source", "grid-net", *REPORT)
    do(gridctl, "collect", "路灯不亮", "--source", "热线", *REPORT, seed="8")
    found = json.loads(do(gridctl, "source", "list", "2026-11", "--json").out)
    sources, platforms = found["sections"]
    rows = {row["source"]: row for row in sources["rows"]}
    assert len(rows) == 8 + 4
    assert {key: row["cases"] for key, row in rows.items() if row["cases"]} == {
        "hotline": 1, "grid-net": 1,
    }  # fmt: skip
    kinds = {key: row["kind"] for key, row in rows.items()}
    assert (kinds["hotline"], kinds["mayor-line"]) == ("built-in", "own")
    assert (kinds["platform"], kinds["e-office"]) == ("platform", "system")
    assert rows["e-office"]["departments"] == ["huanbao", "chengguan"]
    assert rows["e-office"]["until"] == "2026-11-30"
    (row,) = platforms["rows"]
    assert [row[key] for key in ("systems_declared", "systems_named")] == [7, 2]
    assert [row[key] for key in ("departments_declared", "departments_named")] == [9, 2]
    other = json.loads(do(gridctl, "source", "list", "2026-10", "--json").out)
    assert other["sections"][0]["counts"] == {"cases": 0}


def test_the_register_as_rows_in_both_languages(gridctl, platform):
    zh = do(gridctl, "source", "list", lang="zh").out.splitlines()
    assert "hotline\t热线\t固定渠道\t–\t–\t–\t–\t0" in zh
    assert "e-office\t电子政务\t并入系统\t统一平台\t环保分局、城管执法中队\t–\t2026-11-30\t0" in zh
    assert zh[-2:] == [
        "平台\t报称并入系统\t列明系统\t报称并入部门\t列明部门",
        "统一平台\t7\t2\t9\t2",
    ]
    en = do(gridctl, "source", "list").out.splitlines()
    assert "grid-net\t网络管理\tmerged system\t统一平台\t环保分局\t2026-11-20\t–\t0" in en


def test_the_check_says_what_is_named_and_what_is_not(gridctl, platform):
    do(gridctl, "collect", "桥头占道", "--source", "grid-net", *REPORT)
    zh = gridctl("source", "check", lang="zh")
    assert zh == (
        1,
        """\
并入系统有未列明的：统一平台（platform）报称并入 7 个系统，列明 2 个：网络管理、电子政务
并入部门有未列明的：统一平台（platform）报称并入 9 个部门，列明 2 个：环保分局、城管执法中队
没有案件的来源：区长专线（mayor-line）没有案件。
没有案件的来源：电子政务（e-office）没有案件。
""",
        "",
    )
    found = json.loads(gridctl("source", "check", "--json").out)["problems"]
    assert [(each["rule"], each["source"]) for each in found] == [
        ("merged-systems", "platform"), ("merged-departments", "platform"),
        ("unused", "mayor-line"), ("unused", "e-office"),
    ]  # fmt: skip


def test_a_source_that_has_ended_is_no_longer_missed(gridctl, platform):
    found = gridctl("source", "check", "--json", now="2026-12-01T09:00:00+08:00")
    unused = [p["source"] for p in json.loads(found.out)["problems"] if p["rule"] == "unused"]
    assert unused == ["mayor-line", "platform", "grid-net"]


def test_nothing_is_found_where_all_is_said(gridctl):
    do(gridctl, "collect", "桥头占道", "--source", "区长专线", *REPORT)
    assert gridctl("source", "check") == (0, "Register and cases say the same.\n", "")


def test_cases_whose_source_left_the_register_or_its_days(gridctl, ledger_folder):
    """The register is changed by hand after the case; the case stays, and the check names it."""
    asked = do(gridctl, "collect", "桥头占道", "--source", "mayor-line", *REPORT)
    case = json.loads(asked.out)["id"]
    file = ledger_folder / "grids.yaml"
    text = file.read_text("utf-8")
    for line, rule in (
        ("  - {id: mayor-line, name: 区长专线, until: 2026-11-23}\n", "out-of-time"),
        ("  - {id: mayor-line, name: 区长专线, since: 2026-11-25}\n", "out-of-time"),
        ("  - {id: mayor-box, name: 区长信箱, since: 2026-12-01}\n", "unknown"),
        ("  - {id: mayor-line, name: 区长专线, since: 2026-11-24, until: 2026-11-24}\n", None),
    ):
        file.write_text(text.replace("  - {id: mayor-line, name: 区长专线}\n", line), "utf-8")
        do(gridctl, "record")
        asked = gridctl("source", "check", "--json")
        found = [(p["rule"], p["cases"]) for p in json.loads(asked.out)["problems"]]
        assert (asked.code, found) == ((1, [(rule, [case])]) if rule else (0, [])), line


def test_a_report_comes_through_a_source_in_use_that_day(gridctl, platform):
    """grid-net is in use from 20 November, e-office until the 30th."""

    def collect(source, day):
        now = f"2026-{day}T09:00:00+08:00"
        return gridctl("collect", "桥头占道", "--source", source, *REPORT, now=now, seed=day).code

    assert (collect("网络管理", "11-20"), collect("grid-net", "11-19")) == (0, 20)
    assert (collect("电子政务", "11-30"), collect("e-office", "12-01")) == (0, 20)


def test_a_corrected_source_is_held_to_the_day_of_the_report(gridctl, platform):
    now = "2026-11-19T09:00:00+08:00"
    asked = do(gridctl, "collect", "桥头占道", "--source", "hotline", *REPORT, now=now)
    case = json.loads(asked.out)["id"][-5:]
    words = ("correct", case, "--field", "source", "--note", "登记错了", "--new")
    assert gridctl(*words, "grid-net", now="2026-11-24T09:00:00+08:00").code == 20
    assert gridctl(*words, "电子政务").code == 0


@pytest.mark.parametrize(("since", "code"), [("2026-11-24", 0), ("2026-11-25", 20)])
def test_a_case_written_by_hand_is_held_to_the_days_as_well(gridctl, ledger_folder, since, code):
    do(gridctl, "source", "add", "drone", "--name", "无人机", "--since", since)
    do(gridctl, "collect", "桥头占道", "--source", "hotline", *REPORT)
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    text = path.read_text("utf-8").replace("source: hotline", "source: drone")
    subprocess.run(["git", "reset", "-q", "--hard", "HEAD~1"], cwd=ledger_folder, check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    answer = gridctl("record")
    assert (answer.code, "K01" in answer.err) == (code, bool(code))
