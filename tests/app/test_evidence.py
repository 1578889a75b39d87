"""What a file is called may say whom it shows: in git it has a neutral name, its own stays outside."""

import hashlib
import os
import subprocess

import pytest

SAID = ("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline")


@pytest.fixture
def file(tmp_path):
    def make(name: str | bytes) -> str:
        path = os.path.join(os.fsencode(tmp_path), os.fsencode(name))
        with open(path, "wb") as opened:
            opened.write(os.fsencode(name))
        return os.fsdecode(path)

    return make


def names(ledger_folder) -> list[str]:
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    return [
        line.partition("name: ")[2].partition(",")[0]
        for line in path.read_text().splitlines()
        if "sha256:" in line
    ]


def in_git(ledger_folder) -> bytes:
    log = ["git", "-C", ledger_folder, "log", "-p", "--all"]
    return subprocess.run(log, capture_output=True, check=True).stdout


def own_name(ledger_folder, content: str | bytes) -> bytes:
    """The name that was kept of a file with this content."""
    digest = hashlib.sha256(os.fsencode(content)).hexdigest()
    return (ledger_folder / "private" / f"{digest}.txt").read_bytes()


def test_names_in_git_are_neutral_and_counted_through_the_case(ledger_folder, gridctl, file):
    photos = ("--photo", file("张三家门口.JPG"), "--photo", file("b.png"))
    assert gridctl(*SAID, *photos, "--paper", file("身份证")).code == 0
    ending = gridctl("list", "--ids").out.strip()[-5:]
    assert gridctl("triage", ending, "--category", "E0406").code == 0
    assert gridctl("file", ending).code == 0
    assert gridctl("dispatch", ending, "--to", "chengguan").code == 0
    for name in ("骆甲.jpg", "骆乙.pdf.veryverylong"):
        assert gridctl("--as", "p17", "handle", ending, "--photo", file(name)).code == 0
    assert gridctl("--as", "p17", "handle", ending, "--paper", file("骆丙.pdf")).code == 0
    wanted = ["before-1.jpg", "before-2.png", "paper-1", "after-1.jpg", "after-2", "paper-2.pdf"]
    assert names(ledger_folder) == wanted
    for told in ("张三家门口", "身份证", "骆甲", "骆乙", "骆丙"):
        assert told.encode() not in in_git(ledger_folder)
    assert own_name(ledger_folder, "骆甲.jpg").decode() == "骆甲.jpg\n"
    assert gridctl("check", "--evidence").code == 0


def test_a_name_that_is_not_utf_8_is_kept_as_it_is(ledger_folder, gridctl, file):
    name = "照片".encode("gbk") + b".jpg"
    found = gridctl(*SAID, "--photo", file(name))
    assert found.code == 0, found.err
    assert names(ledger_folder) == ["before-1.jpg"]
    assert own_name(ledger_folder, name) == name + b"\n"
    assert gridctl("check", "--evidence").code == 0


def test_a_telling_name_by_hand_is_refused(ledger_folder, gridctl, file):
    assert gridctl(*SAID, "--photo", file("a.jpg")).code == 0
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    text = path.read_text()
    subprocess.run(["git", "-C", ledger_folder, "reset", "-q", "--hard", "HEAD~1"], check=True)
    path.parent.mkdir(parents=True)
    path.write_text(text.replace("before-1.jpg", "张三.jpg"))
    found = gridctl("record")
    assert (found.code, "P04" in found.err) == (20, True), found.err
    path.write_text(text)
    assert gridctl("record").code == 0


def test_what_is_no_file_is_told_even_where_its_name_is_not_utf_8(gridctl, tmp_path):
    found = gridctl(*SAID, "--photo", os.fsdecode(os.fsencode(tmp_path) + b"/\xff.jpg"))
    assert found.code == 2
    assert "\\udcff" in found.err
