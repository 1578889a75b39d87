"""Which state a day ended with: also where a clock was set back, and before anything was recorded."""

import json
import os
import subprocess

import pytest
from past_month import collected, git

COLD = (
    "错误：台账自 2026-11-24 起才有记录。\n查看已有记录：gridctl log\n",
    "Error: The record begins on 2026-11-24.\nSee what is recorded: gridctl log\n",
)


@pytest.fixture
def turned_back(gridctl, ledger_folder):
    """Three cases: of the 26th, then with the clock a week back, then of the 28th."""
    days = ("26", "24", "28")
    return [
        collected(gridctl, "店外经营", now=f"2026-11-{day}T09:00:00+08:00", seed=f"{n}")
        for n, day in enumerate(days)
    ]


def listed(gridctl, *words):
    answer = gridctl("list", "--json", *words)
    assert answer.code == 0, answer.err
    return {each["id"] for each in json.loads(answer.out)}


def test_what_is_recorded_under_a_clock_set_back_belongs_to_no_earlier_day(gridctl, turned_back):
    first, second, third = turned_back
    assert listed(gridctl, "--as-of", "2026-11-24") == set()
    assert listed(gridctl, "--as-of", "2026-11-25") == set()
    assert listed(gridctl, "--as-of", "2026-11-26") == {first, second}
    assert listed(gridctl, "--as-of", "2026-11-28") == {first, second, third}


def cases_in(gridctl, command, period):
    answer = gridctl(command, period, "--json")
    assert answer.code == 0, answer.err
    return [each["case"] for each in json.loads(answer.out)["cases"]]


@pytest.mark.parametrize("command", ["diff", "review"])
def test_each_record_lies_in_one_day(gridctl, turned_back, command):
    first, second, third = turned_back
    assert cases_in(gridctl, command, "2026-11-24") == []
    assert cases_in(gridctl, command, "2026-11-26") == sorted([first, second])
    assert cases_in(gridctl, command, "2026-11-27..2026-11-28") == [third]


def test_log_and_the_late_entries_count_days_alike(gridctl, turned_back):
    first, second, third = turned_back

    def since(day, *words):
        told = json.loads(gridctl("log", *words, "--since", day, "--json").out)
        return [each["case"] for each in told if each["case"]]

    assert since("2026-11-27") == [third]
    assert since("2026-11-26") == [third, second, first]
    assert since("2026-11-25", second[-5:]) == [second]
    assert since("2026-11-27", second[-5:]) == []
    ids = gridctl("report", "late-entry", "2026-11-26", "--explain", "people.entries", "--ids")
    assert set(ids.out.split()) == {first, second}
    assert "entries  0\n" in gridctl("report", "late-entry", "2026-10").out


@pytest.mark.parametrize(
    ("word", "back"), [("今天", 0), ("today", 0), ("昨天", 1), ("yesterday", 1), ("前天", 2)]
)
def test_a_word_for_a_day_is_one_of_the_ledgers_zone(gridctl, turned_back, word, back):
    now = "2026-11-27T16:30:00Z"  # where the ledger is, the 28th has begun
    day = f"2026-11-{28 - back}"
    for command in (("list", "--json"), ("report", "counts", "--json")):
        said = gridctl(*command, "--as-of", word, now=now)
        assert (said.code, said.out) == (0, gridctl(*command, "--as-of", day, now=now).out)
    assert gridctl("diff", word, "--json", now=now).out == gridctl("diff", day, "--json").out


def test_a_second_before_midnight_and_after(gridctl):
    first = collected(gridctl, "店外经营", now="2026-11-25T23:59:59+08:00", seed="1")
    second = collected(gridctl, "路灯不亮", now="2026-11-26T00:00:00+08:00", seed="2")
    assert listed(gridctl, "--as-of", "2026-11-25") == {first}
    assert listed(gridctl, "--as-of", "2026-11-26") == {first, second}


def test_before_the_first_record_there_is_nothing_and_one_is_told_since_when(gridctl):
    for words in (
        ("list", "--as-of", "2026-11-23"),
        ("diff", "2026-10"),
        ("review", "..2026-11-01"),
    ):
        for lang, said in zip(("zh", "en"), COLD, strict=True):
            answer = gridctl(*words, lang=lang)
            assert (answer.code, answer.out, answer.err) == (10, "", said)
    assert gridctl("diff", "0001-01-01..").code == 0


def test_a_record_that_came_in_by_a_merge_counts_from_the_merge(gridctl, ledger_folder):
    git(ledger_folder, "checkout", "-qb", "other")
    side = collected(gridctl, "店外经营", now="2026-11-25T09:00:00+08:00", seed="1")
    git(ledger_folder, "checkout", "-q", "main")
    main = collected(gridctl, "路灯不亮", now="2026-11-25T10:00:00+08:00", seed="2")
    when = {"GIT_COMMITTER_DATE": "2026-11-27T09:00:00+08:00"}
    words = ["git", "-C", str(ledger_folder), "merge", "-q", "--no-edit", "other"]
    subprocess.run(words, check=True, env=os.environ | when)
    assert listed(gridctl, "--as-of", "2026-11-26") == {main}
    assert cases_in(gridctl, "review", "2026-11-27") == [side]
