"""`gridctl team`: everybody in a grid and below it, counted so that the sums add up."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.teams import team

ZH = """\
东河北片（qy-dh-1）  三级网格  2026-11-24

网格长	王八斤（p08）	办事处工作人员	青云街道	东河北片	p08@example.org
网格长	曹四层（p26）	办事处工作人员	青云街道	东河北片3号楼	p26@example.org
巡查员	陈十（p10）	群众工作队	群众工作队	东河北片	p10@example.org
巡查员	蒋起（p13）	群众工作队	群众工作队	东河北片	p13@example.org
巡查员	沈止（p14）	群众工作队	群众工作队	东河北片	p14@example.org
巡查员	尤巡（p19）	下派执法人员	城管执法中队	东河北片	p19@example.org
楼院长	许楼（p20）	志愿者	东河北片3号楼	东河北片3号楼	p20@example.org

按类别：办事处工作人员 2 + 下派执法人员 1 + 群众工作队 3 + 志愿者 1 = 7
下派人员：下派执法人员 1 + 群众工作队 3 = 4
按单位：群众工作队 3 + 青云街道 2 + 城管执法中队 1 + 东河北片3号楼 1 = 7
按岗位（一人兼两岗的各计一次）：网格长 2、巡查员 4、楼院长 1
"""
EN = """\
By kind: officer 2 + dispatched enforcement officer 1 + mass-work team 3 + volunteer 1 = 7
Dispatched staff: dispatched enforcement officer 1 + mass-work team 3 = 4
By unit: 群众工作队 3 + 青云街道 2 + 城管执法中队 1 + 东河北片3号楼 1 = 7
By role, who holds two counted twice: grid head 2, patroller 4, courtyard head 1
"""


def test_the_whole_page(gridctl):
    assert gridctl("team", "东河北片", lang="zh") == (0, ZH, "")
    assert gridctl("team", "qy-dh-1").out.endswith(EN)


def test_who_came_and_who_left_follow_the_day(gridctl):
    def there(day):
        told = json.loads(gridctl("team", "qy-dh-1", "--on", day, "--json").out)
        return {each["staff"] for each in told["people"]} & {"p13", "p14", "p15", "p16"}

    assert there("2026-11-23") == {"p14", "p16"}
    assert there("2026-11-24") == {"p13", "p14"}
    assert there("2026-11-25") == {"p13", "p15"}


def test_a_person_with_two_posts_is_one_person_and_has_two_roles(gridctl):
    gridctl("staff", "post", "p10", "--grid", "qy-dh-2", "--role", "deputy")
    told = json.loads(gridctl("team", "qy-dh", "--json").out)
    assert told["total"] == 14 == sum(told["kinds"].values()) == sum(told["homes"].values())
    assert sum(told["roles"].values()) == 15
    assert told["dispatched"] == 6 == told["kinds"]["enforcement"] + told["kinds"]["workteam"]
    two = next(each for each in told["people"] if each["staff"] == "p10")
    assert [post["role"] for post in two["posts"]] == ["patroller", "deputy"]


def test_an_unknown_grid_or_day(gridctl):
    assert gridctl("team", "东和").code == 10
    assert gridctl("team", "qy-dh-3").code == 10  # closed in 2020
    assert gridctl("team", "qy", "--on", "明儿").code == 2


@given(st.dates(min_value=date(2012, 1, 1)))
def test_a_team_is_its_grids_teams_and_its_counts_add_up(office, day):
    def ids(grid):
        return {each.person.id for each in team(office, grid, day).members}

    own = {p.id for p in office.people.values() if any(x.grid == "qy" for x in p.posts_on(day))}
    assert ids("qy") == own | ids("qy-dh") | ids("qy-xs")
    whole = team(office, "qy", day)
    assert sum(whole.kinds.values()) == sum(whole.homes.values()) == len(whole.members)
