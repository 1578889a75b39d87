"""duties check, matrix and who: whole answers in both languages over the small office.

By hand: chengguan leads E04 with people in qy-dh only, jiaojing joins E0406 from level 1 without a
law, the office patrols E04; everything else of the catalogue is nobody's: 231 categories less 13.
"""

import json

import pytest

from gridctl.store.catalogue_file import built_in

CHECK_ZH = """\
重叠：没有
交叉：没有
落空 [D03]：218
  D 矛盾纠纷（全部 19 类）  无人承担；缺：执法处置、调解、服务
  E01 市容环境（全部 47 类）  无人承担；缺：执法处置、服务、监督检查、日常巡查
  E02 宣传广告（全部 8 类）  无人承担；缺：执法处置、服务、监督检查、日常巡查
  E03 施工管理（全部 16 类）  无人承担；缺：执法处置、服务、监督检查、日常巡查
  E05 突发事件（全部 10 类）  无人承担；缺：执法处置、服务、监督检查、日常巡查
  E06 其他事件（全部 4 类）  无人承担；缺：执法处置、服务、监督检查、日常巡查
  H 隐患（全部 20 类）  无人承担；缺：执法处置、监督检查、服务、日常巡查
  P 部件（全部 74 类）  无人承担；缺：执法处置、服务、监督检查、日常巡查
  R 请办事项（全部 20 类）  无人承担；缺：服务、审批许可、调解、监督检查
层级不当 [D04]：1
  巡查员在二级网格，应在：三级网格；1 人：褚冬（p11 qy-dh）
力量未到 [D05]：12
  E04 街面秩序（12 类：E0401、E0402、E0404、E0405、E0410、E0491、E0492、E0493、…）  执法处置：城管执法中队在这些二级网格（1 个）没有人：西山
缺少依据 [D06]：1
  交警大队  E0406 执法处置
"""
CHECK_EN = """\
out of reach [D05]: 12
  E04 Street order (12 categories: E0401, E0402, E0404, E0405, E0410, E0491, E0492, E0493, …)  enforce: 城管执法中队 has nobody for second-level grids (1): 西山
no basis [D06]: 1
  交警大队  E0406 enforce
"""
MATRIX_ZH = """\
E04 街面秩序（12 类：E0401、E0402、E0404、E0405、E0410、E0491、E0492、E0493、…）	城管执法中队 执法处置	–	青云街道 日常巡查（三级网格）
E0406 占道经营	城管执法中队 执法处置	交警大队 执法处置	青云街道 日常巡查（三级网格）
"""
WHO_ZH = """\
E0406 占道经营  东河北片（qy-dh-1）  2026-11-24
主责  城管执法中队（chengguan）  执法处置  E04  市容条例
  尤巡（p19）  东河北片 巡查员
  朱执（p17）  东河 执法人员
协办  交警大队（jiaojing）  执法处置  E0406  未写依据
  秦交（p18）  青云街道 执法人员
治理任务  青云街道（qy）  日常巡查  E04  三级网格
  陈十（p10）  东河北片 巡查员
  蒋起（p13）  东河北片 巡查员
  沈止（p14）  东河北片 巡查员
  尤巡（p19）  东河北片 巡查员
"""
WHO_EN = """\
E0406 Trading on the road or pavement in 西山坡 (qy-xs-1) on 2012-05-01
leads  城管执法中队 (chengguan)  enforce  E04  市容条例
  nobody
joins  交警大队 (jiaojing)  enforce  E0406  no basis given
  秦交 (p18)  青云街道 enforcement officer
duty  青云街道 (qy)  patrol  E04  level-3 grid
  卫冬 (p12)  西山坡 patroller
"""


def test_check_tells_every_kind_and_ends_with_one(gridctl):
    found = gridctl("duties", "check", lang="zh")
    assert (found.code, found.out, found.err) == (1, CHECK_ZH, "")
    english = gridctl("duties", "check")
    assert english.code == 1
    assert english.out.endswith(CHECK_EN)


def test_check_in_json_has_each_category(gridctl):
    found = gridctl("duties", "check", "--json")
    answer = json.loads(found.out)
    assert list(answer) == ["overlaps", "crossings", "gaps", "levels", "reach", "no_basis"]
    assert len(answer["gaps"]) == len(built_in().categories) - 13
    assert answer["gaps"][0] == {
        "category": "D01",
        "office": "qy",
        "why": "nobody",
        "held": [],
        "missing": ["enforce", "mediate", "serve"],
        "rule": "D03",
    }
    assert answer["reach"][0] == {
        "category": "E0401",
        "action": "enforce",
        "units": ["chengguan"],
        "grids": ["qy-xs"],
        "rule": "D05",
    }
    assert [each["staff"] for each in answer["levels"]] == ["p11"]


def test_check_is_of_the_day(gridctl):
    """p11 holds the post since 2012-05-01, and nobody was anywhere before."""
    before = json.loads(gridctl("duties", "check", "--on", "2012-04-30", "--json").out)
    assert before["levels"] == []
    assert {tuple(each["grids"]) for each in before["reach"]} == set()
    assert gridctl("duties", "check", "--on", "never").code == 2


def test_the_matrix_of_a_class(gridctl):
    assert gridctl("duties", "matrix", "--category", "E04", lang="zh").out == MATRIX_ZH
    one = json.loads(gridctl("duties", "matrix", "-c", "e0406", "--json").out)
    assert [(h["unit"], h["category"], h["lead"], h["duty"]) for h in one[0]["holdings"]] == [
        ("chengguan", "E04", True, False),
        ("jiaojing", "E0406", False, False),
        ("qy", "E04", False, True),
    ]
    assert len(json.loads(gridctl("duties", "matrix", "--json").out)) == len(built_in().categories)


def test_a_class_that_there_is_not_is_not_found(gridctl):
    assert gridctl("duties", "matrix", "--category", "E99").code == 10


def test_who_in_a_grid_on_a_day(gridctl):
    assert gridctl("duties", "who", "E0406", "--grid", "qy-dh-1", lang="zh").out == WHO_ZH
    then = gridctl("duties", "who", "占道经营", "--grid", "西山坡", "--on", "2012-05-01")
    assert then.out == WHO_EN
    before = gridctl("duties", "who", "E0406", "--grid", "qy-xs-1", "--on", "2012-04-30")
    assert before.code == 10


def test_who_where_nobody_holds_it_and_in_json(gridctl):
    nobody = gridctl("duties", "who", "E0501", "--grid", "qy")
    assert nobody.out.endswith("\nNobody holds it; see: gridctl duties check\n")
    answer = json.loads(gridctl("duties", "who", "E0406", "--grid", "qy-dh-2", "--json").out)
    lead, _joint, duty = answer["holdings"]
    # chengguan is above in qy-dh; in qy-dh-2 nobody patrols, so who does in qy-dh above it counts.
    assert [p["staff"] for p in lead["people"]] == ["p17"]
    assert (duty["grid"], [p["staff"] for p in duty["people"]]) == ("qy-dh-2", ["p11"])


@pytest.mark.parametrize(
    ("words", "near"),
    [(("E046", "--grid", "qy"), "E0406"), (("E0406", "--grid", "qy-dhh-1"), "qy-dh-1")],
)
def test_a_mistyped_word_gets_a_near_one(gridctl, words, near):
    found = gridctl("duties", "who", *words)
    assert found.code == 10
    assert near in found.err
