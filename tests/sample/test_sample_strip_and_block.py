"""What the sample office has of attendance, journal, vacancies and sources, counted by hand from its script."""

import json


def rows(sample, *words, section=None):
    answer = json.loads(sample.say("report", *words, "--json"))
    if section:
        answer = next(each for each in answer["sections"] if each["name"] == section)
    return answer["rows"]


def test_a_week_of_sign_ins_is_counted(sample):
    """Five working days, four of them due. s069 went at 17:10 on Tuesday and 17:20 on Friday; s071
    came at 8:42 on Monday and was ill on Thursday; s103 came on Monday and Tuesday. The answer is of
    Friday afternoon, when s103 could still come on one day more.
    """
    found = {row["staff"]: row for row in rows(sample, "attendance", "2026-W47")}
    wanted = ("required", "present", "late", "early", "leave", "absent")
    assert [found["s069"][key] for key in wanted] == [4, 4, 0, 2, 0, 0]
    assert [found["s071"][key] for key in wanted] == [4, 3, 1, 0, 1, 0]
    assert [found["s103"][key] for key in wanted] == [4, 2, 0, 0, 0, 1]
    assert [found["s112"][key] for key in wanted] == [4, 4, 0, 0, 0, 0]


def test_quantities_stay_as_approximate_as_they_were_given(sample):
    quantities = rows(sample, "journal", "2026-11", section="counts")
    assert {row["what"]: row["total"] for row in quantities} == {
        "展板": "80余块", "倡议书": "30000余份", "咨询": "170余人次", "登记": "23户",
    }  # fmt: skip


def test_places_under_watch_were_seen_on_some_days_only(sample):
    """The market on Tuesday; the east end on Monday, Tuesday and Friday. That day is not over yet."""
    found = {
        row["place"]: (row["done"], row["missed"]) for row in rows(sample, "watch", "2026-W47")
    }
    assert found == {"zbj-esc": (1, 3), "jwm-dk": (3, 2)}


def test_the_grid_without_a_head_is_found(sample):
    words = ("-C", sample.folder, "grid", "check", "--rule", "person", "--json")
    code, out, _err = sample.tool.called(sample.world, *words)
    problems = json.loads(out)["problems"]
    assert code == 1
    assert [(each["grid"], each["rule"]) for each in problems] == [("rhl-qs-2", "person")]
    # On the last day of the post nothing was wrong yet.
    on = sample.tool.called(sample.world, *words, "--on", "2026-11-15")
    assert (on[0], json.loads(on[1])["problems"]) == (0, [])


def test_the_platform_names_six_of_its_seven_systems(sample):
    words = ("-C", sample.folder, "source", "check", "--json")
    code, out, _err = sample.tool.called(sample.world, *words)
    assert code == 1
    assert {"merged-systems", "merged-departments"} <= {
        each["rule"] for each in json.loads(out)["problems"]
    }
