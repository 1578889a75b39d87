"""The whole answer of the audit, in both languages."""

from tamperings import a_case_moved

from gridctl.domain.identifiers import case_path


def test_a_sound_history_is_two_lines(town):
    assert town.run("audit") == (
        0,
        (
            "Commits audited: 15; nothing recorded was altered\n"
            "Not proved: nobody has a key in staff.yaml, so an author is as sure as the right to push; "
            "no anchor was given, so a history rewritten from its beginning would not be seen.\n"
        ),
        "",
    )
    assert town.run("--lang", "zh", "审计") == (
        0,
        (
            "共核对 15 条入账记录，历史完好，未被改动\n"
            "不能证明的：staff.yaml 中没有人登记公钥，入账人是谁只靠上传权限保证；"
            "没有给出存证，从头改写的历史看不出来。\n"
        ),
        "",
    )


def test_a_moved_case_is_told_with_its_commit_its_rules_and_what_to_do(town):
    a_case_moved(town)
    good, moved = town.head, town.commit()
    was, now = case_path(town.handled), f"cases/2026/12/24/{town.handled}.yaml"
    assert town.run("audit", f"{good}..") == (
        1,
        f"""\
{moved[:10]}  赵一  2026-11-24 08:15
  [C07] {was}: The case was removed.
      Rule: a case file is never deleted or moved
      A dispatcher puts it back with all that was recorded since: \
gridctl mend {town.handled[-5:]}
  [F08] {now}: No case file belongs here; its path follows from its id.
      Rule: a case file lies where its id says
      Take it out again: git rm {now}, then: git commit -m removed

Commits audited: 1; violations: 2
Not proved: nobody has a key in staff.yaml, so an author is as sure as the right to push; \
no anchor was given, so a history rewritten from its beginning would not be seen; \
what stood at {good[:10]} is taken as given.
""",
        "",
    )
    assert town.run("--lang", "zh", "稽核", f"{good}..") == (
        1,
        f"""\
{moved[:10]}  赵一  2026-11-24 08:15
  [C07] {was}: 案件文件被删除。
      规则：案件文件不删除、不移动
      由派遣员恢复，此后入账的记录一并保留：gridctl mend {town.handled[-5:]}
  [F08] {now}: 这里不该有案件文件；案件文件的位置由编号决定。
      规则：案件文件的位置由编号中的日期决定
      从台账里移出：git rm {now}，再执行 git commit -m removed

共核对 1 条入账记录，发现问题 2 处
不能证明的：staff.yaml 中没有人登记公钥，入账人是谁只靠上传权限保证；\
没有给出存证，从头改写的历史看不出来；{good[:10]} 及以前的内容视为无误。
""",
        "",
    )


def test_the_same_as_json(town):
    good = town.head
    town.swap(case_path(town.handled), "by: p05", "by: p06")
    altered = town.commit()
    found = town.audit(f"{good}..HEAD")
    assert found.pop("unproven")
    assert found == {
        "range": f"{good}..HEAD",
        "commits": 1,
        "tip": altered,
        "violations": [
            {
                "commit": altered,
                "author": "赵一 <p01@example.org>",
                "recorded": "2026-11-24T08:15:00+08:00",
                "rule": "C06",
                "message": "What the case had on record was altered: entry 2, by: p05 → p06; "
                "entry 7, by: p05 → p06.",
                "path": case_path(town.handled),
                "case": town.handled,
                "remedy": "A dispatcher puts it back with all that was recorded since: "
                f"gridctl mend {town.handled[-5:]}",
            }
        ],
        "sound": False,
    }


def test_the_anchor_as_json(town):
    found = town.call("--json", "anchor")
    assert found.pop("anchor").startswith("gridctl-anchor 1 ")
    assert found == {
        "commit": town.head,
        "tree": town.git("rev-parse", "HEAD^{tree}"),
        "cases": 4,
        "events": 13,
        "entries": 3,
        "date": "2026-11-24",
    }


def test_an_unknown_revision_is_not_found(town):
    code, out, err = town.run("audit", "nowhere..")
    assert (code, out) == (10, "")
    assert err.startswith("Error: There is no recorded state “nowhere”.")


def test_a_commit_whose_parent_is_not_there_is_an_error_of_git(town):
    who = f"S <s@example.org> {int(town.clock.timestamp())} +0800"
    tree, gone = town.git("rev-parse", "HEAD^{tree}"), "deadbeef" * 5
    forged = f"tree {tree}\nparent {gone}\nauthor {who}\ncommitter {who}\n\nx\n"
    town.put(".git/forged", forged)
    words = ("hash-object", "-t", "commit", "-w", "--literally", ".git/forged")
    town.put(".git/refs/heads/main", f"{town.git(*words)}\n")
    code, out, err = town.run("audit")
    assert (code, out) == (40, "")
    assert err.startswith(f"Error: git rev-list failed: error: Could not read {gone}")
