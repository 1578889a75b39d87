"""Git is called in an environment of our own, and its failures speak."""

import os
import stat
import sys
from pathlib import Path

import pytest

from gridctl.errors import StoreFailed
from gridctl.git import command
from gridctl.git.objects import Objects

PROJECT = Path(__file__).parents[2]


def script(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def test_variables_of_git_do_not_lead_it_elsewhere(repository, recorded, tmp_path, monkeypatch):
    first = recorded({"a": "1\n"})
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Mallory")
    assert repository.git("rev-parse", "HEAD").decode().strip() == first
    assert repository.git("config", "user.name").decode().strip() == "李雷"


def test_a_server_hook_reads_what_is_being_pushed_before_it_is_taken(recorded, git, tmp_path):
    first = recorded({"cases/a": "pushed\n"})
    server = tmp_path / "server.git"
    git("init", "-q", "--bare", "-b", "main", str(server))
    script(
        server / "hooks/pre-receive",
        f"#!/bin/sh\nread old new ref\nPYTHONPATH={PROJECT} exec {sys.executable} {tmp_path}/hook.py $new\n",
    )
    (tmp_path / "hook.py").write_text(
        "import sys\n"
        "from gridctl.git.objects import Objects\n"
        "from gridctl.git.repository import of_hook\n"
        "with Objects(of_hook('.')) as objects:\n"
        "    head = objects.commit(sys.argv[1])\n"
        "    text = objects.blob(objects.find(head.tree, 'cases/a').id)\n"
        "    sys.exit(text != b'pushed\\n')\n"
    )
    git("push", "-q", str(server), "HEAD:main")
    assert git("rev-parse", "main", folder=server) == first
    recorded({"cases/a": "other\n"})
    git("push", "-q", str(server), "HEAD:main", fails=True)
    assert git("rev-parse", "main", folder=server) == first


def test_what_git_says_is_told_with_control_characters_made_visible(repository):
    with pytest.raises(StoreFailed) as caught:
        repository.git("rev-parse", "--verify", "\x1b[31m\u202e红")
    assert caught.value.exit_code == 40
    assert "rev-parse" in str(caught.value.message)
    repository.git("rev-parse", "-q", "--verify", "HEAD", allow=(0, 1))
    with pytest.raises(StoreFailed) as caught:
        repository.git("no\x1b[31m\u202e\u3164红\u200b")
    assert "no\\x1b[31m\\u202e\\u3164红\\u200b" in str(caught.value.message)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_repository_of_somebody_else_comes_with_gits_own_remedy(repository, recorded, office):
    recorded({"a": "1\n"})
    os.chown(office, 4711, 4711)
    os.chown(office / ".git", 4711, 4711)
    with pytest.raises(StoreFailed) as caught, Objects(repository) as objects:
        objects.commit("HEAD")
    assert "dubious ownership" in str(caught.value.message)
    assert "git config --global --add safe.directory" in str(caught.value.hint)


def test_without_git_the_message_says_what_to_install(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    for ask in (lambda: repository.git("version"), lambda: Objects(repository).commit("HEAD")):
        with pytest.raises(StoreFailed) as caught:
            ask()
        assert "install" in str(caught.value.hint).lower()


def test_an_old_git_that_fails_is_named_as_the_cause(repository, tmp_path, monkeypatch):
    text = '#!/bin/sh\ncase "$*" in *version*) echo git version 2.25.1;; *) exit 129;; esac\n'
    script(tmp_path / "git", text)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(StoreFailed) as caught:
        repository.git("cat-file", "--batch-command")
    assert "2.25.1" in str(caught.value.message)


@pytest.mark.parametrize("found", ["2.36.0", "2.40.1.windows.1", "3.0", "2.39.5 (Apple Git-154)"])
def test_a_git_of_today_is_not_too_old(found, tmp_path, monkeypatch):
    script(tmp_path / "git", f"#!/bin/sh\necho 'git version {found}'\n")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    command.require_version()


def test_a_program_called_git_that_cannot_run_is_an_error(repository, tmp_path, monkeypatch):
    (tmp_path / "git").write_text("")
    (tmp_path / "git").chmod(stat.S_IRUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreFailed):
        repository.git("version")
