"""What may be wrong in the settings: a change of the good ones, and the answer to it."""

from gridctl.domain.settings_files import GRIDS, STAFF

# File, what is changed, into what, a text of the line named, rule, message.
WRONG = {
    "an id with a capital": (
        GRIDS, "{id: qy-xs, name", "{id: qy-XS, name", "qy-XS, name", "S01",
        "An id is at most 64 lower-case letters, digits and hyphens, not “qy-XS”.",
    ),
    "an id twice": (
        STAFF, "{id: p02, name", "{id: p01, name", "p01, name: 钱二", "S01", "The id “p01” is taken already.",
    ),
    "a person with the id of a department": (
        STAFF, "{id: p23, name", "{id: huanbao, name", "huanbao, name: 施无", "S01",
        "The id “huanbao” is taken already.",
    ),
    "a department with the id of a grid": (
        STAFF, "{id: gongzuodui, name: 群众工作队}", "{id: qy-xs-1, name: 群众工作队}", "qy-xs-1, name", "S01",
        "The id “qy-xs-1” is taken already.",
    ),
    "an id that is mistaken for another": (
        STAFF, "{id: p11, name", "{id: p1o, name", "p1o, name", "S01",
        "The id “p1o” is easily mistaken for “p10” (o and 0, l and 1).",
    ),
    "a parent that is not there": (
        GRIDS, "level: 3, parent: qy-xs,", "level: 3, parent: qy-sx,", "parent: qy-sx", "S02",
        "There is no grid “qy-sx”; did you mean qy-xs?",
    ),
    "no parent": (
        GRIDS, "level: 3, parent: qy-xs,", "level: 3,", "{id: qy-xs-1", "F05",
        "The key “parent” is missing.",
    ),
    "a parent on the same level": (
        GRIDS, "level: 4, parent: qy-dh-1,", "level: 3, parent: qy-dh-1,", "{id: qy-dh-1a", "S03",
        "qy-dh-1a is on level 3, its parent qy-dh-1 on level 3; it should be one above.",
    ),
    "a parent two levels above": (
        GRIDS, "level: 3, parent: qy-xs,", "level: 3, parent: qy,", "{id: qy-xs-1", "S03",
        "qy-xs-1 is on level 3, its parent qy on level 1; it should be one above.",
    ),
    "an office with a parent": (
        GRIDS, "  level: 1\n", "  level: 1\n  parent: qy-dh\n", "parent: qy-dh\n", "S03", "A level-1 grid has no parent.",
    ),
    "an office without a code name": (
        GRIDS, "  code_name: 青云\n", "", "- id: qy\n", "F05",
        "A level-1 grid needs a code_name, for the numbers of its cases.",
    ),
    "a code name below": (
        GRIDS, "{id: qy-xs, name: 西山,", "{id: qy-xs, name: 西山, code_name: 西,", "{id: qy-xs,", "S03",
        "Duties and code name stand on level 1 only.",
    ),
    "duties below": (
        GRIDS, "{id: qy-xs, name: 西山,", "{id: qy-xs, name: 西山, duties: [{category: E04, action: patrol}],",
        "{id: qy-xs,", "S03", "Duties and code name stand on level 1 only.",
    ),
    "the code name of another office": (
        GRIDS, "- {id: qy-dh, name", "- {id: qz, name: 青州, level: 1, code_name: 青云}\n- {id: qy-dh, name",
        "{id: qz", "S05", "The code name 青云 is taken already.",
    ),
    "an office with a dash in its id": (
        GRIDS, "- {id: qy-dh, name", "- {id: q-z, name: 青州, level: 1, code_name: 州}\n- {id: qy-dh, name",
        "{id: q-z", "S01",
        "The id of a level-1 grid begins case ids: letters and digits only, at most 16, not “q-z”.",
    ),
    "a zone that is not there": (
        GRIDS, "Asia/Shanghai", "Asia/Shangahi", "Asia/Shangahi", "S04",
        "There is no time zone “Asia/Shangahi”; write one such as Asia/Shanghai.",
    ),
    "a zone that is a path": (
        GRIDS, "Asia/Shanghai", "../../etc/passwd", "../../etc", "S04",
        "There is no time zone “../../etc/passwd”; write one such as Asia/Shanghai.",
    ),
    "hours that overlap": (
        GRIDS, '"14:00-18:00"', '"11:00-18:00"', "11:00-18:00", "S04", "Office hours overlap at 11:00.",
    ),
    "seasons that overlap": (
        GRIDS, "  numbering:",
        ('  seasons:\n  - {since: 06-01, until: 09-30, hours: ["08:00-12:00"]}\n'
        '  - {since: 09-30, until: 12-31, hours: ["09:00-12:00"]}\n  numbering:'),
        "  seasons:", "S04", "Two seasons of office hours overlap: from 06-01 and from 09-30.",
    ),
    "a limit in no unit": (
        GRIDS, "verify_within: 2 work_day", "verify_within: soon", "verify_within", "S04",
        "“soon” is not a time limit.",
    ),
    "a reopening window in no unit": (
        GRIDS, "  verify_within:", "  reopen_within: never\n  verify_within:", "reopen_within", "S04",
        "“never” is not a time limit.",
    ),
    "a numbering without the sequence": (
        GRIDS, "{seq}号", "号", "numbering", "S05",
        "The numbering needs {code_name}, {year} and {seq}, each once, and no other braces.",
    ),
    "a numbering with the year twice": (
        GRIDS, "{seq}号", "{seq}号{year}", "numbering", "S05",
        "The numbering needs {code_name}, {year} and {seq}, each once, and no other braces.",
    ),
    "a numbering whose digits run together": (
        GRIDS, "〔{year}〕{seq}", "{year}{seq}", "numbering", "S05",
        "The numbering needs {code_name}, {year} and {seq}, each once, and no other braces.",
    ),
    "a numbering with another hole": (
        GRIDS, "{seq}号", "{seq}{month}", "numbering", "S05",
        "The numbering needs {code_name}, {year} and {seq}, each once, and no other braces.",
    ),
    "a source that is built in": (
        GRIDS, "id: mayor-line", "id: hotline", "id: hotline", "S01",
        "The source id “hotline” is taken or not well formed.",
    ),
    "an hour that no clock shows": (
        GRIDS, 'late_after: "08:30"', 'late_after: "24:30"', "24:30", "S04", "“24:30” is not a local time such as 08:30.",
    ),
    "an hour with one digit": (
        GRIDS, 'early_before: "17:30"', 'early_before: "7:30"', "7:30", "S04", "“7:30” is not a local time such as 08:30.",
    ),
    "households to aim at none": (
        GRIDS, "aim: 500", "aim: 0", "aim: 0", "F06", "The aim is above 0, the tolerance a share from 0 to 1.",
    ),
    "a tolerance in percent": (
        GRIDS, "tolerance: 0.2", "tolerance: 20", "tolerance: 20", "F06",
        "The aim is above 0, the tolerance a share from 0 to 1.",
    ),
    "a place twice": (
        GRIDS, "{id: qy-dh-2, name: 东河南片,",
        "{id: qy-dh-2, name: 东河南片, places: [{id: dh-qt, name: 桥, kind: street}],",
        "{id: qy-dh-2", "S01", "The id “dh-qt” is taken already.",
    ),
    "a place with a capital": (
        GRIDS, "{id: dh-qt,", "{id: Dh-qt,", "{id: Dh-qt", "S01",
        "An id is at most 64 lower-case letters, digits and hyphens, not “Dh-qt”.",
    ),
    "a room for a unit that is not there": (
        GRIDS, "[chengguan, jiaojing]", "[chengguan, jiaojin]", "jiaojin]", "S02",
        "There is no department “jiaojin”; did you mean jiaojing?",
    ),
    "fewer than no households": (
        GRIDS, "households: 512", "households: -1", "- id: qy-dh-1\n", "F06", "Households and residents are not negative.",
    ),
    "a grid that ends before it begins": (
        GRIDS, "until: 2020-12-31", "until: 2012-04-30", "until: 2012-04-30", "S04",
        "It ends (2012-04-30) before it begins (2012-05-01).",
    ),
    "a duty over no category": (
        GRIDS, "{category: E04, action: patrol", "{category: E99, action: patrol", "category: E99", "S02", "There is no category or class “E99”",
    ),
    "a power over no category": (
        STAFF, "{category: E0406,", "{category: E0499,", "E0499", "S02", "There is no category or class “E0499”",
    ),
    "a home that is not there": (
        STAFF, "name: 张环, home: huanbao", "name: 张环, home: huanbo", "home: huanbo,", "S02",
        "There is no unit “huanbo”; did you mean huanbao?",
    ),
    "an address twice, in another letter case": (
        STAFF, "email: p05@example.org", "email: P04@Example.org", "email: p04@", "S01",
        "The address p04@example.org is taken already.",
    ),
    "eight days a week": (
        STAFF, "days: 4", "days: 8", "days: 8", "F06", "Days a week run from 1 to 7.",
    ),
    "a post in no grid": (
        STAFF, "{grid: qy-xs-1, role", "{grid: qy-xs-9, role", "qy-xs-9", "S02", "There is no grid “qy-xs-9”; did you mean",
    ),
    "a post that ends before it begins": (
        STAFF, "until: 2026-11-23", "until: 2012-04-30", "until: 2012-04-30", "S04",
        "It ends (2012-04-30) before it begins (2012-05-01).",
    ),
    # The shape.
    "a role that is none": (
        STAFF, "{grid: qy-xs-1, role: patroller", "{grid: qy-xs-1, role: patroler", "role: patroler", "F06",
        "“role” cannot be \"patroler\"; did you mean patroller?",
    ),
    "a key that is none": (
        GRIDS, "  households: 512\n", "  housholds: 512\n", "housholds", "F05",
        "There is no key “housholds”; did you mean “households”?",
    ),
    "a key that lacks": (
        STAFF, "{id: p02, name: 钱二,", "{id: p02,", "{id: p02,", "F05", "The key “name” is missing.",
    ),
    "a level of five": (
        GRIDS, "level: 4,", "level: 5,", "level: 5", "F06", "“level” cannot be 5",
    ),
    "a day that is none": (
        GRIDS, "until: 2020-12-31", "until: 2020-12-32", "2020-12-32", "F06", "“until” must be a date such as 2026-11-24",
    ),
    "nothing after a key": (
        GRIDS, "  households: 512\n", "  households:\n", "households:\n", "F06", "“households” must be",
    ),
    "a key twice": (
        GRIDS, "  households: 512\n", "  households: 512\n  households: 5\n", "households: 5\n", "F04",
        "The key “households” stands here twice.",
    ),
}  # fmt: skip
