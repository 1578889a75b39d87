"""duties import: powers from a spreadsheet, with the smallest diff, once, whole or not at all."""

import json
import subprocess

import pytest

HEAD = "部门,类别,事项,主办,依据\n"
SHEET = (
    HEAD
    + """\
城管,E04,执法处置,是,市容条例
城管,街面秩序,监督检查,,
交警大队,占道经营,enforce,√,《道路交通安全法》
环保分局,e0304,执法,主办,《大气污染防治法》
"""
)
DIFF = """\
--- a/staff.yaml
+++ b/staff.yaml
@@ -6,8 +6,9 @@
   aliases: [城管]
   powers:
   - {category: E04, action: enforce, lead: true, basis: 市容条例}
-- {id: jiaojing, name: 交警大队, powers: [{category: E0406, action: enforce}]}
-- {id: huanbao, name: 环保分局}
+  - {category: E04, action: inspect}
+- {id: jiaojing, name: 交警大队, powers: [{category: E0406, action: enforce, lead: true, basis: 《道路交通安全法》}]}
+- {id: huanbao, name: 环保分局, powers: [{category: E0304, action: enforce, lead: true, basis: 《大气污染防治法》}]}
 - {id: gongzuodui, name: 群众工作队}
 staff:
 - {id: p01, name: 赵一, home: qy, email: p01@example.org, kind: officer, posts: [{grid: qy, role: dispatcher, since: 2012-05-01}]}
"""


@pytest.fixture
def take(gridctl, tmp_path):
    """Imports a text: `take(text, "--dry-run", lang="zh")`."""

    def run(text, *options, encoding="utf-8", **how):
        path = tmp_path / "powers.csv"
        path.write_bytes(text.encode(encoding))
        found = gridctl("duties", "import", str(path), *options, **how)
        return found._replace(
            out=found.out.replace(f"{tmp_path}/", ""), err=found.err.replace(f"{tmp_path}/", "")
        )

    return run


def head(folder):
    done = subprocess.run(
        ["git", "-C", folder, "rev-parse", "HEAD"], capture_output=True, check=True
    )
    return done.stdout


def test_the_diff_is_as_small_as_can_be(take, ledger_folder):
    before = head(ledger_folder)
    shown = take(SHEET, "--dry-run")
    assert shown.code == 0
    assert shown.out.partition("\n")[2] == DIFF
    assert head(ledger_folder) == before


def test_a_second_import_changes_nothing_whatever_the_encoding(take, ledger_folder, gridctl):
    first = take(SHEET, lang="zh")
    assert first.out == "powers.csv 中的权限：新增 2 项，改动 1 项，已有 1 项。\n"
    after = head(ledger_folder)
    again = take(SHEET, encoding="gb18030")
    assert (again.code, again.out) == (
        0,
        "Powers in powers.csv: 0 added, 0 changed, 4 there already.\n",
    )
    assert head(ledger_folder) == after
    assert gridctl("check").code == 0
    assert json.loads(gridctl("duties", "check", "--json").out)["overlaps"] == [
        {
            "category": "E0406",
            "action": "enforce",
            "units": ["chengguan", "jiaojing"],
            "rule": "D01",
        }
    ]


def test_what_the_sheet_does_not_say_stays(take, gridctl):
    take("department,category,action\n城管,E04,enforce\n")
    answer = json.loads(gridctl("staff", "list", "--units", "--json").out)
    assert answer[0]["powers"] == [
        {"category": "E04", "action": "enforce", "lead": True, "basis": "市容条例"}
    ]
    take("部门,类别,事项,主办\n城管,E04,执法处置,否\n")
    answer = json.loads(gridctl("staff", "list", "--units", "--json").out)
    assert answer[0]["powers"][0]["lead"] is False
    assert answer[0]["powers"][0]["basis"] == "市容条例"


WRONG = (
    HEAD
    + """\
城管,E04,执法处置,是,市容条例
城观,E04,执法处置,是,
城管,E4,执法处置,是,
城管,E04,抓人,是,
东河,E04,执法处置,是,
城管,E04,执法处置,也许,
城管,,执法处置,是,
城管,E04,执法处置,否,
"""
)
REJECTED_EN = """\
Error: 7 rows cannot be taken; nothing was recorded.
powers.csv:3: [D09] There is no unit “城观”.
  See gridctl staff list --units
powers.csv:4: [D09] There is no category “E4”.
  See gridctl catalogue list
powers.csv:5: [D09] 事项/action cannot be “抓人”.
  One of: enforce, license, inspect, patrol, mediate, serve
powers.csv:6: [D09] “东河” is a grid, not a department.
powers.csv:7: [D09] Lead is yes or no, not “也许”.
powers.csv:8: [D09] Empty: 类别/category
powers.csv:9: [D09] It says otherwise than row 2.
Mend the rows and import the file again.
"""


def test_each_wrong_row_is_named_and_nothing_is_recorded(take, ledger_folder):
    before = head(ledger_folder)
    found = take(WRONG)
    assert (found.code, found.out, found.err) == (1, "", REJECTED_EN)
    assert head(ledger_folder) == before


def test_a_sheet_without_the_columns_is_a_usage_error(take):
    found = take("部门,名称\n城管,x\n")
    assert found.code == 2
    assert "lacks the columns: 类别/category, 事项/action" in found.err
    assert take("").code == 2


def test_rows_of_blanks_and_repeats_do_no_harm(take):
    found = take(SHEET + ",,,,\n\n城管,E04,执法处置,是,市容条例\n")
    assert found.code == 0
    assert "1 there already" in found.out


def test_a_basis_of_two_lines_is_named(take):
    found = take(HEAD + '城管,E04,执法处置,是,"《甲》\n《乙》"\n')
    assert found.code == 1
    assert "powers.csv:2: [D09]" in found.err


def test_only_who_may_change_settings_imports(take, gridctl, ledger_folder):
    subprocess.run(
        ["git", "-C", ledger_folder, "config", "user.email", "p10@example.org"], check=True
    )
    assert take(SHEET).code == 20
