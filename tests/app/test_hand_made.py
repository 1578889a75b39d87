"""What a command would have made is taken from hands as well; what none would have made is refused."""

import subprocess

import pytest

STAFF = ("--as", "p10")
COLLECT = (*STAFF, "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol")


def git(folder, *words):
    subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True)


@pytest.fixture
def by_hand(ledger_folder, gridctl):
    """Runs a command, takes its commit back, and records the same files as a hand would have edited them."""

    def record(*call, was="", is_="", now=None, leave_out=""):
        made = gridctl(*call, now=now)
        assert made.code == 0, made.err
        files = {path: path.read_text() for path in (ledger_folder / "cases").rglob("*.yaml")}
        git(ledger_folder, "reset", "--hard", "HEAD~1")
        assert was in "".join(files.values())
        for path, text in files.items():
            if not leave_out or leave_out not in path.name:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text.replace(was, is_) if was else text)
        return gridctl("record", now="2026-11-25T09:00:00+08:00")

    return record


@pytest.fixture
def filed(gridctl):
    """A filed case, by its ending."""
    ending = begun(gridctl, "7")
    assert gridctl("triage", ending, "--category", "E0406").code == 0
    assert gridctl("file", ending).code == 0
    return ending


@pytest.fixture
def ordered(gridctl, filed):
    assert gridctl("dispatch", filed, "--to", "chengguan").code == 0
    return filed


def begun(gridctl, seed):
    made = gridctl("--json", *COLLECT, seed=seed)
    assert made.code == 0, made.err
    return made.out.split('"id": "')[1].split('"')[0][-5:]


def answers(found, rule):
    assert found.code == (20 if rule else 0), found.err
    assert (rule or "") in found.err


@pytest.mark.parametrize(
    ("was", "is_", "rule"),
    [
        ("", "", None),
        ("qy-dh-1\n", "qy-dh-3\n", "C05"),
        ("source: patrol", "source: nowhere", "C05"),
    ],
)
def test_a_report(by_hand, was, is_, rule):
    answers(by_hand(*COLLECT, was=was, is_=is_), rule)


@pytest.mark.parametrize(
    ("was", "is_", "rule"),
    [
        ("", "", None),
        ("〔2026〕1号", "〔2026〕7号", None),
        ("〔2026〕1号", "〔2025〕1号", "C04"),
        ("〔2026〕1号", "〔2026〕01号", "C04"),
        ("青云网案〔2026〕1号", "别处网案〔2026〕1号", "C04"),
        ("limit: 2 urgent_hour", "limit: 9 work_day", "C09"),
        ("limit: 2 urgent_hour", "limit: 1 urgent_hour", None),
        ("  condition: 1\n", "  condition: 4\n", "C09"),
        ("  condition: 1\n", "", "C09"),
        ("catalogue: cn@1", "catalogue: cn@2", "C09"),
    ],
)
def test_a_filing(gridctl, by_hand, was, is_, rule):
    ending = begun(gridctl, "7")
    gridctl("triage", ending, "--category", "E0406")
    answers(by_hand("file", ending, was=was, is_=is_), rule)


@pytest.mark.parametrize("number", ["〔2026〕1号", "〔2026〕2号"])
def test_a_number_is_given_once_whether_it_is_recorded_or_edited(gridctl, filed, by_hand, number):
    other = begun(gridctl, "8")
    gridctl("triage", other, "--category", "E0406")
    answers(
        by_hand("file", other, was="〔2026〕2号", is_=number),
        "C04" if number == "〔2026〕1号" else None,
    )


DUE = "due: 2026-11-2"


@pytest.mark.parametrize(
    ("was", "is_", "rule"),
    [
        ("", "", None),
        (DUE, "due: 2026-12-2", "C09"),
        ("  lead: chengguan\n", "  lead: chengguan\n  provisional: true\n", "F07"),
        ("lead: chengguan", "lead: nobody", "C05"),
        ("lead: chengguan", "lead: qy-dh-3", "C05"),
    ],
)
def test_an_order(gridctl, filed, by_hand, was, is_, rule):
    found = by_hand("dispatch", filed, "--to", "chengguan", was=was, is_=is_)
    if rule == "F07":
        assert found.code == 30
    else:
        answers(found, rule)


@pytest.mark.parametrize(
    ("was", "is_", "rule"),
    [
        ("", "", None),
        ("  routed: E04 enforce\n", "", None),
        ("routed: E04 enforce", "routed: E0406 enforce", "D08"),
        ("routed: E04 enforce", "routed: E04 serve", "D08"),
        ("lead: chengguan", "lead: jiaojing", "D08"),
    ],
)
def test_an_order_by_the_matrix_is_what_the_matrix_gives(gridctl, filed, by_hand, was, is_, rule):
    answers(by_hand("dispatch", filed, was=was, is_=is_), rule)


@pytest.mark.parametrize("routed", ["E05 enforce", "E04 chase", "E04", "whatever"])
def test_what_is_no_line_over_the_case_makes_a_broken_file(gridctl, filed, by_hand, routed):
    found = by_hand("dispatch", filed, was="routed: E04 enforce", is_=f"routed: {routed}")
    assert found.code == 30
    assert "(D08)" in found.err


def test_no_order_follows_a_matrix_that_has_no_answer(gridctl, by_hand):
    ending = begun(gridctl, "7")
    gridctl("triage", ending, "--category", "E0501")
    gridctl("file", ending, "--condition", "1")
    call = ("dispatch", ending, "--to", "chengguan")
    lead = "  lead: chengguan\n  due: 2026-11-24T17:04:00+08:00\n"
    found = by_hand(*call, was=lead, is_=f"{lead}  routed: E05 enforce\n")
    answers(found, "D08")


@pytest.mark.parametrize(("persons", "rule"), [("p17", None), ("p23", "R02"), ("p24", "R01")])
def test_the_persons_of_an_order(gridctl, filed, by_hand, persons, rule):
    call = ("dispatch", filed, "--to", "chengguan", "--person", "p17")
    answers(by_hand(*call, was="persons: [p17]", is_=f"persons: [{persons}]"), rule)


@pytest.mark.parametrize(("is_", "rule"), [("T20:0", None), ("T21:0", "C09")])
def test_every_later_deadline(gridctl, ordered, by_hand, is_, rule):
    gridctl("--as", "p17", "extend", ordered, "--request", "--note", "缺料")
    answers(by_hand("extend", ordered, "--approve", was="T20:0", is_=is_), rule)


@pytest.mark.parametrize(("is_", "rule"), [("qy-dh-1", None), ("qy-dh-3", "C05")])
def test_a_unit_that_joins(ordered, by_hand, is_, rule):
    answers(by_hand("assist", ordered, "--unit", "qy-dh-1", was="[qy-dh-1]", is_=f"[{is_}]"), rule)


@pytest.mark.parametrize("how", ["duplicate", "related"])
def test_a_link_is_edited_at_both_ends(gridctl, by_hand, how):
    one, two = begun(gridctl, "7"), begun(gridctl, "8")
    call = (
        ("triage", one, "--duplicate-of", two) if how == "duplicate" else ("link", one, "--to", two)
    )
    answers(by_hand(*call, leave_out=two), "C05")


@pytest.mark.parametrize("how", ["duplicate", "related"])
def test_a_link_edited_at_both_ends_is_taken(gridctl, by_hand, how):
    one, two = begun(gridctl, "7"), begun(gridctl, "8")
    call = (
        ("triage", one, "--duplicate-of", two) if how == "duplicate" else ("link", one, "--to", two)
    )
    answers(by_hand(*call), None)


def test_a_case_and_the_settings_that_it_needs_are_recorded_together(
    ledger_folder, gridctl, by_hand
):
    """A source that this very edit of the settings adds may be named by this very edit of a case."""
    made = gridctl(*COLLECT)
    assert made.code == 0
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    text = path.read_text().replace("source: patrol", "source: drone")
    git(ledger_folder, "reset", "--hard", "HEAD~1")
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert gridctl("record").code == 20
    grids = ledger_folder / "grids.yaml"
    line = "  - {id: mayor-line, name: 区长专线}\n"
    new = line + "  - {id: drone, name: 无人机}\n"
    grids.write_text(grids.read_text().replace(line, new))
    answers(gridctl("record"), None)


def plain_commit(folder, path, was, is_):
    path.write_text(path.read_text().replace(was, is_))
    git(folder, "commit", "-aqm", "by plain git")


def test_what_was_lost_before_the_edit_does_not_stand_in_its_way(ledger_folder, gridctl):
    """Plain git let a category of a case go; that hinders no other edit."""
    begun(gridctl, "7")
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    plain_commit(ledger_folder, path, "qy-dh-1\n", "gone\n")
    staff = ledger_folder / "staff.yaml"
    kept = staff.read_text()
    staff.write_text(
        kept.replace("- {id: huanbao, name: 环保分局}\n", "").replace(
            "home: huanbao", "home: jiaojing"
        )
    )
    answers(gridctl("record"), None)


def test_an_edit_that_removes_what_a_case_names_is_refused(ledger_folder, gridctl, ordered):
    staff = ledger_folder / "staff.yaml"
    text = staff.read_text()
    text = text.replace("- id: chengguan", "- id: cg").replace("home: chengguan", "home: cg")
    staff.write_text(text)
    grids = ledger_folder / "grids.yaml"
    grids.write_text(grids.read_text().replace("[chengguan,", "[cg,"))
    found = gridctl("record")
    assert found.code == 30
    assert "chengguan" in found.err


@pytest.mark.parametrize(("who", "code"), [("p01", 0), ("p22", 20), ("p10", 20), ("p16", 20)])
def test_a_dispatcher_of_the_grid_mends_what_plain_git_broke(ledger_folder, gridctl, who, code):
    begun(gridctl, "7")
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    sound = path.read_text()
    plain_commit(ledger_folder, path, "version: 1", "version: 9")
    path.write_text(sound)
    git(ledger_folder, "config", "user.email", f"{who}@example.org")
    found = gridctl("record")
    assert found.code == code, found.err


@pytest.mark.parametrize(("is_", "rule"), [("", None), ("due: 2026-12-3", "C09")])
def test_a_pause_and_its_end(gridctl, ordered, by_hand, is_, rule):
    ask = ("--request", "--until", "2026-12-10", "--note", "等料")
    gridctl("--as", "p17", "suspend", ordered, *ask)
    approve = ("--as", "p02", "suspend", ordered, "--approve")
    was = "due: 2026-12-1" if is_ else ""
    answers(by_hand(*approve, was=was, is_=is_), rule)
    if rule is None:
        resume = ("--as", "p02", "resume", ordered)
        answers(by_hand(*resume, now="2026-11-25T08:30:00+08:00"), None)


@pytest.mark.parametrize(("late", "rule"), [(False, None), (True, "W24")])
def test_a_new_beginning(ledger_folder, gridctl, by_hand, late, rule):
    ending = begun(gridctl, "7")
    gridctl("void", ending, "--note", "误报")
    made = gridctl("reopen", ending, "--note", "属实")
    assert made.code == 0, made.err
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    text = path.read_text()
    git(ledger_folder, "reset", "--hard", "HEAD~1")
    if late:
        head, last = text.rsplit("- n: 3", 1)
        text = head + "- n: 3" + last.replace("2026-11-24", "2027-01-24")
    path.write_text(text)
    answers(gridctl("record", now="2027-02-01T09:00:00+08:00"), rule)
