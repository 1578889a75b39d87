"""What was done honestly, by commands or by hands, is no violation."""

import shutil
from datetime import timedelta

import pytest
from merge_tamperings import a_note, merged, two_branches
from slow_auditor import agreed

from gridctl.domain.identifiers import case_path
from gridctl.domain.verbs.note import Noted


@pytest.fixture(autouse=True)
def the_other_auditor_agrees(town):
    """Whatever a test leaves behind."""
    yield
    if (town.folder / ".git").is_dir() and not (town.folder / ".git/shallow").exists():
        assert agreed(town)


def clean(town, *words):
    found = town.audit(*words)
    assert found["violations"] == []
    return found


def test_a_morning_is_clean(town):
    assert clean(town)["commits"] == int(town.git("rev-list", "--count", "HEAD"))


def test_each_person_in_his_own_clone(town):
    town.me = "p10"
    town.call("note", town.fresh, "我自己看过")
    town.call("journal", "add", "patrol", "--grid", "qy-dh-1", "--note", "巡查一遍")
    clean(town)


def test_an_entry_for_a_unit_without_people(town):
    town.call("dispatch", town.filed, "--to", "gongzuodui")
    town.call("--as", "p10", "handle", town.filed, "--note", "已到场")
    clean(town)


def test_edits_by_hand_that_were_recorded(town):
    town.append(town.fresh, Noted, text="手写的一条")
    town.swap("staff.yaml", "name: 冯九", "name: 冯久")
    assert len(town.call("--json", "record")["commits"]) == 2
    clean(town)


def test_settings_by_command(town):
    town.call("staff", "leave", "p25", "--until", "2026-11-30")
    clean(town)


def test_what_was_undone_is_no_part_of_history(town):
    town.call("note", town.fresh, "写错了")
    town.call("undo")
    clean(town)


def test_two_links_in_one_commit(town):
    town.call("link", town.fresh, "--to", town.filed)
    town.call("--as", "p08", "triage", town.fresh, "--duplicate-of", town.reported)
    clean(town)


def test_a_merge_of_two_branches(town):
    two_branches(town, a_note(town, town.fresh), a_note(town, town.filed))
    merged(town)
    town.commit("merge")
    clean(town)


def test_a_merge_of_settings_and_cases_by_anybody(town):
    def theirs():
        town.swap("staff.yaml", "name: 冯九", "name: 冯久")
        town.call("record")

    two_branches(town, a_note(town, town.fresh), theirs)
    town.me = "p10"
    merged(town)
    town.commit("merge")
    clean(town)


def test_a_merge_of_one_file_changed_on_both_sides_by_who_may(town):
    def renamed(old, new):
        def act():
            town.swap("staff.yaml", old, new)
            town.call("record")

        return act

    two_branches(town, renamed("name: 钱二", "name: 钱贰"), renamed("name: 张环", "name: 张寰"))
    merged(town)
    town.commit("merge")
    clean(town)


@pytest.mark.parametrize("old", [b"\nkind: problem", b"\nversion: ", b"\nhistory:"])
def test_a_break_is_named_once_and_its_mending_is_not(town, old):
    path = case_path(town.handled)
    good, kept = town.head, town.bytes_of(path)
    town.put(path, kept.replace(old, b"\n<<<<<<<\n", 1))
    broken = town.commit()
    town.call("note", town.fresh, "别的案件照办")
    town.put(path, kept)
    town.call("record")
    town.call("--as", "p10", "verify", town.handled, "--pass")
    found = town.audit(f"{good}..")
    assert {each["commit"] for each in found["violations"]} == {broken}
    clean(town, f"{broken}..")


@pytest.mark.parametrize("path", ["case", "journal"])
def test_a_removed_file_may_be_brought_back(town, path):
    path = case_path(town.handled) if path == "case" else town.journal
    good, kept = town.head, town.bytes_of(path)
    (town.folder / path).unlink()
    removed = town.commit()
    town.put(path, kept)
    town.commit("back")
    assert {each["commit"] for each in town.audit(f"{good}..")["violations"]} == {removed}
    clean(town, f"{removed}..")


@pytest.mark.parametrize("path", ["case", "journal"])
def test_an_altered_file_may_be_brought_back_but_not_by_anybody(town, path):
    path = case_path(town.handled) if path == "case" else town.journal
    good, kept = town.head, town.bytes_of(path)
    town.put(path, kept.replace(b"T08:", b"T07:", 1))
    altered = town.commit()
    town.put(path, kept)
    town.commit("back")
    assert {each["commit"] for each in town.audit(f"{good}..")["violations"]} == {altered}
    town.git("reset", "-q", "--hard", altered)
    town.me = "p12"
    town.put(path, kept)
    back = town.commit("back")
    assert {each["commit"] for each in town.audit(f"{good}..")["violations"]} == {altered, back}


def test_settings_that_broke_are_mended_by_who_may(town):
    good, kept = town.head, town.bytes_of("staff.yaml")
    town.put("staff.yaml", kept.replace(b"role: volunteer", b"role: king"))
    broken = town.commit()
    town.put("staff.yaml", kept)
    town.call("record")
    town.call("note", town.fresh, "照办")
    assert {each["commit"] for each in town.audit(f"{good}..")["violations"]} == {broken}


def test_files_beside_the_ledger_are_nobody_s_business(town):
    town.me = "p99"
    town.put("yaml.py", "import os\n")
    town.put("docs/cases/notes.txt", "x\n")
    town.commit()
    clean(town)


def test_a_ledger_in_a_folder_of_a_project(town, tmp_path):
    settings, project = town.folder, tmp_path / "project"
    project.mkdir()
    town.folder = project
    town.git("init", "-q")
    town.put("main.c", "int main;\n")
    town.put("cases/readme.txt", "no ledger's\n")
    town.commit("code")
    town.folder = project / "ledger"
    town.folder.mkdir()
    for name in ("grids.yaml", "staff.yaml"):
        shutil.copy(settings / name, town.folder)
    town.call("init", str(town.folder))
    first = town.collect()
    town.call("--as", "p05", "triage", first, "-c", "E0406")
    assert clean(town)["commits"] == 4
    town.swap(case_path(first), "by: p05", "by: p06")
    found = town.audit() if town.commit() else None
    assert [(each["rule"], each["path"]) for each in found["violations"]] == [
        ("C06", case_path(first))
    ]


def test_a_bare_repository(town, tmp_path):
    from gridctl.app.auditing import audit
    from gridctl.git.history import range_of
    from gridctl.git.objects import Objects
    from gridctl.git.repository import of_hook

    town.git("clone", "-q", "--bare", ".", str(tmp_path / "server.git"))
    repository = of_hook(str(tmp_path / "server.git"))
    with Objects(repository) as objects:
        done = audit(repository, objects, range_of(objects, "main"))
    assert done.violations == ()
    assert done.tip == town.head


def test_cases_that_a_ledger_began_with_are_taken_as_given(town):
    town.git("checkout", "-q", "--orphan", "anew")
    town.commit("a fresh beginning")
    assert (
        "the 6 cases and journals that the ledger began with are taken as given"
        in clean(town)["unproven"]
    )


def test_a_shallow_clone_says_so(town, tmp_path):
    town.git("clone", "-q", "--depth", "3", f"file://{town.folder}", str(tmp_path / "shallow"))
    town.folder = tmp_path / "shallow"
    found = clean(town)
    assert found["commits"] == 3
    assert any("shallow" in each for each in found["unproven"])


def test_a_replayed_commit_keeps_its_author_date(town):
    town.git("checkout", "-qb", "side")
    town.call("note", town.fresh, "早上的话")
    town.git("checkout", "-q", "main")
    town.call("note", town.filed, "先到的话")
    town.clock += timedelta(days=3)
    town.git("rebase", "-q", "main", "side")
    clean(town)


def test_settings_across_two_branches_as_git_merges_them(town):
    """A name changed and changed back, with a side that took the change in: git keeps the latest."""
    town.git("checkout", "-qb", "side")
    a_note(town, town.fresh)()
    noted = town.head
    town.git("checkout", "-q", "main")
    town.swap("staff.yaml", "name: 冯九", "name: 冯久")
    town.call("record")
    renamed = town.head
    town.git("merge", "-q", "--no-ff", "--no-edit", "side")
    town.swap("staff.yaml", "name: 冯久", "name: 冯九")
    town.call("record")
    town.me = "p10"
    town.git("checkout", "-qB", "side", noted)
    town.git("merge", "-q", "--no-ff", "--no-edit", renamed)
    town.git("checkout", "-q", "main")
    town.git("merge", "-q", "--no-ff", "--no-edit", "side")
    assert "name: 冯九" in town.bytes_of("staff.yaml").decode()
    clean(town)


def test_an_orphan_without_anything_of_the_ledger(town):
    town.git("checkout", "-q", "--orphan", "side")
    town.git("rm", "-rfq", ".")
    town.put("README", "x\n")
    town.commit("beside")
    town.git("checkout", "-q", "main")
    town.git("merge", "-q", "--no-edit", "--allow-unrelated-histories", "side")
    clean(town)


def test_another_repository_beside_the_ledger(town):
    town.put(".gitmodules", '[submodule "x"]\n\tpath = tools/x\n\turl = ./x\n\tignore = all\n')
    town.git("add", ".gitmodules")
    town.git("update-index", "--add", "--cacheinfo", f"160000,{town.head},tools/x")
    town.git("commit", "-qm", "tools")
    clean(town)


@pytest.mark.parametrize("text", ["领导批示：", "一\n二", "- n: 9"])
def test_an_entry_behind_a_text_of_any_kind(town, text):
    town.append(town.reported, Noted, text=text)
    town.commit("a note")
    town.append(town.reported, Noted, text=text)
    clean(town)
