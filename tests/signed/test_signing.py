"""What is recorded by who has a key is signed with it, or not recorded at all."""

import os
import subprocess

import pytest

from gridctl.domain.public_keys import fingerprint, in_line


@pytest.fixture
def keyed(gridctl, acts, keys):
    """A ledger in which 赵一 has a key from a colleague."""
    acts("p02")
    assert gridctl("staff", "key", "p01", f"{keys['p01']}.pub").code == 0
    return keys["p01"]


@pytest.fixture
def signed_by(git, tmp_path):
    """The fingerprint that git itself finds on a commit, None where there is none."""

    def look(rev="HEAD", *people):
        allowed = tmp_path / "allowed"
        allowed.write_text(
            "".join(
                f"{p}@example.org {k.with_name(k.name + '.pub').read_text()}" for p, k in people
            )
        )
        shown = git(
            "-c",
            f"gpg.ssh.allowedSignersFile={allowed}",
            "log",
            "-1",
            "--format=%G?%n%GF%n%GS",
            rev,
        )
        state, used, who = (*shown.split("\n"), "", "")[:3]
        return (state, used, who)

    return look


def named(path):
    return fingerprint(in_line(path.with_name(path.name + ".pub").read_text()))


def test_every_way_of_recording_signs(gridctl, acts, keyed, signed_by, git, ledger_folder):
    acts("p01", keyed)
    settings = ledger_folder / "grids.yaml"
    settings.write_text(settings.read_text() + "# 说明\n")
    calls = [
        ("record",),
        ("collect", "路灯不亮", "--grid", "qy", "--source", "patrol"),
        ("sign", "in", "--for", "p10"),
        ("grid", "add", "qy-dh-9", "--name", "东河九片", "--parent", "qy-dh"),
    ]
    for call in calls:
        before = git("rev-parse", "HEAD")
        assert gridctl(*call).code == 0, call
        assert git("rev-parse", "HEAD~1") == before
        assert signed_by("HEAD", ("p01", keyed)) == ("G", named(keyed), "p01@example.org"), call
    (ledger_folder / ".gitignore").write_text("")
    git("rm", "-q", "--cached", ".gitignore")
    git("commit", "-q", "-m", "gone")
    assert gridctl("init", ".").code == 0
    assert signed_by("HEAD", ("p01", keyed))[0] == "G"
    git("fsck", "--strict")


def test_a_key_in_the_work_tree_counts_from_its_own_commit_on(
    gridctl, acts, keys, signed_by, git, ledger_folder
):
    acts("p02")
    staff = ledger_folder / "staff.yaml"
    public = in_line(keys["p01"].with_name("p01.pub").read_text())
    was = "id: p01, name: 赵一,"
    entry = f"id: p01, name: 赵一, keys: [{{key: {public}, since: 2026-11-24}}],"
    staff.write_text(staff.read_text().replace(was, entry))
    assert gridctl("record").code == 0
    assert signed_by()[0] == "N"
    acts("p01")
    refused = gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol")
    assert (refused.code, git("log", "-1", "--format=%an")) == (20, "钱二")
    assert refused.err == (
        "Refused by the rule G01: 赵一 (p01) signs what he records, and this clone has no key set.\n"
        f"Set the file of {named(keys['p01'])}: git config gpg.format ssh && "
        "git config user.signingkey FILE\n"
    )


def test_nothing_is_recorded_without_the_right_key(gridctl, acts, keyed, keys, git, ledger_folder):
    head = git("rev-parse", "HEAD")
    call = (
        "collect",
        "路灯不亮",
        "--grid",
        "qy",
        "--source",
        "hotline",
        "--reporter",
        "张三",
        "--phone",
        "13800138000",
    )
    for key, says in (
        (keys["stray"], "This clone signs with"),
        (keyed.with_name("gone"), "The key of this clone is not there"),
    ):
        acts("p01", key)
        answer = gridctl(*call)
        assert answer.code == 20
        assert f"Refused by the rule G01: {says}" in answer.err
    assert git("rev-parse", "HEAD") == head
    assert not list((ledger_folder / "private").glob("*"))
    assert gridctl("list").out == ""


def test_a_public_key_beside_another_private_one_does_not_pass(
    gridctl, acts, keyed, keys, git, tmp_path
):
    stray = tmp_path / "stray"
    stray.write_bytes(keys["stray"].read_bytes())
    stray.chmod(0o600)
    (tmp_path / "stray.pub").write_bytes(keyed.with_name("p01.pub").read_bytes())
    acts("p01", stray)
    head = git("rev-parse", "HEAD")
    assert gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol").code == 20
    assert git("rev-parse", "HEAD") == head


@pytest.mark.parametrize("before", ["key::", ""])
def test_an_agent_signs_for_a_key_in_the_configuration(
    before, gridctl, acts, keyed, signed_by, git, monkeypatch
):
    said = subprocess.run(["ssh-agent", "-s"], check=True, capture_output=True, text=True).stdout
    agent = dict(
        part.split("=") for part in said.split(";") if "=" in part for part in [part.strip()]
    )
    try:
        monkeypatch.setenv("SSH_AUTH_SOCK", agent["SSH_AUTH_SOCK"])
        subprocess.run(["ssh-add", "-q", str(keyed)], check=True)
        acts("p01")
        git("config", "user.signingkey", before + in_line(keyed.with_name("p01.pub").read_text()))
        assert gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol").code == 0
        assert signed_by("HEAD", ("p01", keyed))[0] == "G"
    finally:
        os.kill(int(agent["SSH_AGENT_PID"]), 15)


def test_who_has_no_key_signs_nothing_and_one_whose_key_has_ended(
    gridctl, acts, keyed, keys, signed_by
):
    acts("p10", keys["p10"])
    assert gridctl("collect", "路灯不亮", "--grid", "qy-dh-1", "--source", "patrol").code == 0
    assert signed_by()[0] == "N"
    acts("p01", keyed)
    assert gridctl("staff", "key", "p01", "--end").code == 0
    acts("p01")
    later = "2026-11-25T09:00:00+08:00"
    assert gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol", now=later).code == 0


def test_no_program_of_the_configuration_is_run(gridctl, acts, keyed, git, tmp_path):
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\ntouch {tmp_path}/sprung\nexec ssh-keygen "$@"\n')
    trap.chmod(0o755)
    acts("p01", keyed)
    for name in ("gpg.program", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand"):
        git("config", name, str(trap))
    assert gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol").code == 0
    assert not (tmp_path / "sprung").exists()


def test_a_ledger_with_longer_ids_is_signed_under_its_own_header(
    gridctl, acts, keys, tmp_path, office_files, git
):
    folder = tmp_path / "long"
    git("init", "-q", "--object-format=sha256", str(folder))
    public = in_line(keys["p01"].with_name("p01.pub").read_text())
    entry = f"id: p01, keys: [{{key: {public}, since: 2026-11-01}}],"
    for name, data in office_files.items():
        (folder / name).write_bytes(data.replace(b"id: p01,", entry.encode()))
    there = ("-C", str(folder))
    assert gridctl(*there, "init").code == 0
    git("config", "user.signingkey", str(keys["p01"]), folder=folder)
    assert gridctl(*there, "collect", "路灯不亮", "--grid", "qy", "--source", "patrol").code == 0
    assert "\ngpgsig-sha256 " in git("cat-file", "commit", "HEAD", folder=folder)
    git("fsck", "--strict", folder=folder)
    assert gridctl(*there, "audit").code == 0
