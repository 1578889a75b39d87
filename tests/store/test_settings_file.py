"""The settings are read whole or refused with file, line and rule; every check has both sides here."""

import pytest
from wrong_settings import WRONG

from gridctl.errors import Broken
from gridctl.store.settings_file import problems, read

GRIDS, STAFF = "grids.yaml", "staff.yaml"


def found(files):
    return [(each.path, each.line, each.rule, str(each.message)) for each in problems(files)]


def with_change(files, file, old, new):
    text = files[file].decode()
    assert text.count(old) == 1, old
    return files | {file: text.replace(old, new).encode()}


def line_of(files, file, text):
    return files[file].decode().partition(text)[0].count("\n") + 1


def test_the_office_of_the_tests_is_in_order(office_files):
    assert found(office_files) == []
    office = read(office_files)
    assert len(office.grids) == 8
    assert len(office.people) == 26
    assert office.grids["qy-dh-1"].places[0].point == (113.6, 34.7)


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_with_file_line_and_rule(office_files, what):
    file, old, new, place, rule, message = WRONG[what]
    files = with_change(office_files, file, old, new)
    first = found(files)[0]
    assert first[:3] == (file, line_of(files, file, place), rule)
    assert first[3].startswith(message)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (STAFF, "{id: p11, name", "{id: pll1, name"),
        (GRIDS, "{id: qy-xs, name", "{id: qy_xs, name"),
        (GRIDS, "tolerance: 0.2", "tolerance: 1"),
        (GRIDS, "aim: 500", "aim: 1"),
        (GRIDS, "households: 512", "households: 0"),
        (GRIDS, "until: 2020-12-31", "until: 2012-05-01"),
        (GRIDS, 'late_after: "08:30"', 'late_after: "23:59"'),
        (GRIDS, '"14:00-18:00"', '"12:00-18:00"'),
        (GRIDS, "{seq}号", "第{seq}号"),
        (GRIDS, "{code_name}网案〔{year}〕{seq}号", "{year}{code_name}-{seq}"),
        (GRIDS, "Asia/Shanghai", "Europe/Berlin"),
        (GRIDS, "verify_within: 2 work_day", "verify_within: 3个工作日"),
        (STAFF, "days: 4", "days: 7"),
        (STAFF, "days: 4", "days: 1"),
        (STAFF, "name: 张环, home: huanbao", "name: 张环, home: qy-xs-1"),
        (STAFF, ", email: p23@example.org", ""),
        (STAFF, "{category: E0406,", "{category: E,"),
        (STAFF, "until: 2026-11-23", "until: 2012-05-01"),
    ],
)
def test_what_is_just_within_passes(office_files, file, old, new):
    if new.startswith("{id: qy_xs"):
        text = office_files[file].decode().replace("qy-xs,", "qy_xs,")
        staff = office_files[STAFF].decode().replace("grid: qy-xs,", "grid: qy_xs,")
        assert found({GRIDS: text.encode(), STAFF: staff.encode()}) == []
    else:
        assert found(with_change(office_files, file, old, new)) == []


def test_two_people_without_an_address_share_none(office_files):
    files = with_change(office_files, STAFF, ", email: p23@example.org", "")
    assert found(with_change(files, STAFF, " email: p24@example.org,", "")) == []


def test_a_circle_of_grids_is_found_and_ends(office_files):
    files = with_change(office_files, GRIDS, "level: 2, parent: qy, since: 2012-05-01}\n- {id: qy-xs,", "level: 2, parent: qy-dh-1, since: 2012-05-01}\n- {id: qy-xs,")  # fmt: skip
    assert [(path, rule) for path, _line, rule, _message in found(files)] == [(GRIDS, "S03")]
    assert read(files).line_of("qy-dh-1") == ("qy-dh-1", "qy-dh")


def test_without_an_office_there_is_none(office_files):
    grids = "format: 1\nledger:\n  name: 台账\ngrids: []\n"
    staff = "format: 1\ndepartments: []\nstaff: []\n"
    files = {GRIDS: grids.encode(), STAFF: staff.encode()}
    assert found(files) == [
        (GRIDS, 4, "S03", "There is no level-1 grid, so there is no office."),
    ]


def test_every_fault_of_both_files_is_told_at_once(office_files):
    files = with_change(office_files, GRIDS, "level: 4,", "level: 5,")
    files = with_change(files, STAFF, "days: 4", "days: four")
    with pytest.raises(Broken) as broken:
        read(files)
    assert [(each.path, each.rule) for each in broken.value.problems] == [
        (GRIDS, "F06"),
        (STAFF, "F06"),
    ]
    assert broken.value.exit_code == 30


def test_a_missing_file_is_told(office_files):
    assert [each[:3] for each in found({GRIDS: office_files[GRIDS]})] == [(STAFF, 0, "F05")]


def test_remarks_in_the_settings_are_welcome(office_files):
    files = with_change(
        office_files, GRIDS, "  level: 1\n", "  level: 1  # 街道\n  # 备注: & * !\n"
    )
    assert found(files) == []


def test_every_problem_names_a_rule_that_there_is():
    from gridctl.domain.rules import RULES

    assert {each[4] for each in WRONG.values()} <= set(RULES)
