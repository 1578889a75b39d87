"""Hand edits that are not recorded: a sync overwrites none of them."""


def case_file(clone, case):
    [path] = (clone.folder / "cases").rglob(f"*-{case}.yaml")
    return str(path.relative_to(clone.folder))


def test_an_edit_of_a_file_that_changes_stops_the_sync_and_nothing_moves(a, b, shared):
    b("note", shared, "乙看过")
    a("note", shared, "甲看过")
    a("sync")
    b.edit(case_file(b, shared), "title: 路灯不亮", "title: 路灯全灭")
    mine, text = b.head(), (b.folder / case_file(b, shared)).read_bytes()
    assert b("sync", code=20) == (
        f"Refused by the rule P02: {case_file(b, shared)} was edited by hand and that is not recorded.\n"
        f"Record the edit: gridctl record. Or drop it: git checkout HEAD -- {case_file(b, shared)}\n"
    )
    assert (b.head(), (b.folder / case_file(b, shared)).read_bytes()) == (mine, text)
    assert b.git("for-each-ref", "refs/gridctl/held") == ""
    b.git("checkout", "HEAD", "--", case_file(b, shared))
    b("sync")
    assert b.said(shared) == ["甲看过", "乙看过"]


def test_an_edit_of_settings_that_change_stops_the_sync(a, b):
    a.edit("staff.yaml", "name: 张环", "name: 张桓")
    a("record")
    a("sync")
    b.edit("staff.yaml", "name: 吴六", "name: 吴陆")
    assert "P02" in b("sync", code=20)
    b("record")
    b("sync")
    told = (b.folder / "staff.yaml").read_text()
    assert "张桓" in told
    assert "吴陆" in told


def test_an_edit_of_another_file_stays_as_it_is(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b.edit("staff.yaml", "name: 张环", "name: 张桓")
    (b.folder / "draft.txt").write_text("草稿\n")
    b("sync")
    assert b.said(shared) == ["甲看过"]
    assert "张桓" in (b.folder / "staff.yaml").read_text()
    assert (b.folder / "draft.txt").read_text() == "草稿\n"
    assert b.git("status", "--porcelain") == " M staff.yaml\n?? draft.txt"


def test_an_edit_that_is_what_comes_in_stands_in_no_way(a, b):
    for clone in (a, b):
        clone.edit("staff.yaml", "name: 张环", "name: 张桓")
    a("record")
    a("sync")
    b("sync")
    assert b.git("status", "--porcelain") == ""


def test_a_file_of_ones_own_where_a_new_one_comes_in_is_not_overwritten(a, b):
    a.commit(files={"notes.txt": "甲\n"})
    a("sync")
    (b.folder / "notes.txt").write_text("乙\n")
    b("sync")
    assert (b.folder / "notes.txt").read_text() == "乙\n"
    assert b.git("show", "HEAD:notes.txt") == "甲"


def test_staged_edits_of_another_file_stay_staged(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b.edit("staff.yaml", "name: 张环", "name: 张桓")
    b.git("add", "staff.yaml")
    b("sync")
    assert b.git("status", "--porcelain") == "M  staff.yaml"
