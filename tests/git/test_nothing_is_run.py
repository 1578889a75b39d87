"""Whatever a repository carries to be run, none of our git calls runs it."""

import os
from pathlib import Path

import pytest

from gridctl.git import index_file
from gridctl.git.lock import held
from gridctl.git.objects import Objects, blob_id
from gridctl.git.recovery import changed_in_head, recover, stale_locks

HOOKS = (
    *("applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-applypatch", "post-checkout"),
    *("post-commit", "post-index-change", "post-merge", "post-rewrite", "post-update"),
    *("pre-applypatch", "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase"),
    *("pre-receive", "prepare-commit-msg", "reference-transaction", "update"),
)
CONFIG = """
[core]
	fsmonitor = {trap}
	pager = {trap}
	editor = {trap}
	sshCommand = {trap}
	hooksPath = {hooks}
	attributesFile = {attributes}
[filter "trap"]
	clean = {trap}
	smudge = {trap}
	required = true
[filter "process"]
	process = {trap}
[diff "trap"]
	textconv = {trap}
	command = {trap}
[diff]
	external = {trap}
[merge "trap"]
	driver = {trap} %A
[alias]
	cat-file = !{trap}
	fast-import = !{trap}
[gpg]
	program = {trap}
[commit]
	gpgSign = true
"""


@pytest.fixture
def marker(tmp_path: Path, office: Path, repository, recorded) -> Path:
    """A file that every trap in the repository would make."""
    made = tmp_path / "it was run"
    trap, hooks, attributes = tmp_path / "trap", tmp_path / "hooks", tmp_path / "attributes"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{made}"\ncat\n')
    trap.chmod(0o755)
    hooks.mkdir()
    for name in HOOKS:
        for folder in (hooks, office / ".git/hooks"):
            os.makedirs(folder, exist_ok=True)
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(trap)
    attributes.write_text("* filter=trap diff=trap\n")
    recorded({"a": "1\n", ".gitattributes": "* filter=trap diff=trap merge=trap\n"})
    with (office / ".git/config").open("a") as file:
        file.write(CONFIG.format(trap=trap, hooks=hooks, attributes=attributes))
    for name in ("yaml.py", "subprocess.py", "git.py", "hashlib.py"):
        (office / name).write_text(f"open({str(made)!r}, 'w')\n")
    return made


@pytest.mark.parametrize("visible", [True, False])
def test_no_hook_filter_monitor_or_alias_runs(
    visible, marker, repository, recorded, office, monkeypatch
):
    monkeypatch.chdir(office)
    if visible:
        (office / ".gitattributes").write_text("* filter=trap\nb* filter=process\n")
    with held(repository, "李雷"):
        stale_locks(repository)
        recover(repository)
        made = recorded({"a": "2\n", "b": "3\n"})
        for name, text in (("a", b"2\n"), ("b", b"3\n")):
            (office / name).write_bytes(text)
            index_file.bring(repository, {name: blob_id(text, like=made)})
    repository.identity()
    repository.set_identity("x", "y@z")
    with Objects(repository) as objects:
        assert len(list(changed_in_head(repository, objects))) == 2
    assert index_file.entries(repository).keys() == {"a", "b"}
    assert not marker.exists()


def test_an_attributes_file_known_to_the_index_alone_runs_nothing(marker, repository, office, git):
    git("read-tree", "HEAD")
    marker.unlink(missing_ok=True)
    (office / "a").write_text("1\n")
    assert not (office / ".gitattributes").exists()
    index_file.bring(repository, {"a": index_file.entries(repository)["a"][1]})
    assert not marker.exists()


def test_the_traps_would_work(marker, office, git):
    (office / ".gitattributes").write_text("* filter=trap\n")
    git("add", "--renormalize", ".", "--", "yaml.py")
    assert marker.exists()
