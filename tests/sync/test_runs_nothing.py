"""Whatever a clone or its server carries to be run, sync, held, resolve, audit and log run none of it."""

import os
import shutil

import pytest

HOOKS = (
    *("applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-applypatch", "post-checkout"),
    *("post-commit", "post-index-change", "post-merge", "post-rewrite", "pre-applypatch"),
    *("pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase"),
    *("prepare-commit-msg", "reference-transaction", "sendemail-validate", "post-update"),
)
CONFIG = """
[core]
	fsmonitor = {trap}
	pager = {trap}
	editor = {trap}
	sshCommand = {trap}
	gitProxy = {trap}
	hooksPath = {hooks}
	attributesFile = {attributes}
[filter "trap"]
	clean = {trap}
	smudge = {trap}
	process = {trap}
	required = true
[diff "trap"]
	textconv = {trap}
	command = {trap}
[diff]
	external = {trap}
[merge "trap"]
	driver = {trap} %A
[merge]
	default = trap
[alias]
	fetch = !{trap}
	push = !{trap}
	merge-file = !{trap}
	rev-list = !{trap}
[credential]
	helper = !{trap}
[gpg]
	program = {trap}
[commit]
	gpgSign = true
[push]
	gpgSign = if-asked
	recurseSubmodules = on-demand
[fetch]
	recurseSubmodules = true
	writeCommitGraph = true
[uploadpack]
	packObjectsHook = {trap}
[remote "origin"]
	uploadpack = {trap}
	receivepack = {trap}
[maintenance]
	auto = true
[protocol "ext"]
	allow = always
"""
ATTRIBUTES = "* filter=trap diff=trap merge=trap\n"


def spring(clone, made):
    """Everything in this clone that could be run would make the file `made`."""
    top = made.parent
    trap, hooks, attributes = top / "trap", top / "hooks", top / "attributes"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{made}"\ncat\n')
    trap.chmod(0o755)
    attributes.write_text(ATTRIBUTES)
    for folder in (hooks, clone.folder / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS:
            (folder / name).symlink_to(trap)
    with (clone.folder / ".git/config").open("a") as file:
        file.write(CONFIG.format(trap=trap, hooks=hooks, attributes=attributes))
    (clone.folder / ".git/info").mkdir(exist_ok=True)
    (clone.folder / ".git/info/attributes").write_text(ATTRIBUTES)


@pytest.fixture
def made(town):
    """The file that any trap would make."""
    return town / "it was run"


@pytest.fixture
def laden(a, b, shared, made):
    """A server with attributes, modules that Python would find, and a bare repository in a folder."""
    a.commit(
        files={
            "sub/.gitattributes": ATTRIBUTES,
            ".gitattributes": ATTRIBUTES,
            ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ./x\n',
            **{f"{name}.py": f"open({str(made)!r}, 'w')\n" for name in ("yaml", "git", "json")},
            "inside/HEAD": "ref: refs/heads/main\n",
            "inside/objects/info/x": "x\n",
            "inside/refs/heads/x": "x\n",
            "inside/config": f"[core]\n\tbare = true\n\tfsmonitor = touch '{made}'\n",
        }
    )
    a("note", shared, "甲看过")
    a("sync")
    return shared


def test_no_hook_filter_driver_or_program_is_run(a, b, laden, made):
    b("note", laden, "乙看过")
    b("file", laden, "--to", "chengguan")
    spring(b, made)
    assert b.json("sync")["pushed"] == 2
    a("sync")
    a("--as", "p17", "extend", laden, "--request", "--note", "缺配件")
    a("staff", "post", "p12", "--grid", "qy-dh", "--role", "patroller")
    a("sync")
    b("supervise", laden, "yellow", "--note", "超期")
    b("staff", "post", "p24", "--grid", "qy-dh", "--role", "patroller")
    assert b.json("sync", code=1)["pushed"] == 1
    for words in (("held",), ("held", "take", laden), ("audit",), ("log",), ("diff",), ("check",)):
        assert b(*words)
    b("sync")
    b("sync", "--bundle", str(made.parent / "stick"))
    b("undo", code=20)
    assert not made.exists(), made.read_text()
    b.git("switch", "-qc", "x")
    assert made.exists()


def test_resolve_runs_nothing(b, laden, made):
    b("note", laden, "乙看过")
    b.git("pull", "-q", "--no-rebase", fails=True)
    spring(b, made)
    b("resolve")
    assert b.said(laden) == ["甲看过", "乙看过"]
    assert not made.exists(), made.read_text()


def test_what_git_itself_finds_harmful_is_not_let_in(a, b, shared):
    a.commit(files={".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ./x\n\tupdate = !sh\n'})
    a.git("push", "-q", "origin", "HEAD:main")
    b("note", shared, "乙看过")
    assert "gitmodulesUpdate" in b("sync", code=40)
    assert b.said(shared) == ["乙看过"]


def test_from_a_folder_that_is_a_bare_repository_the_ledger_is_found(b, laden, made):
    b("sync")
    code, out, _err = b.answer("-C", str(b.folder / "inside"), "sync", "--json")
    assert (code, made.exists()) == (0, False)
    assert b.head() in out


def test_a_link_that_comes_in_is_no_case_and_is_not_followed(a, b, shared, town):
    secret = town / "secret"
    secret.write_text("secret\n")
    (a.folder / "cases/2026/11/24/qy-20261124-aaaaa.yaml").symlink_to(secret)
    linked = a.commit("a link")
    a.git("push", "-q", "origin", "HEAD:main")
    assert [each["rule"] for each in b.json("sync", code=1)["incoming"]] == ["F09"]
    b("sync", "--accept", linked[:10])
    b.collect("井盖松动")
    assert secret.read_text() == "secret\n"
    assert "secret\n" not in b("check", code=1)


def test_a_folder_that_comes_in_as_a_link_leads_nowhere(a, b, shared, town):
    """Where cases/2026 becomes a link on the server, nothing is written through it."""
    elsewhere = town / "elsewhere"
    shutil.move(a.folder / "cases/2026", elsewhere)
    (a.folder / "cases/2026").symlink_to(elsewhere)
    linked = a.commit("a link")
    a.git("push", "-q", "origin", "HEAD:main")
    b("note", shared, "乙看过")
    there = sorted(os.walk(elsewhere))
    text = next(elsewhere.rglob("*.yaml")).read_bytes()
    assert b.json("sync", code=1)["incoming"]
    b.answer("sync", "--accept", linked[:10])
    b.answer("collect", "井盖松动", "-g", "qy-dh-1", "--source", "patrol")
    assert (sorted(os.walk(elsewhere)), next(elsewhere.rglob("*.yaml")).read_bytes()) == (
        there,
        text,
    )


def test_a_link_in_the_folder_where_a_case_comes_in_is_not_written_through(a, b, shared, town):
    elsewhere = town / "elsewhere"
    a("note", shared, "甲看过")
    a("sync")
    shutil.move(b.folder / "cases/2026", elsewhere)
    (b.folder / "cases/2026").symlink_to(elsewhere)
    text = next(elsewhere.rglob("*.yaml")).read_bytes()
    b.answer("sync")
    assert next(elsewhere.rglob("*.yaml")).read_bytes() == text


def test_what_is_replaced_or_grafted_here_changes_nothing(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b("note", shared, "乙看过")
    b.git("replace", "HEAD~1", "HEAD~2")
    (b.folder / ".git/info").mkdir(exist_ok=True)
    (b.folder / ".git/info/grafts").write_text(b.git("rev-parse", "HEAD") + "\n")
    assert b.json("sync")["pushed"] == 1
    shutil.rmtree(b.folder / ".git/refs/replace")
    (b.folder / ".git/info/grafts").unlink()
    a("sync")
    assert a.said(shared) == ["甲看过", "乙看过"]
    assert a.git("rev-list", "--count", "HEAD") == b.git("rev-list", "--count", "HEAD")


def test_replacements_and_tags_of_the_server_are_not_fetched(a, b, shared):
    a("note", shared, "甲看过")
    a.git("tag", "v1")
    a.git("push", "-q", "origin", "v1", "HEAD:refs/replace/" + "0" * 40)
    a("sync")
    b("sync")
    assert b.git("tag") == ""
    assert b.git("for-each-ref", "refs/replace") == ""
