"""The four stories of the newspaper page go through all seven steps, and read as they should."""

import os
from pathlib import Path

import pytest

STORIES = ("wages", "courtyard", "clearing", "dust")
SEVEN = ["collected", "triaged", "filed", "dispatched", "handled", "fed_back", "verified"]
PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="session")
def told(sample):
    """Every page as gridctl and git say it now: file name → text."""
    return dict(sample.tool.pages(sample.folder, sample.ids))


def test_every_page_that_is_kept_is_told(told):
    assert sorted(told) == sorted(os.listdir(PAGES))


@pytest.mark.parametrize("name", sorted(os.listdir(PAGES)))
def test_a_page_reads_as_it_is_kept(told, name):
    """tools/sample.py writes the pages; their change is reviewed like any other."""
    assert told[name] == (PAGES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("story", STORIES)
def test_a_story_goes_through_all_seven_steps(sample, story):
    did = list(dict.fromkeys(event["did"] for event in sample.case(story)["history"]))
    assert [each for each in did if each != "noted"] == [*SEVEN, "evaluated"]


def history(sample, story, did):
    return [event for event in sample.case(story)["history"] if event["did"] == did]


def test_the_clearing_counts_shops_and_stalls_and_what_was_seized(sample):
    first = history(sample, "clearing", "handled")[0]
    assert first["counts"] == {"整治突出门店": "20余处", "清理占道经营": "30余处"}
    assert first["seized"] == {"农用三轮车": "4辆", "遮阳棚": "4把"}


def test_the_clearing_joins_the_office_the_traffic_police_the_station_and_the_work_team(sample):
    clearing = sample.case("clearing")
    assert clearing["lead"] == "chengguan"
    assert clearing["assist"] == ["jiaojing", "paichusuo", "gongzuodui"]


def test_the_wages_come_back_after_mediation_by_four_units(sample):
    wages = sample.case("wages")
    assert [wages["lead"], *wages["assist"]] == ["renshe", "sifasuo", "zhujian", "paichusuo"]
    last = history(sample, "wages", "handled")[-1]
    assert last["counts"]["追回工资"] == "40000余元"
    assert last["done"] == "fixed"


def test_the_reporter_of_the_wages_is_kept_secret(told):
    for page in ("wages.zh.txt", "wages.en.txt"):
        assert "石**" not in told[page]
        assert "0007" not in told[page]


def test_the_courtyard_gets_pipes_meters_pavement_and_lamps_in_that_order(sample):
    counts = [event.get("counts", {}) for event in history(sample, "courtyard", "handled")]
    assert [what for each in counts for what in each] == [
        *("征求意见", "更换管道", "一户一表", "铺设路面", "安装路灯")
    ]


def test_the_dust_settles_only_after_a_verification_failed(sample):
    verified = [event["outcome"] for event in history(sample, "dust", "verified")]
    assert verified == ["fail", "pass"]
    assert sample.case("dust")["rework"] == 1


@pytest.mark.parametrize("story", STORIES)
def test_a_commit_message_holds_no_word_of_the_story(sample, told, story):
    case = sample.case(story)
    bodies = [line for line in told[f"{story}.log.txt"].splitlines() if "@example.org" not in line]
    assert case["title"] not in "\n".join(bodies)
    assert all(line.isascii() or "→" in line for line in bodies)


def test_no_units_member_verified_his_own_work(sample):
    for story in STORIES:
        handlers = {event["by"] for event in history(sample, story, "handled")}
        verifiers = {event["by"] for event in history(sample, story, "verified")}
        assert handlers.isdisjoint(verifiers)
