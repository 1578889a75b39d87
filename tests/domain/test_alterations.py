"""What was altered in a history is told by its entry and field, short, old and new."""

from dataclasses import replace
from datetime import datetime

import pytest

from gridctl.domain.alterations import alteration, of_field
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.note import Noted
from gridctl.words import use

AT = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
LONG = "甲" * 40


def note(n, text, **more):
    return Noted(**({"n": n, "at": AT, "by": "p01", "text": text} | more))


FIRST = Collected(
    n=1, at=AT, by="p10", title="占道", kind="problem", grid="qy-dh-1", source="patrol"
)
WAS = [FIRST, note(2, "已劝离"), note(3, LONG), note(4, "末")]


@pytest.mark.parametrize(
    ("now", "zh", "en"),
    [
        (WAS, None, None),
        ([*WAS, note(5, "又")], None, None),
        (
            [FIRST, note(2, "已劝离了"), *WAS[2:]],
            "第 2 条 内容：已劝离 → 已劝离了",
            "entry 2, text: 已劝离 → 已劝离了",
        ),
        (
            [replace(FIRST, kind="hazard"), *WAS[1:]],
            "第 1 条 类型：问题 → 隐患",
            "entry 1, kind: problem → hazard",
        ),
        (
            [*WAS[:2], note(3, LONG[:-1] + "乙"), WAS[3]],
            f"第 3 条 内容：…{'甲' * 9} → …{'甲' * 8}乙",
            f"entry 3, text: …{'甲' * 9} → …{'甲' * 8}乙",
        ),
        (
            [FIRST, note(2, "已劝离", by="p02", entered="p03"), *WAS[2:]],
            "第 2 条 经办人：p01 → p02；第 2 条 代录人：– → p03",
            "entry 2, by: p01 → p02; entry 2, entered by: – → p03",
        ),
        (WAS[:3], "第 4 条（备注）不见了", "entry 4 (noted) is gone"),
        (
            [FIRST, note(2, LONG), note(3, "末")],
            "第 2 条（备注）不见了",
            "entry 2 (noted) is gone",
        ),
        (
            [FIRST, note(2, "夹"), note(3, "已劝离"), note(4, LONG), note(5, "末")],
            "插入了第 2 条（备注）",
            "entry 2 (noted) was put in",
        ),
        (
            [FIRST, note(2, "a\x1bb"), note(3, "c"), note(4, "d")],
            (f"第 2 条 内容：已劝离 → a\\x1bb；第 3 条 内容：{'甲' * 30}… → c；等"),
            (f"entry 2, text: 已劝离 → a\\x1bb; entry 3, text: {'甲' * 30}… → c; and more"),
        ),
    ],
)
def test_what_was_altered_is_told(now, zh, en):
    for language, expected in (("zh", zh), ("en", en)):
        use(language)
        told = alteration(WAS, now)
        assert (told and str(told)) == expected


def test_the_same_moment_in_another_offset_is_told():
    use("en")
    other = datetime.fromisoformat("2026-11-24T00:00:00+00:00")
    assert str(alteration(WAS, [FIRST, note(2, "已劝离", at=other), *WAS[2:]])) == (
        "entry 2, time: 2026-11-24T08:00:00+08:00 → 2026-11-24T00:00:00+00:00"
    )


def test_a_field_of_the_head_is_told():
    use("zh")
    assert str(of_field("title", "桥头占道", "桥尾占道")) == "抬头 标题：桥头占道 → 桥尾占道"
    assert str(of_field("state", "open", "closed")) == "抬头 状态：在办 → 已结案"
