"""What a merge can do to a ledger; each returns the commits that the audit has to name."""

from datetime import timedelta

from gridctl.domain.identifiers import case_path
from gridctl.domain.verbs.note import Noted

MERGES = {}
DISPATCHER = "{grid: qy, role: dispatcher, since: 2012-05-01}"


def merge(*rules):
    """Keep a merge under its name, with the rules that the audit has to name, all of them."""

    def keep(act):
        MERGES[act.__name__] = (act, set(rules))
        return act

    return keep


def two_branches(town, ours, theirs):
    """Two branches from here, `theirs` called side; the present is that of both."""
    town.git("checkout", "-qb", "side")
    theirs()
    town.git("checkout", "-q", "main")
    ours()


def a_note(town, case_id, text="合法的记录"):
    return lambda: town.call("note", case_id, text)


def merged(town, *words):
    """A merge that is still open, with whatever git makes of it."""
    town.git("merge", "-q", "--no-commit", "--no-ff", *words, "side", check=False)


@merge("H02")
def a_merge_that_adds_an_event(town):
    two_branches(town, a_note(town, town.fresh), a_note(town, town.filed))
    merged(town)
    town.append(town.reported, Noted, text="夹带")
    return [town.commit("merge")]


@merge("H02")
def a_merge_that_adds_a_case(town):
    two_branches(town, a_note(town, town.fresh), a_note(town, town.filed))
    merged(town)
    other = town.fresh[:-5] + "aaaaa"
    data = town.git("show", f"HEAD~1:{case_path(town.fresh)}") + "\n"
    town.put(case_path(other), data.replace(town.fresh, other))
    return [town.commit("merge")]


@merge("H02")
def a_merge_that_drops_theirs(town):
    two_branches(town, a_note(town, town.fresh), a_note(town, town.filed))
    merged(town, "-s", "ours")
    return [town.commit("merge")]


@merge("H02")
def a_merge_that_drops_their_case(town):
    two_branches(town, a_note(town, town.fresh), town.collect)
    merged(town, "-s", "ours")
    return [town.commit("merge")]


@merge("H02")
def a_merge_of_two_edits_of_one_case_that_takes_ours(town):
    two_branches(town, a_note(town, town.fresh, "我方"), a_note(town, town.fresh, "对方"))
    merged(town, "-X", "ours")
    town.git("checkout", "--ours", "--", case_path(town.fresh), check=False)
    return [town.commit("merge")]


@merge("H02")
def a_union_of_two_edits_of_one_case(town):
    (town.folder / ".git/info/attributes").write_text("*.yaml merge=union\n")
    two_branches(town, a_note(town, town.fresh, "我方"), a_note(town, town.fresh, "对方"))
    merged(town)
    return [town.commit("merge")]


@merge("H02")
def a_merge_with_conflict_markers(town):
    two_branches(town, a_note(town, town.fresh, "我方"), a_note(town, town.fresh, "对方"))
    merged(town)
    return [town.commit("merge")]


@merge("H02")
def a_merge_that_drops_a_journal_line(town):
    two_branches(
        town,
        a_note(town, town.fresh),
        lambda: town.call("sign", "in", "--for", "p19"),
    )
    merged(town, "-s", "ours")
    return [town.commit("merge")]


@merge("R04")
def a_post_slipped_into_a_merge(town):
    two_branches(town, a_note(town, town.fresh), a_note(town, town.filed))
    town.me = "p10"
    merged(town)
    town.swap("staff.yaml", "days: 4, posts: [", f"days: 4, posts: [{DISPATCHER}, ")
    return [town.commit("merge")]


@merge("R04")
def their_settings_undone_by_a_merge_of_who_may_not(town):
    def theirs():
        town.swap("staff.yaml", "name: 冯九", "name: 冯久")
        town.clock += timedelta(minutes=1)
        town.call("record")

    two_branches(town, a_note(town, town.fresh), theirs)
    town.me = "p10"
    merged(town, "-s", "ours")
    return [town.commit("merge")]


@merge("P03")
def a_name_slipped_into_a_merge(town):
    two_branches(town, a_note(town, town.fresh), a_note(town, town.filed))
    merged(town)
    town.put("private/x.yaml", "name: 王小明\n")
    town.git("add", "-f", "private/x.yaml")
    return [town.commit("merge")]


@merge("C04")
def one_number_on_two_branches(town):
    def theirs():
        town.call("--as", "p05", "triage", town.fresh, "-c", "E0406")
        town.call("file", town.fresh)

    two_branches(town, lambda: town.call("file", town.reported), theirs)
    town.git("merge", "-q", "--no-edit", "side")
    return [town.git("rev-list", "--author-date-order", "--no-merges", "-1", "HEAD")]


@merge("C04")
def one_number_on_two_branches_and_work_on_both_after_it(town):
    numbered = one_number_on_two_branches(town)
    town.call("note", town.fresh, "后来")
    town.call("note", town.reported, "更后来")
    return numbered


@merge("H03")
def another_beginning(town):
    town.git("checkout", "-q", "--orphan", "side")
    other = town.commit("another root")
    town.git("checkout", "-q", "main")
    town.git("merge", "-q", "--no-edit", "--allow-unrelated-histories", "side")
    return [other]


def an_orphan_is_merged(town, *records):
    """A beginning of its own with what `records` do in an empty folder, one commit each, merged."""
    good = town.head
    town.git("checkout", "-q", "--orphan", "side")
    town.git("rm", "-rfq", ".")
    town.me = "p99"
    made = []
    for record in records:
        record(lambda path: town.git("show", f"{good}:{path}") + "\n")
        town.git("add", "-A", "-f")
        made.append(town.commit("on no ledger"))
    town.me = "p01"
    town.git("checkout", "-qf", "main")
    town.git("merge", "-q", "--no-edit", "--allow-unrelated-histories", "-X", "theirs", "side")
    return made


@merge("H03")
def a_case_on_no_ledger(town):
    other = town.fresh[:-5] + "aaaaa"

    def a_case(read):
        data = read(case_path(town.fresh)).replace(town.fresh, other)
        town.put(case_path(other), data)

    return an_orphan_is_merged(town, a_case)


@merge("H03")
def more_of_a_case_on_no_ledger(town):
    def a_note_in_anothers_name(read):
        town.put(case_path(town.reported), read(case_path(town.reported)))
        town.append(town.reported, Noted, by="p05", text="不予处理")

    return an_orphan_is_merged(town, a_note_in_anothers_name)


@merge("H03")
def a_journal_on_what_is_no_ledger(town):
    def a_journal(read):
        town.put("journal/2026/11/p05.yaml", read(town.journal).replace("p10", "p05"))

    return an_orphan_is_merged(town, lambda _read: town.put("README", "x\n"), a_journal)[1:]


@merge("R04")
def a_revoked_post_brought_back_across_two_branches(town):
    """Each branch took in one side of the other; the post is there by one of the two bases alone."""
    town.git("checkout", "-qb", "side")
    town.me = "p10"
    town.append(town.fresh, Noted, by="p10", text="路过")
    noted = town.commit("a note")
    town.git("checkout", "-q", "main")
    town.me = "p01"
    given, taken = f"days: 4, posts: [{DISPATCHER}, ", "days: 4, posts: ["
    town.swap("staff.yaml", taken, given)
    town.call("record")
    with_post = town.head
    town.git("merge", "-q", "--no-ff", "--no-edit", "side")
    town.swap("staff.yaml", given, taken)
    town.call("record")
    town.me = "p10"
    town.git("checkout", "-qB", "side", noted)
    town.git("merge", "-q", "--no-ff", "--no-edit", with_post)
    town.git("checkout", "-q", "main")
    merged(town)
    town.git("checkout", "side", "--", "staff.yaml")
    return [town.commit("merge")]
