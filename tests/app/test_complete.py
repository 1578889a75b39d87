"""Ids that a shell may offer, from the names of files alone."""

from gridctl.app.complete import case_ids


def put(root, *ids):
    for name in ids:
        day = name.split("-")[1]
        folder = root / "cases" / day[:4] / day[4:6] / day[6:]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.yaml").touch()


def test_the_newest_day_comes_first(tmp_path):
    put(tmp_path, "lz-20251231-aaaaa", "lz-20260102-bbbbb", "lz-20261124-ccccc")
    assert case_ids(str(tmp_path), "") == [
        "lz-20261124-ccccc",
        "lz-20260102-bbbbb",
        "lz-20251231-aaaaa",
    ]


def test_a_beginning_gives_whole_ids_and_an_ending_endings(tmp_path):
    put(tmp_path, "lz-20261124-k7qf2", "lz-20261123-k9abc", "lz-20261123-aaaaa")
    assert case_ids(str(tmp_path), "lz-20261123") == ["lz-20261123-k9abc", "lz-20261123-aaaaa"]
    assert case_ids(str(tmp_path), "k") == ["k7qf2", "k9abc"]
    assert case_ids(str(tmp_path), "zz") == []


def test_never_more_than_two_hundred(tmp_path):
    put(tmp_path, *(f"lz-20261124-{n:05d}" for n in range(250)))
    assert len(case_ids(str(tmp_path), "")) == 200


def test_no_cases_and_other_files_are_no_harm(tmp_path):
    assert case_ids(str(tmp_path), "") == []
    put(tmp_path, "lz-20261124-k7qf2")
    (tmp_path / "cases" / "README.md").touch()
    (tmp_path / "cases" / ".hidden").mkdir()
    assert case_ids(str(tmp_path), "") == ["lz-20261124-k7qf2"]
