"""A server and two clones of one office, 甲 and 乙, worked in turn by two clerks."""

import shutil
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from clones import BEGUN, OFFICE, Clone, plain_git

from gridctl.app.founding import Foundation, found


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    """What every test begins with: a bare server, and two clones that stand where it stands."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\n\tname = 赵一\n\temail = p01@example.org\n")
    with pytest.MonkeyPatch.context() as world:
        world.setenv("HOME", str(home))
        world.setenv("GIT_CONFIG_NOSYSTEM", "1")
        return _pattern(tmp_path_factory.mktemp("pattern"))


def _pattern(top):
    plain_git(top, "init", "-q", "--bare", "-b", "main", "server.git")
    first = top / "a"
    first.mkdir()
    for name in ("grids.yaml", "staff.yaml"):
        shutil.copy(OFFICE / name, first / name)
    found(str(first), Foundation(), BEGUN, language="zh", fixed_clock=True)
    plain_git(first, "remote", "add", "origin", "../server.git")
    plain_git(first, "push", "-q", "origin", "HEAD:main")
    plain_git(first, "fetch", "-q")
    plain_git(top, "clone", "-q", "server.git", "b")
    plain_git(top / "b", "remote", "set-url", "origin", "../server.git")
    for folder in (first / ".git", top / "b/.git", top / "server.git"):
        shutil.rmtree(folder / "hooks")
    return top


@pytest.fixture
def town(pattern, tmp_path, sealed_world):
    """A copy of it for this test."""
    shutil.copytree(pattern, tmp_path / "town")
    return tmp_path / "town"


@pytest.fixture
def clock():
    """The time of the last call, in a list of one."""
    return [datetime.fromisoformat("2026-11-24T08:59:00+08:00")]


@pytest.fixture
def a(town, clock, capfd, monkeypatch):
    """The clone of 甲."""
    return Clone(town / "a", clock, capfd, monkeypatch)


@pytest.fixture
def b(town, clock, capfd, monkeypatch):
    """The clone of 乙."""
    return Clone(town / "b", clock, capfd, monkeypatch)


@pytest.fixture
def server(town):
    """The folder of the server."""
    return town / "server.git"


@pytest.fixture
def hook(server):
    """Gives the server a hook that runs these lines of sh before it takes anything."""

    def call(*lines):
        place = server / "hooks/pre-receive"
        place.parent.mkdir(exist_ok=True)
        place.write_text("\n".join(["#!/bin/sh", *lines, ""]))
        place.chmod(0o755)
        return place

    return call


@pytest.fixture
def refusing(hook):
    """A while in which the server takes nothing, and says why: `with refusing("not now")`."""

    @contextmanager
    def call(why):
        place = hook(f"echo '{why}' >&2", "exit 1")
        yield
        place.unlink()

    return call


@pytest.fixture
def shared(a, b):
    """A case that waits for filing, and that both clones have."""
    case = a.reported()
    a("sync")
    b("sync")
    return case


@pytest.fixture
def dispatched(a, b):
    """A case at 城管, that both clones have."""
    case = a.reported()
    a("file", case, "--to", "chengguan")
    a("sync")
    b("sync")
    return case
