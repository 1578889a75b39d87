"""Where a ledger's repository lies, and what state it is in."""

from pathlib import Path

import pytest

from gridctl.git import command
from gridctl.git.repository import Identity, discover, init


@pytest.fixture
def without_git(monkeypatch):
    def run(*words: object, **_: object) -> bytes:
        raise AssertionError(words)

    monkeypatch.setattr(command, "run", run)


def test_it_is_found_from_any_folder_below_without_running_git(repository, office, without_git):
    (office / "a/b").mkdir(parents=True)
    found = discover(str(office / "a/b"))
    assert (found.top, found.git_dir, found.prefix) == (str(office), str(office / ".git"), "a/b/")
    assert found.root.rstrip("/") == str(office / "a/b")
    assert discover(str(office)).prefix == ""


def test_outside_of_any_there_is_none(tmp_path: Path):
    assert discover(str(tmp_path)) is None


def test_a_folder_called_dot_git_that_is_none_is_passed_by(repository, office):
    (office / "a/.git").mkdir(parents=True)
    assert discover(str(office / "a")).top == str(office)


def test_a_second_work_tree_has_its_own_head_and_shares_the_rest(
    repository, recorded, git, tmp_path, monkeypatch
):
    first = recorded({"a/b": "1\n"})
    git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    monkeypatch.setattr(command, "run", None)
    side = discover(str(tmp_path / "side/a"))
    assert (side.top, side.prefix) == (str(tmp_path / "side"), "a/")
    assert side.common_dir == repository.git_dir != side.git_dir
    assert (side.head_name(), side.head_id()) == ("refs/heads/side", first)


def test_the_branch_is_known_before_its_first_commit(repository, without_git):
    assert repository.head_name() == "refs/heads/main"
    assert repository.head_id() is None


def test_head_is_read_without_git_loose_packed_and_detached(repository, recorded, git, monkeypatch):
    first = recorded({"a": "1\n"})
    assert repository.head_id() == first
    git("branch", "main2", "HEAD")
    git("pack-refs", "--all")
    monkeypatch.setattr(command, "run", None)
    assert repository.head_id() == first
    git("checkout", "-q", "--detach")
    assert repository.head_name() is None
    assert repository.head_id() == first


def test_the_identity_is_the_persons_and_a_clone_may_have_its_own(repository, git, home):
    assert repository.identity() == Identity("李雷", "lilei@example.org")
    repository.set_identity("韩 梅梅", "h@example.org")
    assert repository.identity() == Identity("韩 梅梅", "h@example.org")
    assert git("config", "--global", "user.name") == "李雷"


@pytest.mark.parametrize("config", ["", "[user]\n\tname = 李雷\n", "[user]\n\temail = a@b\n"])
def test_half_an_identity_is_none(config, repository, home):
    (home / ".gitconfig").write_text(config)
    assert repository.identity() is None


def test_a_new_repository_starts_on_main_unless_the_person_wants_another(tmp_path, home):
    (tmp_path / "one").mkdir()
    assert init(str(tmp_path / "one")).head_name() == "refs/heads/main"
    (home / ".gitconfig").write_text("[init]\n\tdefaultBranch = trunk\n")
    (tmp_path / "two").mkdir()
    assert init(str(tmp_path / "two")).head_name() == "refs/heads/trunk"


def test_a_merge_and_a_rebase_are_under_way_until_they_are_ended(repository, recorded, git):
    recorded({"a": "1\n"})
    git("reset", "-q", "--hard")
    git("checkout", "-q", "-b", "other")
    recorded({"a": "2\n"})
    git("checkout", "-q", "-f", "main")
    recorded({"a": "3\n"})
    git("reset", "-q", "--hard")
    assert repository.under_way() is None
    for words in (("merge", "other"), ("rebase", "other"), ("cherry-pick", "other")):
        git(*words, fails=True)
        assert repository.under_way() == words[0]
        git(words[0], "--abort")
        assert repository.under_way() is None
