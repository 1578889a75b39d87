"""Valid plain data of every shape that comes from outside, written out once."""

from typing import Any

from gridctl.domain.grids import GridsFile
from gridctl.domain.people import StaffFile
from gridctl.domain.verbs.appeal import Appealed, Decided
from gridctl.domain.verbs.assist import Assisted
from gridctl.domain.verbs.callback import CalledBack
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.correct import Corrected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.escalate import Escalated, HandedDown
from gridctl.domain.verbs.evaluate import Evaluated
from gridctl.domain.verbs.extend import Extended, ExtensionDenied, ExtensionRequested
from gridctl.domain.verbs.feedback import FedBack
from gridctl.domain.verbs.file import Filed
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

AT = "2026-11-24T08:31:00+08:00"
BASE = {"n": 1, "at": AT, "by": "p10", "entered": "p01"}
PHOTO = {"name": "a.jpg", "sha256": "0f" * 32, "kind": "after"}

VALID: dict[type, dict[str, Any]] = {
    GridsFile: {
        "format": 1,
        "ledger": {
            "name": "台账",
            "language": "zh",
            "timezone": "Asia/Shanghai",
            "working_hours": ["08:00-12:00"],
            "seasons": [{"since": "06-01", "until": "09-30", "hours": ["08:00-12:00"]}],
            "work_day": "civil",
            "calendar": "cn",
            "numbering": "{code_name}{year}-{seq}",
            "verify_within": "2 work_day",
            "reopen_within": "30 natural_day",
            "attendance": {"late_after": "08:30", "early_before": "17:30"},
            "households_per_grid": {"aim": 500, "tolerance": 0.2},
            "sources": [{"id": "mayor", "name": "专线"}],
        },
        "grids": [
            {
                "id": "qy",
                "name": "青云",
                "code_name": "青云",
                "code": "410108",
                "level": 1,
                "duties": [{"category": "E04", "action": "patrol", "level": 3}],
                "rooms": [{"id": "r", "name": "室", "departments": ["chengguan"]}],
                "since": "2012-05-01",
                "until": "2030-12-31",
            },
            {
                "id": "qy-1",
                "name": "北片",
                "level": 2,
                "parent": "qy",
                "households": 500,
                "residents": 1500,
                "places": [
                    {"id": "a", "name": "桥", "kind": "street", "watch": True, "point": [113.6, 34]}
                ],
            },
        ],
    },
    StaffFile: {
        "format": 1,
        "departments": [
            {
                "id": "chengguan",
                "name": "城管",
                "aliases": ["城管科"],
                "powers": [{"category": "E04", "action": "enforce", "lead": True, "basis": "条例"}],
            }
        ],
        "staff": [
            {
                "id": "p01",
                "name": "赵一",
                "home": "qy",
                "email": "p01@example.org",
                "kind": "officer",
                "days": 5,
                "posts": [
                    {
                        "grid": "qy",
                        "role": "head",
                        "since": "2012-05-01",
                        "until": "2030-12-31",
                    }
                ],
            }
        ],
    },
    Collected: BASE
    | {
        "title": "占道",
        "kind": "problem",
        "grid": "qy-1",
        "place": "a",
        "source": "patrol",
        "text": "半条路",
        "reporter": {"masked": "张**", "phone": "138****5678", "secret": True},
        "external": {"12345": "A-1"},
        "evidence": [PHOTO],
    },
    Triaged: BASE
    | {
        "outcome": "report",
        "severity": "urgent",
        "category": "E0406",
        "result": "已劝离",
        "reason": "不在辖区",
        "closure": "referred",
        "duplicate_of": "qy-20261123-aaaaa",
        "note": "急",
    },
    Filed: BASE
    | {
        "number": "青云1号",
        "was": "青云0号",
        "category": "E0406",
        "condition": 1,
        "limit": "2 urgent_hour",
        "pinned": {"catalogue": "cn@1", "calendar": "cn@2026"},
    }
    | {"note": "急"},
    Dispatched: BASE
    | {
        "lead": "chengguan",
        "assist": ["jiaojing"],
        "persons": ["p17"],
        "due": AT,
        "provisional": True,
        "routed": "E04 enforce",
        "note": "急",
    },
    Handled: BASE
    | {
        "note": "清走",
        "counts": {"摊位": "30余处"},
        "seized": {"三轮车": "1辆"},
        "evidence": [PHOTO],
        "done": "fixed",
    },
    FedBack: BASE | {"told": ["反映人"], "satisfaction": "satisfied", "note": "好"},
    Verified: BASE | {"outcome": "pass", "note": "好", "evidence": [PHOTO]},
    Evaluated: BASE | {"strip": 90, "block": 80, "lesson": "早去", "praise": "快", "note": "好"},
    Noted: BASE | {"text": "又来"},
    Linked: BASE | {"to": "qy-20261123-aaaaa", "relation": "duplicate", "note": "同一处"},
    Corrected: BASE | {"entry": 1, "field": "title", "old": "甲", "new": "乙", "reason": "写错"},
    Renumbered: BASE | {"number": "青云2号", "was": "青云1号", "note": "重号"},
    Returned: BASE | {"to": "dispatcher", "reason": "不属本单位"},
    Redispatched: BASE
    | {
        "lead": "jiaojing",
        "assist": ["chengguan"],
        "persons": ["p18"],
        "due": AT,
        "provisional": True,
        "routed": "E04 enforce",
        "note": "改派",
    },
    ExtensionRequested: BASE | {"note": "雨天"},
    Extended: BASE | {"due": AT, "provisional": True, "note": "同意"},
    ExtensionDenied: BASE | {"note": "不同意"},
    SuspensionRequested: BASE | {"until": "2026-12-31", "note": "改造"},
    Suspended: BASE | {"until": "2026-12-31", "due": AT, "provisional": True, "note": "同意"},
    SuspensionDenied: BASE | {"note": "不同意"},
    Resumed: BASE | {"due": AT, "provisional": True, "note": "提前完工"},
    DeadlineSettled: BASE | {"due": AT, "calendar": "cn@2027"},
    Urged: BASE | {"note": "请到场"},
    Supervised: BASE | {"level": "red", "note": "督办"},
    Instructed: BASE | {"text": "抓紧"},
    Escalated: BASE | {"to": "qy", "skipped": ["qy-dh"], "note": "请街道办"},
    HandedDown: BASE | {"to": "qy-dh", "note": "社区办"},
    Assisted: BASE | {"units": ["huanbao"], "note": "协办"},
    Voided: BASE | {"reason": "误登记"},
    Reopened: BASE | {"reason": "复发", "due": AT, "provisional": True},
    Appealed: BASE | {"note": "停电"},
    Decided: BASE | {"outcome": "granted", "note": "成立"},
    CalledBack: BASE | {"satisfaction": "unsatisfied", "solved": "no", "note": "又坏了"},
}
