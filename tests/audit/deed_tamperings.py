"""What somebody may not do, written into the files as soundly as can be."""

from datetime import timedelta

from tamperings import tampering

from gridctl.domain.event import Evidence
from gridctl.domain.identifiers import case_path
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.file import Filed, Pinned
from gridctl.domain.verbs.link import Linked
from gridctl.domain.verbs.note import Noted
from gridctl.domain.verbs.verify import Verified

DISPATCHER = "{grid: qy, role: dispatcher, since: 2012-05-01}"


@tampering("P03")
def a_name_in_git(town):
    town.put(f"private/{town.fresh}.yaml", "name: 王小明\n")
    town.git("add", "-f", f"private/{town.fresh}.yaml")


@tampering("P03")
def a_photo_in_git(town):
    town.put("evidence/ab/cd", "x")
    town.git("add", "-f", "evidence/ab/cd")


@tampering("P01")
def a_phone_number(town):
    town.append(town.fresh, Noted, text="电话13812345678")


@tampering("P04")
def a_speaking_name_of_a_photo(town):
    photo = Evidence(name="王小明家门口.jpg", sha256="ab" * 32, kind="after")
    town.append(town.handled, Verified, by="p10", entered="p01", outcome="pass", evidence=(photo,))


@tampering("H01")
def settings_and_a_case_at_once(town):
    town.append(town.fresh, Noted, text="合法的记录")
    town.swap("staff.yaml", "name: 冯九", "name: 冯久")


@tampering("R04")
def a_post_given_to_oneself(town):
    town.me = "p10"
    town.swap(
        "staff.yaml",
        "days: 4, posts: [",
        f"days: 4, posts: [{DISPATCHER}, ",
    )


@tampering("R04")
def a_wider_post_of_a_leader(town):
    town.me = "p02"
    town.swap(
        "staff.yaml",
        "kind: officer, posts: [{grid: qy, role: leader",
        f"kind: officer, posts: [{DISPATCHER}, {{grid: qy, role: leader",
    )


@tampering("R04")
def an_address_swapped_before_acting_under_it(town):
    town.me = "p10"
    town.swap("staff.yaml", "p05@example.org", "p88@example.org")
    first = town.commit("address")
    town.me = "p88"
    town.append(town.reported, Noted, by="p05", text="看过了")
    town.commit("acts")
    return [first]


@tampering("R04")
def a_post_given_by_a_patroller(town):
    town.me = "p10"
    town.swap("staff.yaml", "role: volunteer", "role: head")


@tampering("S02")
def a_unit_that_people_still_name(town):
    town.swap("staff.yaml", "- {id: huanbao, name: 环保分局}\n", "")


@tampering("F06")
def settings_that_cannot_be_read(town):
    town.swap("staff.yaml", "role: volunteer", "role: king")


@tampering("P02")
def the_staff_file_removed(town):
    kept = town.bytes_of("staff.yaml")
    (town.folder / "staff.yaml").unlink()
    removed = town.commit()
    town.put("staff.yaml", kept)  # for the command to find its ledger; not recorded
    return [removed]


@tampering("F09")
def settings_that_are_a_link(town):
    (town.folder / "staff.yaml").rename(town.folder / "people.yaml")
    (town.folder / "staff.yaml").symlink_to("people.yaml")


@tampering("R02")
def a_stranger(town):
    town.me = "p99"
    town.append(town.fresh, Noted, by="p01", text="路过")


@tampering("R03")
def somebody_elses_entry(town):
    town.me = "p10"
    town.append(town.reported, Noted, by="p05", text="看过了")


@tampering("R03")
def an_entry_for_others_by_a_patroller(town):
    town.me = "p10"
    town.append(town.reported, Noted, by="p05", entered="p10", text="看过了")


@tampering("R03")
def an_entry_that_hides_who_typed(town):
    town.append(town.reported, Noted, by="p05", text="看过了")


@tampering("R02")
def somebody_whose_post_had_ended(town):
    town.append(town.fresh, Noted, by="p16", entered="p01", text="看过了")


@tampering("R01")
def somebody_without_the_right(town):
    town.me = "p10"
    terms = {
        "number": "秋园网案〔2026〕9号",
        "category": "E0406",
        "condition": 1,
        "limit": "2 urgent_hour",
    }
    town.append(town.reported, Filed, pinned=Pinned(catalogue="cn@1", calendar="cn@2026"), **terms)


@tampering("C03")
def a_verification_by_who_handled_it(town):
    _verified(town, "p17")


@tampering("C03")
def a_verification_by_who_handled_it_in_capitals(town):
    _verified(town, "P17")


def _verified(town, by):
    """The text of a verification, with the head as it would be."""
    town.append(town.handled, Verified, by="p10", entered="p01", outcome="pass")
    said = "did: verified\n  at: 2026-11-24T08:14:00+08:00\n  by: "
    town.swap(case_path(town.handled), f"{said}p10", f"{said}{by}")


@tampering("W13")
def a_note_of_tomorrow(town):
    town.append(town.fresh, Noted, at=town.clock + timedelta(days=1), text="明天的事")


@tampering("C09")
def a_deadline_longer_than_the_limit(town):
    due = town.clock + timedelta(days=30)
    town.append(town.filed, Dispatched, lead="chengguan", due=due)


@tampering("C09")
def another_policy(town):
    terms = {
        "number": town.case(town.filed).number.replace("2号", "3号"),
        "category": "E0406",
        "condition": 1,
    }
    limit = town.case(town.filed).history[2].limit
    town.append(
        town.reported,
        Filed,
        limit=limit,
        pinned=Pinned(catalogue="cn@0", calendar="cn@2026"),
        **terms,
    )


@tampering("C04")
def a_number_of_another_office(town):
    limit = town.case(town.filed).history[2].limit
    pinned = Pinned(catalogue="cn@1", calendar="cn@2026")
    town.append(
        town.reported,
        Filed,
        number="别处〔2026〕3号",
        category="E0406",
        condition=1,
        limit=limit,
        pinned=pinned,
    )


@tampering("C05")
def a_link_that_the_other_does_not_know(town):
    town.append(town.reported, Linked, to=town.fresh, relation="related")
