"""Edits of the settings of the sample: only the lines that must change do, remarks stay."""

from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from gridctl.store import settings_edit, settings_file
from gridctl.store.templates import settings as begun

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 11, 24)


def changed(before: bytes, after: bytes) -> list[str]:
    lines = ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.fixture(params=["the sample", "the tests' office", "a new ledger"])
def files(request, office_files):
    if request.param == "the sample":
        return {name: (ROOT / name).read_bytes() for name in office_files}
    if request.param == "a new ledger":
        values = {"office": "lz", "office_name": "刘寨街道", "code_name": "刘寨", "name": "台账"}
        values |= {"person": "周明", "email": "a@example.org"}
        return begun("zh", values, since=DAY)
    return office_files


def test_a_grid_more_is_lines_more_and_nothing_less(files):
    for after in range(len(settings_file.read(files).grids)):
        new = settings_edit.with_grid(
            files["grids.yaml"], {"id": "x", "name": "新", "level": 2, "parent": "y"}, after=after
        )
        assert all(line[0] == "+" for line in changed(files["grids.yaml"], new))


def test_every_grid_can_be_moved_and_closed_on_one_line(files):
    data = files["grids.yaml"]
    for index, grid in enumerate(settings_file.read(files).grids.values()):
        if grid.parent:
            moved = changed(data, settings_edit.with_grid_key(data, index, "parent", "elsewhere"))
            assert [line[0] for line in moved] == ["-", "+"]
            assert moved[1].replace("elsewhere", grid.parent)[1:] == moved[0][1:]
        closed = changed(data, settings_edit.with_grid_key(data, index, "until", DAY))
        assert len(closed) <= 2
        assert "until: 2026-11-24" in closed[-1]


def test_every_person_can_take_and_leave_posts_on_one_line(files):
    data = files["staff.yaml"]
    people = list(settings_file.read(files).people.values())
    for index in [*range(3), len(people) - 1] if len(people) > 3 else range(len(people)):
        posts = range(len(people[index].posts))
        taken = settings_edit.with_post(data, index, {"grid": "x", "role": "head", "since": DAY})
        left = settings_edit.with_posts_ended(data, index, posts, DAY)
        for new in (taken, left):
            assert [line[0] for line in changed(data, new)] == ["-", "+"]
            assert settings_file.read(files | {"staff.yaml": new})


def test_a_person_more_is_one_line_above_the_remarks_at_the_end(files):
    new = settings_edit.with_person(files["staff.yaml"], {"id": "x", "name": "新人", "home": "qy"})
    assert changed(files["staff.yaml"], new) == ["+ - {id: x, name: 新人, home: qy}"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_catalogue_begins_with_its_remarks(language):
    category = {
        "code": "E0497",
        "zh": "新",
        "words": ["词"],
        "conditions": [{"limit": "1 work_day"}],
    }
    first = settings_edit.with_category(None, category, 1, language)
    assert first.startswith(b"# ")
    second = settings_edit.with_category(first, category | {"code": "E0498"}, 2, language)
    lines = changed(first, second)
    assert lines[:2] == ["- version: 1", "+ version: 2"]
    assert all(line[0] == "+" for line in lines[2:])
