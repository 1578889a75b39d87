"""Strategies: any text that a person may give, and a case that holds it in every event class."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Evidence, Reporter
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

TRICKY = [
    "yes", "on", "No", "y", "n", "NULL", "null", "~", "true", "1_000", "12:30", "12:30:45", "2026-01-01",
    "2026-01-01T00:00:00Z", "2001-12-14 21:59:43.10 -5", "0x1f", "0o17", "017", "0b101", "+1", "-0", "1e5",
    "1.", ".5", "1.5e+3", ".inf", "-.INF", ".NaN", "<<", "=", "- a", "-", "--- a", "---", "...", "a: b", "a:b",
    "a:", ":a", ": a", "a #b", "#a", "a#b", "&a", "*a", "!t", "!!str 1", "a &b", "a *b", "a-&b", "a,!b", "a[*b",
    "%x", "%YAML 1.1", "@x", "`x", "[", "]", "{", "}", "[a]", "{a: b}", "a, b", "'", '"', "it's", "''", '""',
    "\\", "\\n", "|", ">", "| a", ">-", "? a", "?", "?0", "0?", "?|", "a ?", "-?", ",", "a\nb", "\n", "a\n", "\na", "a\n\nb", "a\n\n", " a", "a ",
    "a\n b", " a\nb", "a \nb", "a\n \nb", "a\r\nb", "\r", "\t", "a\tb", "\ta", "a\t", "\u3000a", "a\u3000", "\x85",
    "a\x85b", "\u2028", "a\u2029b", "\ufeff", "a\ufeff", "\u202eabc\u202c", "\u200b", "\u00a0", "\u2003a", "a\u2003",
    "\x00", "\x1b[31m", "\x7f", "\ufffe", "\uffff", "\U0001f469\u200d\U0001f692", "e\u0301", "\U000e0041",
    "\U0010ffff", "\u115f", "[red]x[/]", "=1+1", "刘寨网案〔2026〕17号", "𠮷野家", "a" * 300, "--help", "[" * 20, "- - - a",
    "key: |", "key: >", "history:", "version: 9", "# 备注", "a: 'b", 'a: "b', "'a' b", '"a" b', "a 'b", "x: [y",
]  # fmt: skip
ANY = st.characters(exclude_categories=["Cs"])
texts = (
    st.sampled_from(TRICKY)
    | st.text(ANY, min_size=1, max_size=40)
    | st.lists(st.sampled_from(TRICKY) | st.text(ANY, max_size=8), min_size=1, max_size=4)
    .map("".join)
    .filter(bool)
    | st.lists(st.sampled_from([*TRICKY, "", " ", "  "]), min_size=1, max_size=5)
    .map("\n".join)
    .filter(bool)
)
ids = st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True)
offsets = st.integers(-23 * 60, 23 * 60).map(lambda m: timezone(timedelta(minutes=m)))
BEGIN = datetime.fromisoformat("2026-11-24T08:00:00+08:00")


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


maps = st.dictionaries(texts.filter(lambda t: len(t) < 100), texts, min_size=1, max_size=3)
evidence = st.lists(
    st.builds(
        Evidence,
        name=texts,
        sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
        kind=st.sampled_from(["before", "after", "paper"]),
    ),
    max_size=2,
).map(tuple)
some = st.lists(texts, min_size=1, max_size=3).map(tuple)


later = st.integers(0, 10**8).map(lambda s: BEGIN + timedelta(days=2, seconds=s))
ORDER = {
    "lead": texts.map(lambda t: "lead" + t),
    "assist": st.lists(texts, max_size=3, unique=True).map(tuple),
    "persons": st.lists(texts, max_size=2).map(tuple),
    "due": later,
    "provisional": st.booleans(),
    "routed": maybe(st.sampled_from(["E04 enforce", "E0406 serve", "E mediate"])),
    "note": texts,
}


def said(shape: type[Event]) -> dict[str, st.SearchStrategy[Any]]:
    """What an event of this class may say."""
    return {
        Collected: {
            "title": texts,
            "kind": st.sampled_from(["problem", "hazard", "campaign"]),
            "grid": texts,
            "place": maybe(texts),
            "source": texts,
            "text": maybe(texts),
            "reporter": maybe(
                st.builds(Reporter, masked=maybe(texts), phone=maybe(texts), secret=st.booleans())
            ),
            "external": maybe(maps),
            "evidence": evidence,
        },
        Triaged: {
            "outcome": st.sampled_from(["report", "settle", "reject", "duplicate"]),
            "severity": maybe(st.sampled_from(["normal", "urgent"])),
            "category": texts,
            "result": texts,
            "reason": texts,
            "closure": maybe(st.sampled_from(["no-action", "withdrawn"])),
            "duplicate_of": texts,
            "note": maybe(texts),
        },
        Filed: {
            "number": texts,
            "was": maybe(texts),
            "category": texts,
            "condition": maybe(st.integers(1, 9)),
            "limit": st.sampled_from(["2 urgent_hour", "10 work_day"]),
            "note": maybe(texts),
            "pinned": st.builds(Pinned, catalogue=texts, calendar=texts),
        },
        Dispatched: ORDER,
        Handled: {
            "note": texts,
            "counts": maybe(maps),
            "seized": maybe(maps),
            "evidence": evidence,
            "done": maybe(st.sampled_from(["fixed", "unfounded"])),
        },
        FedBack: {
            "told": some,
            "satisfaction": maybe(st.sampled_from(["satisfied", "unsatisfied"])),
            "note": maybe(texts),
        },
        Verified: {
            "outcome": st.sampled_from(["pass", "fail"]),
            "note": maybe(texts),
            "evidence": evidence,
        },
        Evaluated: {
            "strip": st.integers(0, 100),
            "block": st.integers(0, 100),
            "lesson": maybe(texts),
            "praise": maybe(texts),
            "note": maybe(texts),
        },
        Noted: {"text": texts},
        Linked: {
            "to": texts,
            "relation": st.sampled_from(["duplicate", "related"]),
            "note": maybe(texts),
        },
        Corrected: {
            "entry": st.just(1),
            "field": st.just("title"),
            "old": st.just(PLAIN[Collected]["title"]),
            "new": texts.map(lambda t: "新" + t),
            "reason": texts,
        },
        Renumbered: {
            "number": texts.map(lambda t: "新" + t),
            "was": st.just(PLAIN[Filed]["number"]),
            "note": maybe(texts),
        },
        Returned: {"to": st.just("dispatcher"), "reason": texts},
        Redispatched: ORDER,
        ExtensionRequested: {"note": texts},
        Extended: {"due": later, "provisional": st.booleans(), "note": maybe(texts)},
        ExtensionDenied: {"note": maybe(texts)},
        SuspensionRequested: {
            "until": st.dates(date(2026, 11, 26), date(2027, 11, 22)),
            "note": texts,
        },
        Suspended: {
            "until": st.dates(date(2026, 11, 26), date(2026, 12, 31)),
            "due": later,
            "provisional": st.booleans(),
            "note": maybe(texts),
        },
        SuspensionDenied: {"note": maybe(texts)},
        Resumed: {"due": later, "provisional": st.booleans(), "note": maybe(texts)},
        DeadlineSettled: {"due": later, "calendar": texts},
        Urged: {"note": maybe(texts)},
        Supervised: {"level": st.sampled_from(["yellow", "red"]), "note": maybe(texts)},
        Instructed: {"text": texts},
        Escalated: {"to": texts.map(lambda t: "up" + t), "skipped": some, "note": maybe(texts)},
        HandedDown: {"to": texts.map(lambda t: "down" + t), "note": maybe(texts)},
        Assisted: {
            "units": st.lists(
                texts.map(lambda t: "unit" + t), min_size=1, max_size=3, unique=True
            ).map(tuple),
            "note": maybe(texts),
        },
        Voided: {"reason": texts},
        Reopened: {"reason": texts, "due": maybe(later), "provisional": st.booleans()},
        Appealed: {"note": texts},
        Decided: {"outcome": st.sampled_from(["granted", "denied"]), "note": maybe(texts)},
        CalledBack: {
            "satisfaction": st.sampled_from(["satisfied", "neutral", "unsatisfied"]),
            "solved": maybe(st.sampled_from(["yes", "no"])),
            "note": maybe(texts),
        },
    }[shape]


WITH_UNIT = (Collected, Triaged, Filed, Dispatched)
CLOSED = (*WITH_UNIT, Handled, FedBack, Verified)

# The plain events that lead to where each class may stand.
BEFORE: dict[type[Event], tuple[type[Event], ...]] = {
    Collected: (),
    Triaged: (Collected,),
    Filed: (Collected, Triaged),
    Dispatched: (Collected, Triaged, Filed),
    Handled: (Collected, Triaged, Filed, Dispatched),
    FedBack: (Collected, Triaged, Filed, Dispatched, Handled),
    Verified: (Collected, Triaged, Filed, Dispatched, Handled, FedBack),
    Evaluated: (Collected, Triaged, Filed, Dispatched, Handled, FedBack, Verified),
    Noted: (Collected, Triaged),
    Linked: (Collected, Triaged),
    Corrected: (Collected, Triaged),
    Renumbered: WITH_UNIT,
    Returned: WITH_UNIT,
    Redispatched: WITH_UNIT,
    ExtensionRequested: WITH_UNIT,
    Extended: (*WITH_UNIT, ExtensionRequested),
    ExtensionDenied: (*WITH_UNIT, ExtensionRequested),
    SuspensionRequested: WITH_UNIT,
    Suspended: (*WITH_UNIT, SuspensionRequested),
    SuspensionDenied: (*WITH_UNIT, SuspensionRequested),
    Resumed: (*WITH_UNIT, SuspensionRequested, Suspended),
    DeadlineSettled: WITH_UNIT,
    Urged: WITH_UNIT,
    Supervised: WITH_UNIT,
    Instructed: WITH_UNIT,
    Escalated: (Collected,),
    HandedDown: (Collected, Escalated),
    Assisted: WITH_UNIT,
    Voided: WITH_UNIT,
    Reopened: CLOSED,
    Appealed: CLOSED,
    Decided: (*CLOSED, Appealed),
    CalledBack: CLOSED,
}
PLAIN: dict[type[Event], dict[str, Any]] = {
    Collected: {"title": "占道", "kind": "problem", "grid": "qy-1", "source": "patrol"},
    Triaged: {"outcome": "report", "category": "E0406"},
    Filed: {
        "number": "1号",
        "category": "E0406",
        "limit": "2 urgent_hour",
        "pinned": Pinned(catalogue="cn@1", calendar="cn@2026"),
    },
    Dispatched: {"lead": "chengguan", "due": BEGIN + timedelta(days=1), "provisional": True},
    Handled: {"note": "去了", "done": "fixed"},
    FedBack: {"told": ("他",)},
    Verified: {"outcome": "pass"},
    ExtensionRequested: {"note": "雨天"},
    SuspensionRequested: {"until": date(2026, 12, 31), "note": "改造"},
    Suspended: {"until": date(2026, 12, 31), "due": BEGIN + timedelta(days=40)},
    Escalated: {"to": "qy"},
    Appealed: {"note": "停电"},
}


@st.composite
def cases(draw: st.DrawFn, shape: type[Event]) -> Case:
    """A sound case whose last event is of that class and says anything."""
    case: Case | None = None
    way = BEFORE[shape]
    for n, each in enumerate((*way, shape), 1):
        last = n == len(way) + 1
        moment = BEGIN + timedelta(minutes=n)
        own = {key: draw(value) for key, value in said(each).items()} if last else PLAIN[each]
        event = each(
            n=n,
            at=moment.astimezone(draw(offsets)) if last else moment,
            by=draw(texts) if last else f"p{n}",
            entered=draw(maybe(texts)) if last else None,
            **own,
        )
        case = advance(case, event) if case else begin("qy-20261124-k7qf2", event)  # type: ignore[arg-type]
    assert case
    return case
