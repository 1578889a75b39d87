"""Settings: edits of different places come together; edits of one place, or unsound together, are held."""

import json

import pytest


def grid(clone, grid_id, name):
    clone("grid", "add", grid_id, "--name", name, "--parent", "qy-dh")


def post(clone, person):
    clone("staff", "post", person, "--grid", "qy-dh", "--role", "patroller")


def test_edits_of_different_files_both_stand(a, b):
    grid(a, "qy-dh-9", "新片")
    a("sync")
    post(b, "p12")
    b("sync")
    assert "新片" in b("grid", "show", "qy-dh-9")
    assert b.subjects("HEAD~2..HEAD") == [
        "settings: staff post p12 patroller of qy-dh",
        "settings: grid add qy-dh-9",
    ]
    assert b("check")
    assert b("audit")


def test_edits_of_different_lines_of_one_file_both_stand(a, b):
    post(a, "p12")
    a("sync")
    post(b, "p24")
    b("sync")
    a("sync")
    for clone in (a, b):
        for person in ("p12", "p24"):
            assert "qy-dh" in [
                each["grid"] for each in clone.json("staff", "show", person)["posts"]
            ]
    assert a.head() == b.head()


def test_edits_of_the_same_line_are_held(a, b):
    a.edit("staff.yaml", "name: 张环", "name: 张桓")
    a("record")
    a("sync")
    b.edit("staff.yaml", "name: 张环", "name: 张寰")
    b("record")
    mine = b.head()
    [held] = b.json("sync", code=1)["held"]
    assert held == {
        "case": None,
        "path": "staff.yaml",
        "commit": mine,
        "events": [],
        "theirs": [],
        "rule": "Y06",
        "why": "Somebody else changed the same lines of staff.yaml meanwhile.",
    }
    assert "张桓" in (b.folder / "staff.yaml").read_text()
    assert b.head() == a.head()
    assert b.git("status", "--porcelain") == ""
    assert b("held", lang="zh").startswith(f"staff.yaml  {mine[:7]}\n")


def test_the_same_edit_on_both_sides_stands_once(a, b):
    for clone in (a, b):
        clone.edit("staff.yaml", "name: 张环", "name: 张桓")
        clone("record")
    a("sync")
    b("sync")
    assert b.head() == a.head()


def test_edits_that_clash_in_no_line_and_are_unsound_together_are_held(a, b):
    a.edit("grids.yaml", "id: qy-dh-3, name: 老东河", "id: qy-dh-7, name: 老东河")
    a("record")
    a("sync")
    below = "- {id: qy-dh-3a, name: 老楼, level: 4, parent: qy-dh-3, since: 2013-01-01, until: 2014-01-01}"
    b.edit("grids.yaml", "- {id: qy-dh, name", below + "\n- {id: qy-dh, name")
    b("record")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("grids.yaml", "S02")
    assert b("check")


def test_an_edit_by_one_who_may_make_none_any_more_is_held(a, b):
    a.edit(
        "staff.yaml",
        "role: leader, since: 2012-05-01}]}\n",
        "role: leader, since: 2012-05-01, until: 2026-11-23}]}\n",
    )
    a("record")
    a("sync")
    b.is_clerk("p02")
    grid(b, "qy-dh-9", "新片")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("grids.yaml", "R04")
    assert "qy-dh-9" not in (b.folder / "grids.yaml").read_text()


def test_cases_of_a_grid_that_is_held_are_held_with_it(a, b):
    a.edit("grids.yaml", "name: 老东河", "name: 旧东河")
    a("record")
    a("sync")
    b.edit("grids.yaml", "name: 老东河", "name: 东河旧片")
    place = b.folder / "grids.yaml"
    line = "- {id: qy-dh-9, name: 新片, level: 3, parent: qy-dh, since: 2012-05-01}\n"
    place.write_text(place.read_text() + line)
    b("record")
    case = b.collect(grid="qy-dh-9")
    held = b.json("sync", code=1)["held"]
    assert [each["path"].partition("/")[0] for each in held] == ["grids.yaml", "cases"]
    assert held[1]["case"][-5:] == case


CATEGORY = (
    "--word",
    "晾晒",
    "--filing",
    "晾晒占道",
    "--closing",
    "已收走",
    "--limit",
    "2 work_day",
)


def test_two_categories_of_ones_own_under_one_version_are_held(a, b):
    a("catalogue", "add", "E0498", "--zh", "占道晾晒", *CATEGORY)
    a("sync")
    b("catalogue", "add", "E0499", "--zh", "占道洗车", *CATEGORY)
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("catalogue.yaml", "Y06")
    assert "E0499" not in (b.folder / "catalogue.yaml").read_text()


def test_a_version_of_the_catalogue_never_comes_to_mean_two_things(a, b):
    """Both raise the version to 3, which is one edit of one line; what they mean by it are two."""
    a("catalogue", "add", "E0497", "--zh", "占道堆物", *CATEGORY)
    a("catalogue", "add", "E0199", "--zh", "路口洗车", *CATEGORY)
    a("sync")
    b("sync")
    for clone, name in ((a, "占道堆物"), (b, "路口洗车")):
        clone.edit("catalogue.yaml", "version: 2", "version: 3")
        clone.edit("catalogue.yaml", name, f"{name}等")
        clone("record")
    a("sync")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("catalogue.yaml", "S06")
    assert b("check")


def test_of_two_plans_for_two_years_nothing_is_lost(a, b, tmp_path):
    for clone, year in ((a, 2027), (b, 2028)):
        path = tmp_path / f"{year}.json"
        day = {"name": "元旦", "date": f"{year}-01-01", "isOffDay": True}
        path.write_text(json.dumps({"year": year, "days": [day]}))
        clone("calendar", "add", str(path))
    first = (a.folder / "calendar.yaml").read_text()
    a("sync")
    answer = b.json("sync", code=1)
    assert [each["path"] for each in answer["held"]] == ["calendar.yaml"]
    assert (b.folder / "calendar.yaml").read_text() == first


def test_a_file_of_settings_that_both_sides_begin_alike_stands(a, b, tmp_path):
    day = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}
    (tmp_path / "plan.json").write_text(json.dumps({"year": 2027, "days": [day]}))
    for clone in (a, b):
        clone("calendar", "add", str(tmp_path / "plan.json"))
    a("sync")
    b("sync")
    assert (a.head(), a("audit")) == (b.head(), b("audit"))


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_lines_that_look_like_a_conflict_are_text_to_a_merge(a, b, side):
    clone = a if side == "theirs" else b
    clone.edit("staff.yaml", "# All invented.", "# All invented.\n# >>>>>>> theirs")
    clone("record")
    post(a, "p12")
    a("sync")
    post(b, "p24")
    assert b.json("sync")["held"] == []
    assert "# >>>>>>> theirs" in (b.folder / "staff.yaml").read_text()
