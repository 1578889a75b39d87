"""Where a paper is written: never over the ledger, never over a file by accident, never under a false name."""

import os

import pytest


@pytest.fixture
def into(told, paper):
    """Prints the order of a case into a file, in English."""

    def print_(file, *words):
        return paper(told.ending, "dispatch", "-o", str(file), *words, lang="en")

    return print_


@pytest.mark.parametrize(
    "file",
    [
        ".git/HEAD",
        ".git/refs/heads/main",
        ".git/new",
        ".gitignore",
        "grids.yaml",
        "staff.yaml",
        "calendar.yaml",
        "scoring.yaml",
        "Staff.yaml",
        "private/paper",
        "cases/paper.html",
        "journal/2026/11/p01.yaml",
        "evidence/paper.docx",
        "elsewhere/../staff.yaml",
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_no_file_of_the_ledger_is_written_over(into, ledger_folder, file, force):
    before = {p: p.read_bytes() for p in ledger_folder.rglob("*") if p.is_file()}
    words = ("--format", "text") if "." not in os.path.basename(file) else ()
    code, out, err = into(file, *words, *(["--force"] if force else []))
    assert code in (20, 2)
    assert (out, "Refused by the rule O03" in err or "No paper is made as .yaml" in err) == (
        "",
        True,
    )
    assert {p: p.read_bytes() for p in ledger_folder.rglob("*") if p.is_file()} == before


def test_nor_through_a_link(into, ledger_folder, tmp_path):
    (tmp_path / "link.html").symlink_to(ledger_folder / "staff.yaml")
    (tmp_path / "folder").symlink_to(ledger_folder / "cases")
    for file in ("link.html", "folder/paper.html"):
        assert into(tmp_path / file, "--force").code == 20


def test_the_refusal_whole(told, paper, ledger_folder):
    out = paper(told.ending, "dispatch", "-o", "cases/a.html")
    assert out.err == (
        "按规则 O03 不予办理：cases/a.html 是台账自己的文件，单据不写到那里。\n"
        "请在 -o 后换一个文件名，最好放在台账文件夹之外。\n"
    )
    assert not (ledger_folder / "cases" / "a.html").exists()


def test_a_file_beside_the_settings_is_no_file_of_the_ledger(into, ledger_folder):
    code, out, err = into("paper.html")
    assert (code, out, err) == (0, "Written to paper.html\n", "")
    assert (ledger_folder / "paper.html").read_bytes().startswith(b"<!DOCTYPE")


def test_it_says_where_it_wrote(told, paper, tmp_path):
    file = tmp_path / "交办单.docx"
    assert paper(told.ending, "dispatch", "-o", str(file)).out == f"已写入 {file}\n"


def test_a_file_that_is_there_is_replaced_only_by_force(into, tmp_path):
    file = tmp_path / "paper.txt"
    file.write_text("mine", encoding="utf-8")
    code, out, err = into(file)
    assert (code, out) == (2, "")
    assert err == (
        f"Error: {file} is there already.\nName another file after -o, or replace it with --force.\n"
    )
    assert file.read_text(encoding="utf-8") == "mine"
    assert into(file, "--force").code == 0
    assert "Case order" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a.xlsx", "a.png"])
@pytest.mark.parametrize("words", [(), ("--format", "html")])
def test_no_ending_promises_what_is_not_made(into, tmp_path, name, words):
    code, out, err = into(tmp_path / name, *words)
    assert (code, out) == (2, "")
    ending = name.partition(".")[2]
    assert err == (
        f"Error: No paper is made as .{ending}.\nName a file that ends in .docx, .html or .txt.\n"
    )
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "face"), [("a.docx", "html"), ("a.html", "text"), ("a.txt", "docx"), ("a.htm", "docx")]
)
def test_ending_and_format_agree(into, tmp_path, name, face):
    code, out, err = into(tmp_path / name, "--format", face)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {tmp_path / name} is not the name of a file in {face}.\n")
    assert not (tmp_path / name).exists()


def test_a_dash_is_standard_output(told, paper, ledger_folder):
    assert paper(told.ending, "dispatch", "-o", "-") == paper(told.ending, "dispatch")
    page = paper(told.ending, "dispatch", "-o", "-", "--format", "html", "--with-reporter")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("<!DOCTYPE html>")
    assert not (ledger_folder / "-").exists()
