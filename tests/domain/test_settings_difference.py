"""Settings as differences of meaning: every kind of change, in both languages."""

from dataclasses import fields, is_dataclass, make_dataclass, replace
from datetime import date, timedelta
from typing import get_args

import pytest

from gridctl import words
from gridctl.domain.grids import Action
from gridctl.domain.people import Role
from gridctl.domain.settings_difference import differences
from gridctl.domain.settings_files import CALENDAR, CATALOGUE, GRIDS, SCORING, STAFF
from gridctl.store import scoring_file
from gridctl.store.settings_file import SHAPES, read_optional

CHANGES = [
    (
        GRIDS,
        "name: 东河, level: 2",
        "name: 东河片区, level: 2",
        "grid qy-dh renamed: 东河 → 东河片区",
        "网格 qy-dh 更名：东河 → 东河片区",
    ),
    (
        GRIDS,
        "level: 3, parent: qy-xs,",
        "level: 3, parent: qy-dh,",
        "grid moved: 西山坡 (qy-xs-1), from 西山 (qy-xs) to 东河 (qy-dh)",
        "网格划转：西山坡（qy-xs-1），由 西山（qy-xs） 划归 东河（qy-dh）",
    ),
    (
        GRIDS,
        "households: 500, since: 2012-05-01",
        "households: 500, since: 2012-05-01, until: 2026-12-31",
        "grid ended: 西山坡 (qy-xs-1), last day 2026-12-31",
        "网格停用：西山坡（qy-xs-1），截止 2026-12-31",
    ),
    (
        GRIDS,
        "verify_within: 2 work_day",
        "verify_within: 3 work_day",
        "grids.yaml: verification within: 2 working days → 3 working days",
        "grids.yaml：核查期限 2 工作日 → 3 工作日",
    ),
    (
        GRIDS,
        'late_after: "08:30"',
        'late_after: "08:40"',
        "attendance: late after: 08:30 → 08:40",
        "考勤时间：迟到界限 08:30 → 08:40",
    ),
    (
        GRIDS,
        "{category: E04, action: patrol, level: 3}",
        "{category: E04, action: patrol, level: 2}",
        "grid 青云街道 (qy) · duty E04 patrol: level: level-3 grid → level-2 grid",
        "网格 青云街道（qy） · 治理任务 E04 日常巡查：层级 三级网格 → 二级网格",
    ),
    (
        GRIDS,
        "kind: street, point",
        "kind: street, watch: true, point",
        "grid 东河北片 (qy-dh-1) · place 东河桥头 (dh-qt): watched: no → yes",
        "网格 东河北片（qy-dh-1） · 点位 东河桥头（dh-qt）：重点点位 否 → 是",
    ),
    (
        STAFF,
        "name: 施无",
        "name: 施武",
        "person p23 renamed: 施无 → 施武",
        "人员 p23 姓名变更：施无 → 施武",
    ),
    (
        STAFF,
        "p23@example.org",
        "p230@example.org",
        "person 施无 (p23): address: p23@example.org → p230@example.org",
        "人员 施无（p23）：邮箱 p23@example.org → p230@example.org",
    ),
    (
        STAFF,
        "{grid: qy-dh, role: enforcer, since: 2012-05-01}",
        "{grid: qy-dh, role: enforcer, since: 2012-05-01, until: 2026-11-30}",
        "person 朱执 (p17): post ended: 东河 (qy-dh) enforcement officer, last day 2026-11-30",
        "人员 朱执（p17）：卸任 东河（qy-dh） 执法人员，截止 2026-11-30",
    ),
    (
        STAFF,
        "posts: [{grid: qy-dh, role: enforcer, since: 2012-05-01}]",
        "posts: []",
        "person 朱执 (p17): post taken away: 东河 (qy-dh) enforcement officer, held from 2012-05-01",
        "人员 朱执（p17）：撤去任职 东河（qy-dh） 执法人员（原自 2012-05-01 起）",
    ),
    (
        STAFF,
        "p23@example.org, kind: enforcement",
        "p23@example.org, kind: enforcement, posts: [{grid: qy, role: enforcer, since: 2026-11-24}]",
        "person 施无 (p23): post given: 青云街道 (qy) enforcement officer, from 2026-11-24",
        "人员 施无（p23）：任职 青云街道（qy） 执法人员，自 2026-11-24 起",
    ),
    (
        STAFF,
        "p23@example.org, kind: enforcement",
        "p23@example.org, keys: [{key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIabcdefgh, since: 2026-11-24}], kind: enforcement",
        "person 施无 (p23): key given: …AAAIabcdefgh, from 2026-11-24",
        "人员 施无（p23）：登记公钥 …AAAIabcdefgh，自 2026-11-24 起",
    ),
    (
        STAFF,
        "{id: huanbao, name: 环保分局}",
        "{id: huanbao, name: 环保分局, powers: [{category: E05, action: inspect}]}",
        "department 环保分局 (huanbao): power added: E05 inspect",
        "部门 环保分局（huanbao）：新增执法权限 E05 监督检查",
    ),
    (
        STAFF,
        ", powers: [{category: E0406, action: enforce}]",
        "",
        "department 交警大队 (jiaojing): power taken away: E0406 enforce",
        "部门 交警大队（jiaojing）：去掉执法权限 E0406 执法处置",
    ),
    (
        STAFF,
        "- {id: gongzuodui",
        "- {id: yingji, name: 应急办}\n- {id: gongzuodui",
        "department added: 应急办 (yingji)",
        "新增部门 应急办（yingji）",
    ),
]


def shaped(files):
    return {name: read_optional(name, files, SHAPES[name]) for name in files}


def said(before, after, language):
    words.use(language)
    return [str(each.message) for each in differences(before, after)]


@pytest.mark.parametrize(("file", "old", "new", "english", "chinese"), CHANGES)
def test_each_change_is_one_sentence(office_files, file, old, new, english, chinese):
    text = office_files[file].decode()
    assert text.count(old) == 1, old
    before = shaped(office_files)
    after = shaped(office_files | {file: text.replace(old, new).encode()})
    assert said(before, after, "en") == [english]
    assert said(before, after, "zh") == [chinese]


def test_nothing_is_said_of_order_and_remarks(office_files):
    text = office_files[STAFF].decode()
    lines = text.splitlines()
    moved = "\n".join([*lines[:-2], lines[-1], lines[-2], "# 备注", ""])
    assert moved != text
    assert said(shaped(office_files), shaped(office_files | {STAFF: moved.encode()}), "en") == []


CATALOGUE_1 = """\
format: 1
version: 1
categories:
- code: E0499
  zh: 共享单车乱停
  words: [单车]
  conditions:
  - {filing: {zh: 五辆以上}, closing: {zh: 清走}, limit: 2 work_day}
"""
CALENDAR_1 = """\
format: 1
days:
- {date: 2026-12-12, name: 本地活动, off: true}
"""


def test_optional_files_are_told_whole(office_files):
    catalogue = {CATALOGUE: CATALOGUE_1.encode()}
    later = {
        CATALOGUE: CATALOGUE_1.replace("version: 1", "version: 2")
        .replace("2 work", "3 work")
        .encode()
    }
    assert said({}, shaped(catalogue), "en") == [
        "catalogue.yaml is new: category 1",
        "catalogue.yaml: version: 1",
        "category added: E0499 共享单车乱停",
    ]
    assert said(shaped(catalogue), shaped(later), "zh") == [
        "catalogue.yaml：版本 1 → 2",
        "类别 E0499 共享单车乱停 · 立案条件 1：时限 2 工作日 → 3 工作日",
    ]
    calendar = {CALENDAR: CALENDAR_1.encode()}
    assert said({}, shaped(calendar), "zh") == [
        "新增 calendar.yaml：日期 1",
        "新增日期 2026-12-12 本地活动",
    ]
    assert said(shaped(calendar), {}, "en") == ["calendar.yaml is gone"]


def test_two_things_that_are_known_alike_are_not_taken_for_one(office_files):
    before = shaped(office_files)
    [first, *others] = before[STAFF].staff
    twin = replace(first, email="other@example.org")
    two = before | {STAFF: replace(before[STAFF], staff=(first, twin, *others))}
    assert said(before, two, "en") == [
        "person added: 赵一 (p01)",
        "person 赵一 (p01): post given: 青云街道 (qy) dispatcher, from 2012-05-01",
    ]
    assert said(two, before, "en") == ["person taken away: 赵一 (p01)"]


def test_a_method_of_appraisal(office_files):
    before = scoring_file.built_in().file
    first = before.profiles[0]
    terms = (replace(first.terms[0], weight=first.terms[0].weight + 5), *first.terms[1:])
    after = replace(before, profiles=(replace(first, terms=terms), *before.profiles[1:]))
    [told] = said({SCORING: before}, {SCORING: after}, "en")
    assert told.endswith(f"weight: {first.terms[0].weight} → {first.terms[0].weight + 5}")
    assert told.startswith("profile unit · term ")


def test_a_key_of_a_later_version_is_told_as_it_is(office_files):
    known = shaped(office_files)
    key = make_dataclass("Badge", [("kind", str), ("value", str)], frozen=True)
    person = make_dataclass("Person", [("id", str), ("name", str), ("keys", tuple)], frozen=True)
    staff = make_dataclass("StaffFile", [("staff", tuple)], frozen=True)
    old = staff((person("p01", "赵一", ()),))
    new = staff((person("p01", "赵一", (key("ssh", "AAAA"),)),))
    assert said({GRIDS: known[GRIDS], STAFF: old}, {GRIDS: known[GRIDS], STAFF: new}, "en") == [
        "person 赵一 (p01): keys added: kind ssh, value AAAA"
    ]


def leaves(value, place=()):
    """Every value of a tree of dataclasses that is no such tree itself, by where it stands."""
    for field in fields(value):
        inner = getattr(value, field.name)
        here = (*place, field.name)
        if isinstance(inner, tuple) and inner and is_dataclass(inner[0]):
            yield here, inner
            for number, each in enumerate(inner):
                yield from leaves(each, (*here, number))
        elif is_dataclass(inner):
            yield from leaves(inner, here)
        elif inner is not None and inner != () and field.name != "format":
            yield here, inner


def other(key, value):
    """Another value of the same type, that settings may hold."""
    words = {"role": get_args(Role), "action": get_args(Action), "level": (1, 2, 3, 4)}
    if key in words:
        return next(each for each in words[key] if each != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, tuple):
        return value[:-1]
    return value + 1 if isinstance(value, int | float) else value + "x"


def changed(value, place):
    """The tree with the one value replaced by another."""
    if not place:
        return value
    key, *rest = place
    inner = getattr(value, key)
    if not rest:
        return replace(value, **{key: other(key, inner)})
    if isinstance(rest[0], int):
        number, *below = rest
        return replace(
            value, **{key: (*inner[:number], changed(inner[number], below), *inner[number + 1 :])}
        )
    return replace(value, **{key: changed(inner, rest)})


@pytest.mark.parametrize("file", [GRIDS, STAFF])
def test_no_change_of_any_value_is_overlooked(office_files, file):
    before = shaped(office_files)
    count = 0
    for place, _value in leaves(before[file]):
        after = before | {file: changed(before[file], place)}
        assert said(before, after, "zh"), place
        assert all("{" not in each for each in said(before, after, "en") if "numbering" not in each)
        count += 1
    assert count > 70
