"""Papers of a ledger that lies in a folder of its repository."""

import subprocess
from datetime import datetime

import pytest

from gridctl.app.founding import Foundation, found


@pytest.fixture
def ledger_folder(tmp_path, office_files):
    """A ledger in a folder of a repository that holds other things as well."""
    folder = tmp_path / "repository" / "office" / "ledger"
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", tmp_path / "repository"], check=True)
    for name, data in office_files.items():
        (folder / name).write_bytes(data)
    now = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
    found(str(folder), Foundation(), now, language="zh", fixed_clock=True)
    return folder


def test_when_its_entries_were_recorded_is_found_there(ordered, paper):
    assert "录入时间        2026-11-20 09:00\n" in paper(ordered.ending, "dispatch", day="20").out
    ordered(
        "handle", "--note", "清", "--done", "fixed", "--as", "p17", "--at", "2026-11-20 11:00",
        now="24T09:00",
    )  # fmt: skip
    out = paper(ordered.ending, "dossier", day="24").out
    assert "入账时间  2026-11-24 09:00（补录）\n" in out
    assert "不详" not in out


@pytest.mark.parametrize("name", [".gitignore", ".gitattributes", "office/.gitignore"])
def test_what_git_is_told_there_is_not_written_over(ordered, paper, tmp_path, name):
    file = tmp_path / "repository" / name
    answer = paper(ordered.ending, "dispatch", "-o", str(file), "--format", "text", "--force")
    assert (answer.code, file.exists()) == (20, False)
