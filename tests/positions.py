"""A real case in every position, walked there event by event, and one event of every verb."""

from datetime import date, datetime, timedelta
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.steps import advance
from gridctl.domain.verbs.appeal import Appealed, Decided
from gridctl.domain.verbs.assist import Assisted
from gridctl.domain.verbs.callback import CalledBack
from gridctl.domain.verbs.collect import Collected, begin
from gridctl.domain.verbs.correct import Corrected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.escalate import Escalated, HandedDown
from gridctl.domain.verbs.evaluate import Evaluated
from gridctl.domain.verbs.extend import Extended, ExtensionDenied, ExtensionRequested
from gridctl.domain.verbs.feedback import FedBack
from gridctl.domain.verbs.file import Filed, Pinned
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.instruct import Instructed
from gridctl.domain.verbs.link import Linked
from gridctl.domain.verbs.note import Noted
from gridctl.domain.verbs.redispatch import Redispatched
from gridctl.domain.verbs.renumber import Renumbered
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.return_ import Returned
from gridctl.domain.verbs.settle_deadline import DeadlineSettled
from gridctl.domain.verbs.supervise import Supervised
from gridctl.domain.verbs.suspend import (
    Resumed,
    Suspended,
    SuspensionDenied,
    SuspensionRequested,
)
from gridctl.domain.verbs.triage import Triaged
from gridctl.domain.verbs.urge import Urged
from gridctl.domain.verbs.verify import Verified
from gridctl.domain.verbs.void import Voided

CASE_ID = "qy-20261124-k7qf2"
OTHER = "qy-20261123-aaaaa"
THIRD = "qy-20261122-bbbbb"
TITLE = "东河桥头占道经营"
MORNING = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
PINNED = Pinned(catalogue="cn@1", calendar="cn@2026")

# How each event is told apart in a walk: its class, who acts, and what it says.
SAID: dict[str, tuple[type[Event], str, dict[str, Any]]] = {
    "triage": (Triaged, "p05", {"outcome": "report", "severity": "normal", "category": "E0406"}),
    "settle": (Triaged, "p08", {"outcome": "settle", "category": "E0406", "result": "已劝离"}),
    "reject": (
        Triaged,
        "p08",
        {"outcome": "reject", "reason": "不在本街道", "closure": "referred"},
    ),
    "join": (Triaged, "p08", {"outcome": "duplicate", "duplicate_of": OTHER}),
    "file": (
        Filed,
        "p01",
        {
            "number": "青云网案〔2026〕1号",
            "category": "E0406",
            "condition": 1,
            "limit": "2 urgent_hour",
            "pinned": PINNED,
        },
    ),
    "dispatch": (
        Dispatched,
        "p01",
        {"lead": "chengguan", "assist": ("jiaojing",), "due": MORNING + timedelta(hours=6)},
    ),
    "provisional": (
        Dispatched,
        "p01",
        {"lead": "chengguan", "due": MORNING + timedelta(days=60), "provisional": True},
    ),
    "handle": (Handled, "p17", {"note": "已到场"}),
    "done": (Handled, "p17", {"note": "已清走", "done": "fixed"}),
    "feedback": (FedBack, "p08", {"told": ("反映人",), "satisfaction": "satisfied"}),
    "verify": (Verified, "p10", {"outcome": "pass"}),
    "fail": (Verified, "p10", {"outcome": "fail", "note": "又摆出来了"}),
    "evaluate": (Evaluated, "p01", {"strip": 95, "block": 90}),
    "score": (Evaluated, "p01", {"block": 90}),
    "note": (Noted, "p08", {"text": "又有人来问"}),
    "link": (Linked, "p01", {"to": OTHER, "relation": "duplicate"}),
    "relate": (Linked, "p01", {"to": THIRD, "relation": "related"}),
    "correct": (
        Corrected,
        "p01",
        {"entry": 1, "field": "title", "old": TITLE, "new": "东河桥尾占道经营", "reason": "写错"},
    ),
    "renumber": (
        Renumbered,
        "p01",
        {"number": "青云网案〔2026〕2号", "was": "青云网案〔2026〕1号"},
    ),
    "return": (Returned, "p17", {"to": "dispatcher", "reason": "属交警职责"}),
    "return-grid": (Returned, "p01", {"to": "grid", "reason": "地点不清"}),
    "redispatch": (
        Redispatched,
        "p01",
        {"lead": "jiaojing", "due": MORNING + timedelta(hours=9), "note": "改由交警主办"},
    ),
    "extend": (ExtensionRequested, "p17", {"note": "需停业整改"}),
    "extend-approve": (Extended, "p01", {"due": MORNING + timedelta(hours=10)}),
    "extend-deny": (ExtensionDenied, "p01", {}),
    "suspend": (SuspensionRequested, "p17", {"until": date(2026, 12, 31), "note": "道路改造"}),
    "suspend-approve": (
        Suspended,
        "p02",
        {"until": date(2026, 12, 31), "due": MORNING + timedelta(days=38)},
    ),
    "suspend-deny": (SuspensionDenied, "p02", {}),
    "resume": (Resumed, "p02", {"due": MORNING + timedelta(days=2)}),
    "settle-deadline": (
        DeadlineSettled,
        "p01",
        {"due": MORNING + timedelta(days=3), "calendar": "cn@2027"},
    ),
    "urge": (Urged, "p01", {}),
    "supervise": (Supervised, "p01", {"level": "yellow"}),
    "instruct": (Instructed, "p02", {"text": "抓紧办理"}),
    "escalate": (Escalated, "p08", {"to": "qy-dh"}),
    "hand-down": (HandedDown, "p05", {"to": "qy-dh-1"}),
    "assist": (Assisted, "p01", {"units": ("huanbao",)}),
    "void": (Voided, "p01", {"reason": "误登记"}),
    "reopen": (Reopened, "p01", {"reason": "又出现了", "due": MORNING + timedelta(days=1)}),
    "appeal": (Appealed, "p17", {"note": "当日停电"}),
    "decide": (Decided, "p02", {"outcome": "granted"}),
    "callback": (CalledBack, "p10", {"satisfaction": "unsatisfied"}),
}

# The way to each position, by hand.
WAYS: dict[str, str] = {
    "collected": "",
    "reported": "triage",
    "settled": "settle",
    "duplicate": "join",
    "filed": "triage file",
    "dispatched": "triage file dispatch",
    "handling": "triage file dispatch handle",
    "handled": "triage file dispatch done",
    "answered": "triage file dispatch done feedback",
    "failed": "triage file dispatch done feedback fail",
    "unsettled": "settle feedback fail",
    "closed": "triage file dispatch done feedback verify",
    "evaluated": "triage file dispatch done feedback verify evaluate",
    "sent_back": "triage return-grid",
    "suspended": "triage file dispatch suspend suspend-approve",
    "voided": "triage file dispatch void",
}


def collected(**said: Any) -> Collected:
    """The report that every walk begins with."""
    plain: dict[str, Any] = {
        "n": 1,
        "at": MORNING,
        "by": "p10",
        "title": TITLE,
        "kind": "problem",
        "grid": "qy-dh-1",
        "place": "dh-qt",
        "source": "patrol",
    }
    return Collected(**plain | said)


def event(name: str, case: Case, **said: Any) -> Event:
    """The event of `name` as the next one of `case`, ten minutes after the last."""
    shape, by, own = SAID[name]
    plain: dict[str, Any] = {
        "n": case.version + 1,
        "at": case.history[-1].at + timedelta(minutes=10),
        "by": by,
    }
    return shape(**plain | own | said)


def walked(way: str) -> Case:
    """The case after these events, each by the name it has in SAID."""
    case = begin(CASE_ID, collected())
    for name in way.split():
        case = advance(case, event(name, case))
    return case


def at(position: str) -> Case:
    """A case that stands there."""
    return walked(WAYS[position])
