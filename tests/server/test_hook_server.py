"""What a guarded server takes, and what it turns away: real pushes to a real hook."""

import subprocess

import pytest

NOW = "2026-11-24T16:30:00+08:00"


@pytest.fixture
def push(git, ledger_folder, monkeypatch):
    """Plain git pushes, at a time by the server's clock, in a language or the ledger's own."""

    def call(*words, now=NOW, lang=""):
        monkeypatch.delenv("GRIDCTL_LANG", raising=False)
        named = {"GRIDCTL_LANG": lang} if lang else {}
        return git(ledger_folder, "push", "origin", *words, GRIDCTL_NOW=now, **named)

    return call


def test_an_honest_push_is_taken_in_silence(server, case, push, git, ledger_folder):
    done = push("main")
    assert (done.code, done.said) == (0, "")
    assert (
        git(server, "--git-dir=.", "rev-parse", "main").err
        == git(ledger_folder, "rev-parse", "HEAD").err
    )


def test_sync_goes_through(server, case, gridctl, git, monkeypatch):
    assert gridctl("sync").code == 0
    assert git(server, "--git-dir=.", "log", "-1", "--format=%s").err.endswith("(v0→v1)")


def test_sync_hands_on_what_the_server_says(server, case, gridctl):
    early = "2026-11-24T15:50:00+08:00"
    answer = gridctl("sync", now=early)
    assert answer.code == 40
    assert answer.err.startswith("Error: origin refuses: ")
    assert (
        "; [G04] It is dated 2026-11-24 16:02, and here it is 2026-11-24 15:50.; Rule: "
        in answer.err
    )
    assert answer.err.endswith("Mend what is named, then: gridctl sync\n")


def test_an_altered_record_is_turned_away_with_its_commit_and_rule(
    server, case, path, push, git, ledger_folder
):
    assert push("main").code == 0
    file = path(case)
    file.write_text(file.read_text("utf-8").replace("路灯不亮", "路灯很亮"), "utf-8")
    git(ledger_folder, "commit", "-aqm", "x", GIT_COMMITTER_DATE=NOW)
    done = push("main", lang="en")
    commit = git(ledger_folder, "rev-parse", "--short=10", "HEAD").err
    assert done.code == 1
    assert done.said.startswith(f"{commit}  赵一  2026-11-24 16:")
    assert "[C06]" in done.said
    assert done.said.endswith("Nothing of this push was taken.")
    assert "这次上传的内容没有收下。" in push("main").said
    assert (
        git(server, "--git-dir=.", "rev-parse", "main").err
        != git(ledger_folder, "rev-parse", "HEAD").err
    )


def test_nothing_is_deleted_or_rewound_and_no_tags_are_taken(
    server, case, push, git, ledger_folder
):
    assert push("main").code == 0
    head = git(ledger_folder, "rev-parse", "HEAD").err
    git(server, "--git-dir=.", "config", "receive.denyDeleteCurrent", "ignore")
    assert push(":main", lang="en").said == (
        "refs/heads/main: [G03] The branch main is not deleted: it is the record.\n"
        "  Nothing was changed on the server.\n\nNothing of this push was taken."
    )
    assert push("--force", "HEAD~1:main", lang="en").said == (
        f"refs/heads/main: [G03] What is pushed to main does not follow what is there ({head[:10]}).\n"
        "  Put your entries on top of it: gridctl sync\n\nNothing of this push was taken."
    )
    git(ledger_folder, "tag", "v1")
    assert "[G05] Only branches are taken here" in push("v1", lang="en").said
    assert "refs/tags/v1: [G05] 这里只收台账的分支" in push("v1").said
    assert push("HEAD:refs/notes/x").code == 1
    assert git(server, "--git-dir=.", "for-each-ref", "--format=%(refname) %(objectname)").err == (
        f"refs/heads/main {head}"
    )


@pytest.mark.parametrize(
    ("now", "code"), [("2026-11-24T15:57:00+08:00", 0), ("2026-11-24T15:56:59+08:00", 1)]
)
def test_five_minutes_ahead_are_borne_and_no_more(server, case, push, now, code):
    """The case was recorded at 16:02."""
    done = push("main", now=now, lang="en")
    assert (done.code, "[G04] It is dated 2026-11-24 16:0" in done.said) == (code, bool(code))


def test_a_new_branch_is_audited_from_where_it_leaves_the_others(
    server, case, path, push, git, gridctl, ledger_folder
):
    assert push("main").code == 0
    git(ledger_folder, "switch", "-qc", "side")
    assert gridctl("note", case, "又见一处").code == 0
    assert push("side").code == 0
    git(ledger_folder, "rm", "-q", str(path(case)))
    git(ledger_folder, "commit", "-qm", "gone")
    git(ledger_folder, "commit", "-q", "--allow-empty", "-m", "more")
    for branch in ("side", "side:other"):
        assert "[C07]" in push(branch).said
    git(ledger_folder, "switch", "-q", "--orphan", "own")
    git(ledger_folder, "commit", "-q", "--allow-empty", "-m", "new")
    assert "[G05] It has no commit in common" in push("own", lang="en").said


def test_one_bad_branch_keeps_the_whole_push_out(server, case, push, git, ledger_folder):
    git(ledger_folder, "tag", "v1")
    done = push("main", "v1")
    assert done.code == 1
    assert git(server, "--git-dir=.", "log", "-1", "--format=%s", "main").err == "ledger begun"


def test_the_first_push_into_an_empty_server_is_audited_whole(
    tmp_path, git, gridctl, ledger_folder, case, path
):
    empty = tmp_path / "empty.git"
    git(tmp_path, "init", "-q", "--bare", str(empty))
    assert gridctl("-C", str(empty), "把关", "安装", "--server").code == 0
    file = path(case)
    good = file.read_bytes()
    file.write_bytes(good.replace("路灯".encode(), "街灯".encode()))
    git(ledger_folder, "commit", "-aqm", "x")
    file.write_bytes(good)
    git(ledger_folder, "commit", "-aqm", "y")
    words = ("push", str(empty), "main")
    assert "[C06]" in git(ledger_folder, *words, GRIDCTL_NOW=NOW).said
    git(ledger_folder, "reset", "-q", "--hard", "HEAD~2")
    assert git(ledger_folder, *words, GRIDCTL_NOW=NOW).code == 0
    git(tmp_path, "init", "-q", "other")
    git(tmp_path / "other", "commit", "-q", "--allow-empty", "-m", "none")
    second = tmp_path / "second.git"
    git(tmp_path, "init", "-q", "--bare", str(second))
    assert gridctl("-C", str(second), "hook", "install", "--server").code == 0
    said = git(tmp_path / "other", "push", str(second), "HEAD:main", GRIDCTL_LANG="en").said
    assert "[G05] There is no ledger in it" in said


def test_a_ledger_in_a_folder_is_found_or_named(
    tmp_path, git, gridctl, ledger_folder, office_files
):
    top = tmp_path / "top"
    (top / "office" / "led").mkdir(parents=True)
    git(tmp_path, "init", "-q", "top")
    for name, data in office_files.items():
        (top / "office" / "led" / name).write_bytes(data)
    assert gridctl("-C", str(top / "office" / "led"), "init").code == 0
    for number, words in enumerate([(), ("--folder", "office/led"), ("--folder", "/office/led/")]):
        server = tmp_path / f"s{number}.git"
        git(tmp_path, "clone", "-q", "--bare", str(top), str(server))
        assert gridctl("-C", str(server), "hook", "install", "--server", *words).code == 0
        target = ("push", str(server), "HEAD:main")
        staff = top / "office" / "led" / "staff.yaml"
        staff.write_bytes(staff.read_bytes().replace("赵一".encode(), b"\x01"))
        git(top, "commit", "-aqm", "broken")
        assert git(top, *target, GRIDCTL_NOW=NOW).code == 1
        git(top, "reset", "-q", "--hard", "HEAD~1")
        (top / "README").write_text(f"{number}\n")
        git(top, "add", "README")
        git(top, "commit", "-qm", "beside")
        assert git(top, *target, GRIDCTL_NOW=NOW).code == 0
    (top / "second").mkdir()
    for name, data in office_files.items():
        (top / "second" / name).write_bytes(data)
    git(top, "add", "second")
    git(top, "commit", "-qm", "two")
    two = tmp_path / "two.git"
    git(tmp_path, "clone", "-q", "--bare", str(top), str(two))
    git(top, "commit", "-q", "--allow-empty", "-m", "more")
    assert gridctl("-C", str(two), "hook", "install", "--server").code == 0
    assert git(top, "push", str(two), "HEAD:main", GRIDCTL_NOW=NOW).code == 0
    for folder in ("office/led", "second"):
        staff = top / folder / "staff.yaml"
        staff.write_bytes(staff.read_bytes().replace("赵一".encode(), b"\x01"))
        git(top, "commit", "-aqm", "broken")
        assert git(top, "push", str(two), "HEAD:main", GRIDCTL_NOW=NOW).code == 1
        git(top, "reset", "-q", "--hard", "HEAD~1")


@pytest.mark.parametrize("steps", [("install", "push"), ("push", "install")])
def test_no_push_puts_another_ledger_in_front_of_the_one_that_is_guarded(
    tmp_path, git, gridctl, office_files, steps
):
    """The hook may have been installed before there was anything to find."""
    top, server = tmp_path / "top", tmp_path / "server.git"
    (top / "led").mkdir(parents=True)
    git(tmp_path, "init", "-q", "-b", "main", "top")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(server))
    for folder in ("led", "."):
        for name, data in office_files.items():
            (top / folder / name).write_bytes(data)
        if folder == "led":
            assert gridctl("-C", str(top / "led"), "init").code == 0
            for step in steps:
                if step == "install":
                    assert gridctl("-C", str(server), "hook", "install", "--server").code == 0
                else:
                    assert git(top, "push", str(server), "main", GRIDCTL_NOW=NOW).code == 0
    git(top, "add", "-A")
    git(top, "commit", "-qm", "in front")
    assert git(top, "push", str(server), "main", GRIDCTL_NOW=NOW).code == 0
    staff = top / "led" / "staff.yaml"
    staff.write_bytes(staff.read_bytes().replace(b"role: patroller", b"role: head", 1))
    git(top, "-c", "user.email=p99@example.org", "commit", "-aqm", "evil")
    assert "[R02]" in git(top, "push", str(server), "main", GRIDCTL_NOW=NOW).said


def test_what_is_recorded_on_no_ledger_is_turned_away(server, case, path, push, git, ledger_folder):
    assert push("main").code == 0
    data = path(case).read_bytes()
    git(ledger_folder, "checkout", "-q", "--orphan", "side")
    git(ledger_folder, "rm", "-rfq", ".")
    other = path_of_another(ledger_folder, case)
    other.parent.mkdir(parents=True)
    other.write_bytes(data.replace(case.encode(), other.stem.encode()))
    git(ledger_folder, "add", "-f", "cases")
    git(ledger_folder, "commit", "-qm", "forged", GIT_COMMITTER_DATE=NOW)
    git(ledger_folder, "checkout", "-qf", "main")
    git(ledger_folder, "merge", "-q", "--no-edit", "--allow-unrelated-histories", "side")
    assert "[H03]" in push("main", lang="en").said


def path_of_another(folder, case):
    name = f"{case[:-5]}aaaaa.yaml"
    return folder / "cases" / "2026" / "11" / "24" / name


@pytest.mark.parametrize("parent", ["deadbeef" * 5, ""])
def test_a_parent_that_git_does_not_take_for_one_hides_nothing(
    server, case, path, push, git, ledger_folder, parent
):
    assert push("main").code == 0
    good = git(ledger_folder, "rev-parse", "HEAD").err
    path(case).unlink()
    git(ledger_folder, "commit", "-aqm", "x")
    tree = git(ledger_folder, "rev-parse", "HEAD^{tree}").err
    who = "S <s@example.org> 1764000000 +0800"
    raw = f"tree {tree}\nparent {good}\nauthor {who}\ncommitter {who}\nparent {parent}\n\nx\n"
    (ledger_folder / ".git" / "forged").write_text(raw)
    words = ("hash-object", "-t", "commit", "-w", "--literally", ".git/forged")
    git(ledger_folder, "reset", "-q", "--hard", git(ledger_folder, *words).err)
    assert "[C07]" in push("main", lang="en").said


def test_a_ledger_may_begin_in_a_repository_that_has_other_things(
    tmp_path, git, gridctl, office_files
):
    top, server = tmp_path / "code", tmp_path / "code.git"
    git(tmp_path, "init", "-q", "code")
    git(top, "commit", "-q", "--allow-empty", "-m", "code")
    git(tmp_path, "clone", "-q", "--bare", str(top), str(server))
    assert gridctl("-C", str(server), "hook", "install", "--server").code == 0
    for name, data in office_files.items():
        (top / name).write_bytes(data)
    assert gridctl("-C", str(top), "init").code == 0
    assert git(top, "push", str(server), "HEAD:main", GRIDCTL_NOW=NOW).code == 0


def test_who_has_a_key_has_to_have_signed(
    server, case, push, gridctl, git, ledger_folder, tmp_path
):
    own, stray = tmp_path / "own", tmp_path / "stray"
    for key in (own, stray):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    git(ledger_folder, "config", "user.email", "p02@example.org")
    assert gridctl("staff", "key", "p01", f"{own}.pub").code == 0
    git(ledger_folder, "config", "user.email", "p01@example.org")
    git(ledger_folder, "config", "gpg.format", "ssh")
    git(ledger_folder, "config", "user.signingkey", str(own))
    assert gridctl("note", case, "又见一处").code == 0
    for words in (("--no-gpg-sign",), ("-S",)):
        git(ledger_folder, "config", "user.signingkey", str(stray))
        git(ledger_folder, "commit", "-q", "--amend", "--no-edit", *words)
        assert "[G01]" in push("main").said
    git(ledger_folder, "config", "user.signingkey", str(own))
    git(ledger_folder, "commit", "-q", "--amend", "--no-edit", "-S")
    assert push("main").code == 0
