"""What plain git can do to a ledger: each as a function on a town, with the rules that name it.

A function leaves its work in the folder to be committed, or commits itself and returns the commit.
"""

import os
from dataclasses import replace
from datetime import timedelta

from gridctl.domain.identifiers import case_path
from gridctl.domain.verbs.note import Noted

TAMPERINGS = {}


def tampering(*rules):
    """Keep a tampering under its name, with the rules that the audit has to name, all of them."""

    def keep(act):
        TAMPERINGS[act.__name__] = (act, set(rules))
        return act

    return keep


@tampering("C02")
def a_title_in_the_head(town):
    town.swap(case_path(town.handled), "\ntitle: 桥头占道", "\ntitle: 桥尾占道", 1)


@tampering("C02")
def a_deadline_in_the_head(town):
    town.swap(case_path(town.handled), "\ndue: 2026-11-24", "\ndue: 2026-11-25", 1)


@tampering("C06")
def a_title_in_head_and_history(town):
    town.swap(case_path(town.handled), "title: 桥头占道", "title: 桥尾占道")


@tampering("C06")
def an_actor(town):
    town.swap(case_path(town.handled), "by: p05", "by: p06")


@tampering("C06")
def an_hour(town):
    town.rewrite(
        town.handled, lambda h: [h[0], replace(h[1], at=h[1].at + timedelta(seconds=7)), *h[2:]]
    )


@tampering("C06")
def an_event_in_the_middle(town):
    note = Noted(
        n=0, at=town.case(town.handled).history[1].at, by="p05", entered="p01", text="补记"
    )
    town.rewrite(town.handled, lambda h: [*h[:2], note, *h[2:]])


@tampering("C06")
def an_event_dropped_from_the_middle(town):
    town.rewrite(town.handled, lambda h: [*h[:4], *h[5:]])


@tampering("C06")
def the_last_event_dropped(town):
    town.rewrite(town.handled, lambda h: h[:-1])


@tampering("C07")
def a_case_removed(town):
    (town.folder / case_path(town.handled)).unlink()


@tampering("C07", "F08")
def a_case_moved(town):
    town.put(f"cases/2026/12/24/{town.handled}.yaml", town.bytes_of(case_path(town.handled)))
    (town.folder / case_path(town.handled)).unlink()


@tampering("C07", "C06")
def a_case_removed_and_begun_anew(town):
    kept = town.bytes_of(case_path(town.fresh))
    (town.folder / case_path(town.fresh)).unlink()
    first = town.commit("removed")
    town.put(case_path(town.fresh), kept.replace("桥头".encode(), "桥尾".encode()))
    return [first, town.commit("anew")]


@tampering("F09")
def a_symbolic_link(town):
    (town.folder / case_path("qy-20261124-aaaaa")).symlink_to("/etc/passwd")


@tampering("F09")
def a_case_that_became_a_link(town):
    path = town.folder / case_path(town.handled)
    path.unlink()
    path.symlink_to(f"{town.filed}.yaml")


@tampering("F09")
def another_repository_among_the_cases(town):
    entry = f"160000,{town.head},{case_path('qy-20261124-aaaaa')}"
    town.git("update-index", "--add", "--cacheinfo", entry)
    town.git("commit", "-qm", "nested")
    return [town.head]


@tampering("F09")
def an_executable_case(town):
    os.chmod(town.folder / case_path(town.handled), 0o755)


@tampering("F08")
def a_stray_file_among_the_cases(town):
    town.put("cases/2026/11/24/remarks.txt", "x\n")


@tampering("F07")
def another_way_of_writing(town):
    town.swap(case_path(town.handled), "kind: problem", "kind: 'problem'", 1)


@tampering("F07")
def a_remark_in_a_case(town):
    town.put(case_path(town.handled), town.bytes_of(case_path(town.handled)) + b"# x\n")


@tampering("F01")
def other_line_ends(town):
    town.put(
        case_path(town.handled), town.bytes_of(case_path(town.handled)).replace(b"\n", b"\r\n")
    )


@tampering("F03")
def conflict_markers(town):
    town.swap(case_path(town.handled), "\nhistory:", "\n<<<<<<< HEAD\nhistory:", 1)


@tampering("J04")
def a_journal_line_altered(town):
    town.swap(town.journal, "T08:", "T07:", 1)


@tampering("J04")
def a_journal_line_dropped(town):
    lines = town.bytes_of(town.journal).splitlines(keepends=True)
    town.put(town.journal, b"".join(lines[:-1]))


@tampering("J04")
def a_journal_removed(town):
    (town.folder / town.journal).unlink()


@tampering("J04", "J01")
def a_journal_moved(town):
    town.put("journal/2026/10/p10.yaml", town.bytes_of(town.journal))
    (town.folder / town.journal).unlink()


@tampering("J01")
def a_stray_file_among_the_journals(town):
    town.put("journal/remarks.txt", "x\n")


@tampering("C06")
def more_lines_of_the_last_text(town):
    town.append(town.reported, Noted, text="领导批示：\n依法处理")
    town.commit("a note")
    path = case_path(town.reported)
    town.put(path, town.bytes_of(path) + "    （作废）\n".encode())


@tampering("C06")
def more_lines_of_the_last_text_and_an_entry_behind_them(town):
    town.append(town.reported, Noted, text="一\n二")
    town.commit("a note")
    town.rewrite(
        town.reported,
        lambda h: [*h[:-1], replace(h[-1], text="一\n二\n三"), replace(h[-1], text="另一条")],
    )


@tampering("C06")
def a_result_behind_anothers_progress(town):
    town.call("file", town.reported, "--to", "chengguan")
    town.call("--as", "p17", "handle", town.reported, "--note", "已到场")
    town.me = "p10"
    town.rewrite(town.reported, lambda h: [*h[:-1], replace(h[-1], done="fixed")])


@tampering("C06")
def a_verdict_behind_anothers_feedback(town):
    town.me = "p17"
    town.rewrite(town.handled, lambda h: [*h[:-1], replace(h[-1], satisfaction="satisfied")])


@tampering("R02")
def a_parent_named_behind_the_committer(town):
    """Git takes no such line for a parent; who does would find that nothing has changed."""
    good, stranger = town.head, f"S <s@example.org> {int(town.clock.timestamp())} +0800"
    town.append(town.reported, Noted, by="p05", text="伪造")
    changed = town.commit("as it is to look")
    head = f"tree {town.git('rev-parse', 'HEAD^{tree}')}\nparent {good}\nauthor {stranger}\n"
    forged = f"{head}committer {stranger}\nparent {changed}\n\nforged\n"
    town.put(".git/forged", forged)
    town.git("reset", "-q", "--hard", good)
    words = ("hash-object", "-t", "commit", "-w", "--literally", ".git/forged")
    town.git("reset", "-q", "--hard", town.git(*words))
    return [town.head]


@tampering("F09")
def another_repository_that_git_is_told_to_pass_over(town):
    path = case_path("qy-20261124-aaaaa")
    town.put(".gitmodules", f'[submodule "x"]\n\tpath = {path}\n\turl = ./x\n\tignore = all\n')
    town.git("add", ".gitmodules")
    town.git("update-index", "--add", "--cacheinfo", f"160000,{town.head},{path}")
    town.git("commit", "-qm", "nested")
    return [town.head]


@tampering("F10")
def a_twin_of_the_staff_file(town):
    town.put("Staff.yaml", town.bytes_of("staff.yaml"))


@tampering("F10")
def a_twin_of_the_folder_of_cases(town):
    town.put(f"Cases{case_path(town.fresh)[5:]}", town.bytes_of(case_path(town.fresh)))
