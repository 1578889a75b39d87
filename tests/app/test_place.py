"""Finding the ledger from inside, and glancing at its language."""

import pytest

from gridctl.app.place import ledger_folder, ledger_language


@pytest.fixture
def folders(tmp_path):
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    return tmp_path, inside


def test_the_nearest_folder_above_with_both_files_is_the_ledger(folders):
    top, inside = folders
    assert ledger_folder(str(inside)) is None
    for folder in (top, top / "a"):
        for name in ("grids.yaml", "staff.yaml"):
            (folder / name).touch()
    assert ledger_folder(str(inside)) == str(top / "a")
    assert ledger_folder(str(top)) == str(top)


def test_one_file_alone_makes_no_ledger(folders):
    top, inside = folders
    (inside / "grids.yaml").touch()
    (top / "staff.yaml").touch()
    assert ledger_folder(str(inside)) is None
    (inside / "staff.yaml").mkdir()
    assert ledger_folder(str(inside)) is None


def test_a_relative_start_is_meant_from_here(folders, monkeypatch):
    top, inside = folders
    for name in ("grids.yaml", "staff.yaml"):
        (top / name).touch()
    monkeypatch.chdir(inside)
    assert ledger_folder(".") == str(top)


def test_the_language_of_a_ledger_that_has_none_or_is_damaged_is_unknown(tmp_path):
    assert ledger_language(str(tmp_path)) is None
    (tmp_path / "grids.yaml").write_bytes(b"\xff\xfeledger:\n language\n")
    assert ledger_language(str(tmp_path)) is None
    (tmp_path / "grids.yaml").write_bytes("ledger:\n  name: 台账\n  language: en\n".encode())
    assert ledger_language(str(tmp_path)) == "en"
    (tmp_path / "grids.yaml").write_bytes(b"ledger:\n" + b"# x\n" * 4000 + b"  language: en\n")
    assert ledger_language(str(tmp_path)) is None
