"""One case told through real commands, and the papers printed from it."""

import re
import subprocess
from typing import NamedTuple

import pytest


class Told(NamedTuple):
    """A case and a way to go on with it."""

    ending: str
    do: object


@pytest.fixture
def collected(gridctl):
    """Begins a case: a way to say what else is known of it, answering with its ending."""

    def collect(*more, title="东河桥头占道经营", seed="7"):
        words = ("--grid", "qy-dh-1", "--place", "东河桥头", "--source", "hotline", *more)
        answer = gridctl("collect", title, *words, now="2026-11-20T09:00:00+08:00", seed=seed)
        assert answer.code == 0, answer.err
        return re.search(r"^(\S{5})  ", answer.out)[1]

    return collect


@pytest.fixture
def told(gridctl, collected, tmp_path):
    """A case with its units, past due, reminded twice and under a red card."""
    photo = tmp_path / "桥头.jpg"
    photo.write_bytes(b"before")
    ending = collected(
        "--text", "流动摊贩占用人行道。\n早高峰行人绕行机动车道。",
        *("--reporter", "欧阳大明", "--phone", "13900000000", "--photo", str(photo)),
    )  # fmt: skip

    def do(verb, *words, now):
        answer = gridctl(verb, ending, *words, now=f"2026-11-{now}:00+08:00")
        assert answer.code == 0, answer.err

    do("triage", "--category", "E0406", "--severity", "urgent", "--as", "p08", now="20T09:30")
    do(
        "correct", "--field", "title", "--new", "东河桥头早市占道", "--note", "标题补全",
        now="20T09:40",
    )  # fmt: skip
    do(
        "file", "--condition", "1", "--to", "城管", "--assist", "jiaojing", "--person", "p17",
        "--note", "先劝离", now="20T10:00",
    )  # fmt: skip
    do("handle", "--note", "劝离摊贩", "--count", "劝离=6人", "--as", "p17", now="20T11:00")
    do("urge", now="21T09:00")
    do("supervise", "yellow", "--as", "p02", now="21T10:00")
    do("instruct", "一周内还路于民", "--as", "p02", now="22T10:00")
    do("urge", "--note", "请今日完成", now="23T09:00")
    do("supervise", "red", "--note", "逾期三日", "--as", "p02", now="23T10:00")
    return Told(ending, do)


@pytest.fixture
def ordered(collected, gridctl):
    """A case with 城管 since 2026-11-20 10:00, a Friday, due at 12:00; and a way to go on with it."""
    ending = collected("--text", "流动摊贩占用人行道。")

    def do(verb, *words, now):
        answer = gridctl(verb, ending, *words, now=f"2026-11-{now}:00+08:00")
        assert answer.code == 0, answer.err

    do("triage", "--category", "E0406", now="20T09:30")
    do("file", "--condition", "1", "--to", "城管", now="20T10:00")
    do.ending = ending
    return do


@pytest.fixture
def closed(told, tmp_path):
    """The same case at its end, one entry of it late."""
    photo = tmp_path / "之后.jpg"
    photo.write_bytes(b"after")
    told.do(
        "handle", "--note", "已清理，划线立牌", "--photo", str(photo), "--done", "fixed",
        "--as", "p17", "--at", "2026-11-24 15:00", now="28T09:00",
    )  # fmt: skip
    told.do(
        "feedback", "--told", "反映人", "--satisfaction", "satisfied", "--as", "p08",
        now="28T10:00",
    )  # fmt: skip
    told.do("verify", "--pass", "--note", "现场无摊贩", "--as", "p10", now="28T11:00")
    told.do(
        "evaluate", "--strip", "80", "--block", "95", "--lesson", "早市要有去处", now="28T12:00"
    )
    return told


@pytest.fixture
def paper(gridctl):
    """Prints a paper on a day of November 2026: the answer of the command."""

    def print_(ending, form, *words, day="24", lang="zh"):
        now = f"2026-11-{day}T16:00:00+08:00"
        return gridctl("print", ending, "--form", form, *words, now=now, lang=lang)

    return print_


@pytest.fixture
def revision(ledger_folder):
    """The commit that papers name."""

    def head():
        words = ["git", "rev-parse", "--short=12", "HEAD"]
        done = subprocess.run(words, cwd=ledger_folder, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return head
