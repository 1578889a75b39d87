"""`gridctl appraisal`: the method is shown, begun and marked, and what it refuses."""

import json

import pytest

TEAM = '- {id: team, zh: 队伍评分, side: strip, expression: "mark(team) * 70% + 30", weight: 60}'


def own_method(gridctl, ledger_folder):
    """A method of the ledger's own, with a mark by hand, recorded."""
    assert gridctl("appraisal", "init").code == 0
    path = ledger_folder / "scoring.yaml"
    text = path.read_text()
    at = text.index("- of: grid")
    path.write_text(
        (text[:at] + f"  {TEAM}\n" + text[at:]).replace("\nversion: 1\n", "\nversion: 2\n")
    )
    recorded = gridctl("record")
    assert (recorded.code, recorded.err) == (0, "")
    return path


def test_the_built_in_method_is_shown(gridctl):
    shown = gridctl("appraisal", "show", lang="zh").out
    assert shown.startswith("考核办法 default@1：块 60%，条 40%；满 3 件参加排名\n\n单位\n")
    assert "  条\t按期处置（in_time）\t100 * intime_handle_rate\t80\n" in shown
    assert "  块\t网格评议（grids_view）\tstrip_score_sum / strip_scores\t25\t无值时不计\n" in shown
    found = json.loads(gridctl("appraisal", "show", "--json").out)
    assert (found["edition"], found["weights"]) == ("default@1", {"block": 60, "strip": 40})


def test_a_method_begins_as_the_built_in_one_under_its_remarks(gridctl, ledger_folder):
    begun = gridctl("appraisal", "init")
    assert begun.out == (
        "scoring.yaml holds the built-in method now; edit it, then run: gridctl record\n"
    )
    text = (ledger_folder / "scoring.yaml").read_text()
    assert text.startswith("# 本台账的考核办法")
    known, own = ("default@1", "qy@1")
    shown = gridctl("appraisal", "show").out
    assert own in shown
    assert known not in shown
    again = gridctl("appraisal", "init")
    assert (again.code, "A05" in again.err) == (20, True)


def test_a_mark_is_given_and_given_anew_and_remarks_stay(gridctl, ledger_folder):
    path = own_method(gridctl, ledger_folder)
    remarks = [line for line in path.read_text().splitlines() if line.startswith("#")]
    words = ("appraisal", "mark", "城管", "team")
    first = gridctl(*words, "92.5", "--period", "2026-11", "--note", "整训合格")
    assert (first.code, first.out) == (0, "城管执法中队 has 92.5 for team in 2026-11.\n")
    assert gridctl(*words, "88", "--period", "2026-10", "--note", "一般", "--by", "p02").code == 0
    assert gridctl(*words, "90", "--period", "2026-11", "--note", "复核").code == 0
    marks = json.loads(gridctl("appraisal", "show", "--json").out)["marks"]
    assert [(m["period"], m["of"], m["score"], m["by"], m["note"]) for m in marks] == [
        ("2026-11", "chengguan", 90, "p01", "复核"),
        ("2026-10", "chengguan", 88, "p02", "一般"),
    ]
    assert [each for each in path.read_text().splitlines() if each.startswith("#")] == remarks
    assert gridctl("check").code == 0


def test_a_dry_run_shows_the_mark_and_keeps_nothing(gridctl, ledger_folder):
    path = own_method(gridctl, ledger_folder)
    before = path.read_bytes()
    shown = gridctl("appraisal", "mark", "jiaojing", "team", "80", "--note", "好", "--dry-run")
    assert (
        "+- {period: '2026-10', of: jiaojing, name: team, score: 80, by: p01, note: 好}"
        in shown.out
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("chengguan", "team", "101", "--note", "好"), 2, "“101” is no score"),
        (("chengguan", "team", "nan", "--note", "好"), 2, "“nan” is no score"),
        (("chengguan", "team", "90.123", "--note", "好"), 2, "at most two decimals"),
        (("chengguan", "taem", "90", "--note", "好"), 10, "Did you mean team?"),
        (("chenguan", "team", "90", "--note", "好"), 10, "城管执法中队 (chengguan)"),
        (("chengguan", "team", "90", "--note", "好", "--by", "p17"), 20, "朱执 (p17) is of 城管执法中队"),
        (("qy-dh", "team", "90", "--note", "好", "--by", "p05"), 20, "A06"),
        (("chengguan", "team", "90"), 2, "--note"),
        (("chengguan", "team", "90", "--note", "好", "--period", "2026-13"), 2, "is no period"),
        (("chengguan", "team", "90", "--note", "好", "--as", "p02"), 2, "--as"),
    ],
)  # fmt: skip
def test_a_mark_is_refused(gridctl, ledger_folder, words, code, says):
    own_method(gridctl, ledger_folder)
    refused = gridctl("appraisal", "mark", *words)
    assert refused.code == code, refused.err
    assert says in refused.err


def test_a_method_without_marks_takes_none(gridctl):
    refused = gridctl("appraisal", "mark", "chengguan", "team", "90", "--note", "好")
    assert (refused.code, "gridctl appraisal init" in refused.err) == (20, True)


def test_nobody_is_scored_without_his_mark_and_the_mark_is_named(gridctl, ledger_folder):
    own_method(gridctl, ledger_folder)
    found = gridctl(
        "report", "appraisal", "2026-11", "--explain", "城管", now="2026-11-24T18:00:00+08:00"
    )
    assert "the mark “team” is missing" in found.out
    gridctl("appraisal", "mark", "城管", "team", "90", "--period", "2026-11", "--note", "好")
    asked = ("report", "appraisal", "2026-11", "--explain", "城管.team", "--json")
    found = json.loads(gridctl(*asked, now="2026-11-24T19:00:00+08:00").out)
    assert found["sections"][1]["rows"][0]["value"] == 93.0  # 90 × 0.7 + 30


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("minimum: 3", "minimum: 5", 30),  # another method under the same version
        ("weight: 80", "weight: 81", 30),
        ("version: 2", "version: 1", 30),
        ("version: 2", "version: 3", 0),
        ("# ", "#  ", 0),  # remarks are no method, and neither are exemptions
    ],
)
def test_a_changed_method_has_a_higher_version(gridctl, ledger_folder, was, becomes, code):
    path = own_method(gridctl, ledger_folder)
    exempt = "exemptions:\n- {of: jiaojing, until: 2026-12-31, reason: 机构改革}\n"
    path.write_text(path.read_text().replace(was, becomes, 1) + exempt)
    recorded = gridctl("record")
    assert recorded.code == code, recorded.err
    assert ("[A05]" in recorded.err) == bool(code)


def test_who_is_exempt_is_shown_and_named(gridctl, ledger_folder):
    path = own_method(gridctl, ledger_folder)
    path.write_text(
        path.read_text() + "exemptions:\n- {of: jiaojing, until: 2026-12-31, reason: 机构改革}\n"
    )
    gridctl("record")
    assert (
        "免考\n交警大队（jiaojing）\t2026-12-31\t机构改革\n"
        in gridctl("appraisal", "show", lang="zh").out
    )
    found = gridctl("report", "appraisal", lang="zh").out
    assert "交警大队\t免考\t免考至 2026-12-31：机构改革\n" in found
