"""What lies beside the cases: recorded where it is one, named where it looks like one, else left alone."""

import subprocess

import pytest

COLLECT = ("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "patrol")
WASTE = (".DS_Store", "Thumbs.db", ".lz-1.yaml.swp", "4913", "x.yaml~", "#x.yaml#", "._x.yaml")


@pytest.fixture
def folder(ledger_folder, gridctl):
    """The folder of a recorded case."""
    assert gridctl(*COLLECT).code == 0
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    return path.parent


def edit_staff(ledger_folder) -> None:
    path = ledger_folder / "staff.yaml"
    path.write_bytes(path.read_bytes() + b"# a remark\n")


@pytest.mark.parametrize("name", WASTE)
def test_what_editors_leave_among_the_cases_stops_no_record(ledger_folder, gridctl, folder, name):
    for place in (folder, ledger_folder / "cases"):
        (place / name).write_bytes(b"\0\xff")
    edit_staff(ledger_folder)
    found = gridctl("record")
    assert (found.code, found.err) == (0, "")
    assert "staff.yaml" in found.out
    assert gridctl("check")[::2] == (0, "")


def test_what_looks_like_a_case_and_lies_where_none_belongs_is_a_warning(
    ledger_folder, gridctl, folder
):
    (folder / "copy.yaml").write_text("x")
    edit_staff(ledger_folder)
    for words in (("check",), ("record",), ("check",)):
        found = gridctl(*words)
        assert found.code == 0
        assert "/copy.yaml" in found.err
    assert not gridctl("--as-of", "HEAD", "check").err
    assert "/copy.yaml" in gridctl("record", "--dry-run").err


def test_a_stray_that_is_recorded_and_as_it_was_is_no_edit(ledger_folder, gridctl, folder):
    (folder / "Thumbs.db").write_bytes(b"x")
    for words in (("add", "."), ("commit", "-qm", "by hand")):
        subprocess.run(["git", "-C", ledger_folder, *words], check=True)
    edit_staff(ledger_folder)
    assert gridctl("record").code == 0
    (folder / "Thumbs.db").write_bytes(b"y")
    found = gridctl("record")
    assert found.code == 30
    assert "[F08]" in found.err


def test_a_time_written_in_another_offset_is_an_altered_history(gridctl, folder):
    (path,) = folder.glob("*.yaml")
    path.write_bytes(path.read_bytes().replace(b"T16:01:00+08:00", b"T15:01:00+07:00"))
    answer = gridctl("record")
    assert (answer.code, "C06" in answer.err) == (20, True), answer
