"""The commands that are failed at every call, each with the sound repository that it starts from."""

import os
import shutil

from one_step import CASE
from under_fault import HERE, Act, call, done, git

OFFICE = os.path.join(os.path.dirname(HERE), "errors", "office")


def _one_case(folder: str, base: str) -> None:
    os.makedirs(os.path.join(base, os.path.dirname(CASE)))
    for name in (CASE, "grids.yaml", "staff.yaml"):
        with open(os.path.join(base, name), "w", encoding="utf-8") as file:
            file.write("version: 1\n")
    _recorded(folder, base)


def _office(folder: str, base: str) -> None:
    shutil.copytree(OFFICE, base)
    _recorded(folder, base)


def _office_with_a_note(folder: str, base: str) -> None:
    _office(folder, base)
    noting = Act(_office, ("-m", "gridctl", "-C"), ("note", "k7qf2", "又见两张桌子"))
    answer = done(noting, folder, base)
    assert answer.code == 0, answer


def _office_altered(folder: str, base: str) -> None:
    """A case that plain git altered."""
    _office(folder, base)
    [path] = (
        os.path.join(inside, name)
        for inside, _folders, names in os.walk(os.path.join(base, "cases"))
        for name in names
        if name.endswith("k7qf2.yaml")
    )
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("by: s017", "by: s018"))
    answer = git(folder, base, "commit", "-q", "-am", "altered")
    assert answer.code == 0, answer


def _office_with_a_key(folder: str, base: str) -> None:
    """Who types has a key, so that what he records is signed."""
    key = os.path.join(folder, "key")
    call(folder, ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key])
    with open(f"{key}.pub", encoding="utf-8") as file:
        public = " ".join(file.read().split()[:2])
    shutil.copytree(OFFICE, base)
    path = os.path.join(base, "staff.yaml")
    with open(path, encoding="utf-8") as file:
        staff = file.read()
    given = staff.replace("id: s001,", f"id: s001, keys: [{{key: {public}, since: 2026-11-01}}],")
    assert given != staff
    with open(path, "w", encoding="utf-8") as file:
        file.write(given)
    _recorded(folder, base)
    git(folder, base, "config", "user.signingkey", key)


def _two_sides(folder: str, base: str) -> None:
    """A note on each side, the other one's on a stick that lies in the git directory."""
    _office(folder, base)
    other, stick = os.path.join(folder, "other"), os.path.join(".git", "stick.bundle")
    git(folder, folder, "clone", "-q", base, other)
    git(folder, other, "config", "user.name", "周明")
    git(folder, other, "config", "user.email", "s001@example.org")
    words = ("-m", "gridctl", "-C")
    for store, said in (
        (other, ("note", "k7qf2", "又见两张桌子")),
        (other, ("sync", "--bundle", os.path.join(base, stick))),
        (base, ("note", "k7qf2", "已劝离")),
    ):
        answer = done(Act(_office, words, said), folder, store)
        assert answer.code == 0, answer


def _recorded(folder: str, base: str) -> None:
    git(folder, base, "init", "-q", "-b", "main")
    git(folder, base, "config", "user.name", "周明")
    git(folder, base, "config", "user.email", "s001@example.org")
    git(folder, base, "add", ".")
    answer = git(folder, base, "commit", "-q", "-m", "begin")
    assert answer.code == 0, answer


def age(base: str) -> None:
    """Make a repository look old."""
    for inside, _, _ in os.walk(base, topdown=False):
        os.utime(inside, (1_700_000_000, 1_700_000_000))  # folders of just now are synced again


ACTS = {
    "step": Act(_one_case, (os.path.join(HERE, "one_step.py"),)),
    "settings": Act(
        _office,
        ("-m", "gridctl", "-C"),
        ("grid", "add", "lz-new", "--name", "新建网格", "--level", "2", "--parent", "lz"),
        again=20,
    ),
    "journal": Act(_office, ("-m", "gridctl", "-C"), ("sign", "in"), again=20),
    "signed": Act(_office_with_a_key, ("-m", "gridctl", "-C"), ("sign", "in"), again=20),
    "sync": Act(
        _two_sides, ("-m", "gridctl", "-C"), ("sync", "--bundle", "{store}/.git/stick.bundle")
    ),
    "mend": Act(_office_altered, ("-m", "gridctl", "-C"), ("mend", "k7qf2"), again=20),
    "undo": Act(_office_with_a_note, ("-m", "gridctl", "-C"), ("undo",), again=20),
}
