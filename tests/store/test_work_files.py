"""Many files written together are as safe as one."""

import os
from pathlib import Path

import pytest

from gridctl.store import work_files


@pytest.fixture(params=[0, 1000], ids=["together", "one by one"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(work_files, "FEW", request.param)
    (tmp_path / "ledger").mkdir()
    return tmp_path / "ledger"


def files(count: int, text: str) -> dict[str, bytes]:
    return {f"cases/{n % 7}/{n}.yaml": f"{text} {n}\n".encode() for n in range(count)}


def held(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_all_are_written_and_nothing_else_is_left(root):
    for text in ("old", "new"):
        assert list(work_files.write_all(str(root), files(50, text))) == []
        assert held(root) == files(50, text)


def test_one_that_cannot_be_written_is_named_and_the_others_are_written(root, tmp_path):
    (root / "cases/3").mkdir(parents=True)
    (root / "cases/3/3.yaml").mkdir()
    (root / "cases/4").symlink_to(tmp_path)
    wanted = files(28, "new")
    failed = dict(work_files.write_all(str(root), wanted))
    in_the_way = {"cases/3/3.yaml", *(path for path in wanted if path.startswith("cases/4/"))}
    assert failed.keys() == in_the_way
    assert held(root) == {path: data for path, data in wanted.items() if path not in in_the_way}


def test_a_disk_that_cannot_sync_leaves_the_old_files_and_no_others(root, monkeypatch):
    list(work_files.write_all(str(root), files(5, "old")))

    def fail(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(work_files, "_whole_disk", lambda: fail)
    assert list(work_files.write_all(str(root), files(5, "new"))) != []
    assert held(root) == files(5, "old")


def test_a_ledger_that_is_gone_is_a_failure_like_any_other(root):
    root.rmdir()
    assert list(work_files.write_all(str(root), files(5, "new"))) != []
