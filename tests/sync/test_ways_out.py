"""Ways out: what once ended all syncing of a clone, or lost something, is held back or follows."""

import os
import subprocess


def test_a_long_chinese_name_is_held(a, b):
    name = "关于进一步加强城市社区网格化服务管理工作的实施意见（征求意见稿）.txt"
    a.commit(files={name: "1\n"})
    b.commit(files={name: "2\n"})
    a("sync")
    assert [each["path"] for each in b.json("sync", code=1)["held"]] == [name]
    assert [each["path"] for each in b.json("held")] == [name]
    assert "sent: 0" not in b("note", b.collect(), "x") + b("sync")


def test_a_file_and_a_folder_of_one_commit_are_held_side_by_side(a, b, shared):
    a.commit(files={"docs": "x\n"})
    a("sync")
    b("sync")
    b.git("config", "user.email", "p99@example.org")
    (b.folder / "docs").unlink()
    b.commit(files={"docs/a.txt": "y\n"})
    b.is_clerk("p01")
    a("note", shared, "甲看过")
    a("sync")
    assert {each["path"] for each in b.json("sync", code=1)["held"]} == {"docs", "docs/a.txt"}
    assert {each["path"] for each in b.json("held")} == {"docs", "docs/a.txt"}
    assert (b.folder / "docs").read_text() == "x\n"
    assert b.git("status", "--porcelain") == ""
    b.git("gc", "-q", "--prune=now")
    b("held", "drop", "docs/a.txt", "--yes")
    assert [each["path"] for each in b.json("held")] == ["docs"]


def test_a_file_that_needs_a_folder_where_they_have_a_file_is_held(a, b):
    b.commit(files={"docs/a.txt": "mine\n"})
    a.commit(files={"docs": "theirs\n"})
    a("sync")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("docs/a.txt", "Y06")
    assert b.git("show", "HEAD:docs") == "theirs"
    assert (b.folder / "docs").read_text() == "theirs\n"
    assert b.git("status", "--porcelain") == ""


def test_a_file_where_they_have_a_folder_is_held(a, b):
    b.commit(files={"docs": "mine\n"})
    a.commit(files={"docs/a.txt": "theirs\n"})
    a("sync")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("docs", "Y06")
    assert (b.folder / "docs/a.txt").read_text() == "theirs\n"
    assert b.git("status", "--porcelain") == ""


def test_a_folder_that_becomes_a_file_and_back_follows_whole(a, b, shared):
    b.commit(files={"docs/a.txt": "1\n", "docs/b.txt": "2\n"})
    b("sync")
    a("sync")
    b.commit(files={"docs/a.txt": None, "docs/b.txt": None})
    (b.folder / "docs").rmdir()
    b.git("reset", "-q", "--soft", "HEAD~1")
    b.commit(files={"docs": "file\n"})
    a("note", shared, "甲看过")
    a("sync")
    assert b.json("sync")["held"] == []
    a("sync")
    assert (a.folder / "docs").read_text() == "file\n"
    assert a.git("status", "--porcelain") == b.git("status", "--porcelain") == ""


def test_a_message_in_gbk_follows_in_utf_8(a, b, shared):
    (b.folder / "README.md").write_text("x\n")
    b.git("add", "-A")
    words = ("git", "-c", "i18n.commitEncoding=GBK", "commit", "-q", "-F", "-")
    subprocess.run(words, input="说明文件".encode("gbk"), cwd=b.folder, check=True)
    a("note", shared, "甲看过")
    a("sync")
    assert b.json("sync")["pushed"] == 1
    assert b.subjects()[0] == "说明文件"


def test_a_message_that_is_in_no_encoding_keeps_its_bytes(a, b, shared):
    (b.folder / "README.md").write_text("x\n")
    b.git("add", "-A")
    words = ("git", "-c", "i18n.commitEncoding=KOI8-R", "commit", "-q", "-F", "-")
    subprocess.run(words, input=b"\xb5\xff", cwd=b.folder, check=True)
    a("note", shared, "甲看过")
    a("sync")
    assert b.json("sync")["pushed"] == 1
    told = subprocess.check_output(["git", "cat-file", "commit", "HEAD"], cwd=b.folder)
    assert told.endswith(b"\xb5\xff\n")


def test_settings_with_nul_are_held(a, b):
    text = (b.folder / "staff.yaml").read_text()
    b.commit(files={"staff.yaml": text + "# \0\n"})
    a.edit("staff.yaml", "朱执", "朱执一")
    a("record")
    a("sync")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"]) == ("staff.yaml", "Y06")


def _hire(clone, person, name):
    row = (
        f"- {{id: {person}, name: {name}, home: gongzuodui, email: {person}@example.org, "
        "kind: workteam, posts: [{grid: qy-dh-1, role: patroller, since: 2012-05-01}]}\n"
    )
    clone.edit("staff.yaml", "staff:\n", "staff:\n" + row)
    clone("record")


def test_two_who_each_add_a_person_at_one_place_add_both(a, b):
    _hire(b, "p77", "新一")
    _hire(a, "p78", "新二")
    a("sync")
    assert b.json("sync")["held"] == []
    text = (b.folder / "staff.yaml").read_text()
    assert 0 < text.index("新二") < text.index("新一")
    assert b("check")
    a("sync")
    assert a.head() == b.head()


def test_two_who_each_add_the_same_person_are_held(a, b):
    _hire(b, "p77", "新一")
    _hire(a, "p77", "新二")
    a("sync")
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"][0]) == ("staff.yaml", "S")


def test_links_and_modes_that_come_in_stand_in_the_folder(a, b, shared):
    a.commit(files={"tool.sh": "x\n", "t2": "y\n"})
    a("sync")
    b("sync")
    (a.folder / "link").symlink_to("t2")
    (a.folder / "tool.sh").chmod(0o755)
    a.commit()
    a("sync")
    b("sync")
    assert b.git("status", "--porcelain") == ""
    assert os.readlink(b.folder / "link") == "t2"
    assert os.access(b.folder / "tool.sh", os.X_OK)
    (a.folder / "link").unlink()
    (a.folder / "tool.sh").chmod(0o644)
    a.commit(files={"link": "now a file\n"})
    a("sync")
    b("sync")
    assert b.git("status", "--porcelain") == ""
    assert not (b.folder / "link").is_symlink()
    assert (b.folder / "t2").read_text() == "y\n"


def test_a_link_that_becomes_a_folder_is_never_written_through(a, b, tmp_path):
    evil = tmp_path / "evil"
    evil.mkdir()
    (a.folder / "docs").symlink_to(evil)
    a.commit()
    a("sync")
    b("sync")
    assert (b.folder / "docs").is_symlink()
    (a.folder / "docs").unlink()
    a.commit(files={"docs/a.txt": "y\n"})
    a("sync")
    b("sync")
    assert list(evil.iterdir()) == []
    assert (b.folder / "docs/a.txt").read_text() == "y\n"
    assert b.git("status", "--porcelain") == ""


def test_a_link_of_ones_own_in_the_way_stays(a, b, tmp_path):
    (b.folder / "docs").symlink_to(tmp_path)
    a.commit(files={"docs/a.txt": "y\n", "new": "z\n"})
    a("sync")
    b("sync")
    assert (b.folder / "docs").is_symlink()
    assert not (tmp_path / "a.txt").exists()
    assert (b.folder / "new").read_text() == "z\n"
