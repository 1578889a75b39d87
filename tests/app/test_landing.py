"""A change lands as commit, work file and index, in this order; the commit is what counts."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gridctl.app.bring_forward import bring_forward
from gridctl.app.landing import Landed, land
from gridctl.app.writing import writing
from gridctl.errors import Busy
from gridctl.git.objects import Objects
from gridctl.git.repository import Identity, Repository, discover, init

CASE = "cases/2026/11/24/lz-20261124-k7qf2.yaml"
WHEN = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)
LI = Identity("李雷", "lilei@example.org")


@pytest.fixture(autouse=True)
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(params=["", "some/office"], ids=["whole", "sub-folder"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """A ledger that is a whole repository, and one that is a folder of a larger one."""
    folder = tmp_path / "repository" / request.param
    folder.mkdir(parents=True)
    init(str(tmp_path / "repository"))
    found = discover(str(folder))
    assert found
    return found


@pytest.fixture
def git(ledger: Repository) -> Callable[..., str]:
    def call(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", ledger.root, *words], capture_output=True, text=True, check=True
        )
        return done.stdout.rstrip("\n")

    return call


def put(ledger: Repository, files: dict[str, bytes | None]) -> Landed:
    return land(ledger, ledger.head_id(), files, "m", LI, WHEN)


def clean(git: Callable[..., str]) -> bool:
    git("diff-index", "--quiet", "HEAD")
    return git("status", "--porcelain") == ""


def test_after_it_commit_file_and_index_agree(ledger, git):
    one = put(ledger, {CASE: b"version: 1\n", "grids.yaml": b"grids: []\n"})
    two = put(ledger, {CASE: b"version: 2\n"})
    assert (one.warnings, two.warnings) == ((), ())
    assert git("rev-parse", "HEAD") == two.commit
    assert (Path(ledger.root) / CASE).read_bytes() == b"version: 2\n"
    assert git("show", f"HEAD:./{CASE}") == "version: 2"
    assert clean(git)


def test_a_removed_file_is_gone_everywhere(ledger, git):
    put(ledger, {CASE: b"version: 1\n", "grids.yaml": b"grids: []\n"})
    put(ledger, {CASE: None})
    assert not (Path(ledger.root) / CASE).exists()
    assert clean(git)


def test_who_was_too_slow_changes_nothing(ledger, git):
    put(ledger, {CASE: b"version: 1\n"})
    with pytest.raises(Busy):
        land(ledger, None, {CASE: b"version: 7\n"}, "m", LI, WHEN)
    assert (Path(ledger.root) / CASE).read_bytes() == b"version: 1\n"
    assert clean(git)


def test_a_file_that_cannot_be_written_is_a_warning_and_the_change_is_recorded(ledger, git):
    (Path(ledger.root) / "cases").symlink_to("/nowhere")
    landed = put(ledger, {CASE: b"version: 1\n"})
    assert git("show", f"HEAD:./{CASE}") == "version: 1"
    assert len(landed.warnings) == 1
    assert "recorded, but" in str(landed.warnings[0])


def test_a_locked_index_is_a_warning_and_the_change_is_recorded(ledger, git):
    put(ledger, {CASE: b"version: 1\n"})
    lock = Path(ledger.git_dir) / "index.lock"
    lock.touch()
    landed = put(ledger, {CASE: b"version: 2\n"})
    lock.unlink()
    assert git("show", f"HEAD:./{CASE}") == "version: 2"
    assert len(landed.warnings) == 1
    assert "recorded, but" in str(landed.warnings[0])


def forward(ledger: Repository) -> tuple[str, ...]:
    with Objects(ledger) as objects:
        head = objects.commit("HEAD")
        assert head
        return bring_forward(ledger, objects, old=head.parents[0], new=head.id)


def test_what_stayed_behind_is_brought_forward(ledger, git):
    put(ledger, {CASE: b"version: 1\n", "grids.yaml": b"grids: []\n", "old": b"x\n"})
    index = (Path(ledger.git_dir) / "index").read_bytes()
    put(ledger, {CASE: b"version: 2\n", "cases/new": b"version: 1\n", "old": None})
    (Path(ledger.git_dir) / "index").write_bytes(index)
    (Path(ledger.root) / CASE).write_bytes(b"version: 1\n")
    (Path(ledger.root) / "cases/new").unlink()
    (Path(ledger.root) / "old").write_bytes(b"x\n")
    assert forward(ledger) == (CASE, "cases/new", "old")
    assert clean(git)
    assert forward(ledger) == ()


def test_what_a_person_has_changed_or_staged_stays_his(ledger, git):
    put(ledger, {CASE: b"version: 1\n", "grids.yaml": b"grids: []\n"})
    put(ledger, {CASE: b"version: 2\n", "grids.yaml": b"grids: [a]\n"})
    (Path(ledger.root) / CASE).write_bytes(b"his own\n")
    (Path(ledger.root) / "grids.yaml").write_bytes(b"his too\n")
    git("add", "grids.yaml")
    assert forward(ledger) == ()
    prefix = ledger.prefix
    assert git("status", "--porcelain").split("\n") == [
        f" M {prefix}{CASE}",
        f"M  {prefix}grids.yaml",
    ]


def test_a_writer_after_a_warning_brings_along_what_is_behind(ledger, git):
    put(ledger, {CASE: b"version: 1\n"})
    with Objects(ledger) as objects:
        with writing(ledger, objects, "李雷") as lock:
            (Path(ledger.git_dir) / "index.lock").touch()
            files = {CASE: b"version: 2\n"}
            landed = land(ledger, ledger.head_id(), files, "m", LI, WHEN, lock=lock)
            lock.unfinished = bool(landed.warnings)
        assert not clean_after(git)
        with writing(ledger, objects, "李雷"):
            pass
    assert clean(git)


def clean_after(git: Callable[..., str]) -> bool:
    return git("--no-optional-locks", "status", "--porcelain") == ""


def test_a_writer_who_finds_nothing_left_behind_looks_at_nothing(ledger, git):
    put(ledger, {CASE: b"version: 1\n"})
    put(ledger, {CASE: b"version: 2\n"})
    (Path(ledger.root) / CASE).write_bytes(b"version: 1\n")
    with Objects(ledger) as objects, writing(ledger, objects, "李雷"):
        pass
    assert (Path(ledger.root) / CASE).read_bytes() == b"version: 1\n"
