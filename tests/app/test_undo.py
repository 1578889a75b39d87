"""undo: one's own last entry, fresh, unshared, once; nothing lost, nothing left behind."""

import subprocess


def git(folder, *words):
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def collect(gridctl, **how):
    said = ("--as", "p10", "collect", "路灯不亮", "--grid", "qy-dh-1", "--source", "patrol")
    return gridctl(*said, **how)


def test_a_new_case_is_taken_back_and_kept_under_a_ref(gridctl, ledger_folder):
    before = git(ledger_folder, "rev-parse", "HEAD")
    collect(gridctl)
    made = git(ledger_folder, "rev-parse", "HEAD")
    assert gridctl("undo", "--dry-run").code == 0
    assert git(ledger_folder, "rev-parse", "HEAD") == made
    assert gridctl("undo").code == 0
    assert git(ledger_folder, "rev-parse", "HEAD") == before
    assert git(ledger_folder, "rev-parse", "refs/gridctl/undone") == made
    assert git(ledger_folder, "status", "--porcelain") == ""
    assert list((ledger_folder / "cases").rglob("*.yaml")) == []


def test_a_step_is_taken_back_in_file_index_and_list(gridctl, ledger_folder):
    collect(gridctl)
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    before = path.read_bytes()
    gridctl("note", path.stem, "写错了")
    assert gridctl("undo").code == 0
    assert path.read_bytes() == before
    assert git(ledger_folder, "status", "--porcelain") == ""
    assert gridctl("check").code == 0


def test_no_two_in_a_row(gridctl):
    collect(gridctl)
    collect(gridctl, seed="8")
    assert gridctl("undo").code == 0
    again = gridctl("undo")
    assert (again.code, "U04" in again.err) == (20, True)
    collect(gridctl, seed="9")
    assert gridctl("undo").code == 0


def test_after_a_quarter_of_an_hour_it_is_too_late(gridctl):
    collect(gridctl, now="2026-11-24T16:00:00+08:00")
    late = gridctl("undo", now="2026-11-24T16:15:01+08:00")
    assert (late.code, "U02" in late.err) == (20, True)
    assert gridctl("undo", now="2026-11-24T16:15:00+08:00").code == 0


def test_what_is_shared_is_not_taken_back(gridctl, ledger_folder, tmp_path):
    git(tmp_path, "init", "-q", "--bare", "server.git")
    git(ledger_folder, "remote", "add", "origin", str(tmp_path / "server.git"))
    collect(gridctl)
    git(ledger_folder, "push", "-q", "origin", "HEAD:main")
    shared = gridctl("undo")
    assert (shared.code, "U03" in shared.err) == (20, True)


def test_what_somebody_else_recorded_is_not_taken_back(gridctl, ledger_folder):
    collect(gridctl)
    git(ledger_folder, "config", "user.email", "p02@example.org")
    other = gridctl("undo")
    assert (other.code, "U01" in other.err) == (20, True)


def test_what_a_person_has_edited_since_stays(gridctl, ledger_folder):
    collect(gridctl)
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    gridctl("note", path.stem, "写错了")
    path.write_text(path.read_text(encoding="utf-8") + "# 手写\n", encoding="utf-8")
    assert gridctl("undo").code == 0
    assert path.read_text(encoding="utf-8").endswith("# 手写\n")


def test_the_root_of_a_ledger_stays(gridctl):
    begun = gridctl("undo", now="2026-11-24T08:01:00+08:00")
    assert (begun.code, "U01" in begun.err) == (20, True)
