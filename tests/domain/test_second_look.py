"""What needs a second look: the table and its words, and the kinds that two clones bring about."""

from datetime import datetime, timedelta

import pytest

from gridctl.domain import second_look
from gridctl.domain.case import Case
from gridctl.domain.change_terms import LOOKS
from gridctl.domain.second_look import Seen, looks
from gridctl.domain.told import Trace
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.file import Filed, Pinned
from gridctl.domain.verbs.note import Noted
from gridctl.domain.verbs.renumber import Renumbered

AT = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
PINNED = Pinned(catalogue="cn@1", calendar="cn@2026")


def seen(event, *, delay=timedelta(), fixed_clock=False, own_limit=None):
    first = Collected(
        n=1, at=AT, by="p10", title="店外经营", kind="problem", grid="qy-dh-1", source="patrol"
    )
    case = Case(
        id="qy-20261124-k7qf2",
        title="店外经营",
        kind="problem",
        grid="qy-dh-1",
        step="collect",
        waits="triage",
        history=(first, event),
    )
    return Seen(event, Trace("c" * 40, AT + delay, "赵一", "p01", fixed_clock), case, own_limit)


def found(event, **how):
    return [(look.kind, look.more) for look in looks(seen(event, **how))]


def noted(**more):
    return Noted(n=2, at=AT, by="p10", text="又见", **more)


def filed(**more):
    return Filed(
        n=2,
        at=AT,
        by="p01",
        number="1号",
        category="E0406",
        limit="1 work_day",
        pinned=PINNED,
        **more,
    )


def test_every_kind_has_its_words_and_commits_have_kinds_of_their_own():
    of_commits = {"settings", "mended", "merge", "unread", "clock_back", "by_another"}
    assert {*second_look.JUDGES} | of_commits == {*LOOKS}


@pytest.mark.parametrize(
    ("event", "how", "kinds"),
    [
        (noted(), {}, []),
        (noted(), {"delay": timedelta(hours=72)}, []),
        (
            noted(),
            {"delay": timedelta(hours=72, seconds=1)},
            [("late", timedelta(hours=72, seconds=1))],
        ),
        (noted(), {"fixed_clock": True}, [("fixed_clock", True)]),
        (noted(entered="p01"), {}, [("entered", "p01")]),
        (filed(), {}, []),
        (filed(), {"own_limit": "2 urgent_hour"}, [("longer_limit", "2 urgent_hour")]),
        (filed(was="2号"), {}, [("renumbered", "2号")]),
        (Renumbered(n=2, at=AT, by="p01", number="2号", was="1号"), {}, [("renumbered", "1号")]),
    ],
)
def test_an_entry_and_its_reasons(event, how, kinds):
    assert found(event, **how) == kinds
