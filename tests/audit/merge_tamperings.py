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
