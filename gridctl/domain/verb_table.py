"""The table of verbs: what each one records, moves and refuses, and which event is whose."""

from collections.abc import Callable
from typing import Any, NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.verbs import (
    appeal,
    assist,
    callback,
    collect,
    correct,
    dispatch,
    escalate,
    evaluate,
    extend,
    feedback,
    file,
    handle,
    instruct,
    link,
    note,
    redispatch,
    renumber,
    reopen,
    return_,
    settle_deadline,
    supervise,
    suspend,
    triage,
    urge,
    verify,
    void,
)
from gridctl.errors import Refused


class Verb(NamedTuple):
    """What one verb records, what it moves, what it refuses of an event, and when it is of no use."""

    event: type[Event]
    effect: Callable[[Case, Any], Case]
    guard: Callable[[Case, Any], None] | None = None
    ready: Callable[[Case], Refused | None] | None = None


VERBS: dict[str, Verb] = {
    "triage": Verb(triage.Triaged, triage.effect, triage.guard),
    "file": Verb(file.Filed, file.effect, file.guard),
    "dispatch": Verb(dispatch.Dispatched, dispatch.effect, dispatch.guard, dispatch.ready),
    "redispatch": Verb(
        redispatch.Redispatched, redispatch.effect, redispatch.guard, redispatch.ready
    ),
    "handle": Verb(handle.Handled, handle.effect, handle.guard),
    "feedback": Verb(feedback.FedBack, feedback.effect),
    "verify": Verb(verify.Verified, verify.effect, verify.guard),
    "evaluate": Verb(evaluate.Evaluated, evaluate.effect, evaluate.guard),
    "note": Verb(note.Noted, note.effect),
    "link": Verb(link.Linked, link.effect, link.guard),
    "correct": Verb(correct.Corrected, correct.effect, correct.guard),
    "renumber": Verb(renumber.Renumbered, renumber.effect, renumber.guard),
    "return": Verb(return_.Returned, return_.effect, return_.guard),
    "extend": Verb(
        extend.ExtensionRequested,
        extend.effect_of_request,
        extend.guard_request,
        extend.ready_to_request,
    ),
    "extend-approve": Verb(
        extend.Extended, extend.effect_of_grant, extend.guard_answer, extend.ready_to_answer
    ),
    "extend-deny": Verb(
        extend.ExtensionDenied, extend.effect_of_denial, extend.guard_answer, extend.ready_to_answer
    ),
    "suspend": Verb(
        suspend.SuspensionRequested,
        suspend.effect_of_request,
        suspend.guard_request,
        suspend.ready_to_request,
    ),
    "suspend-approve": Verb(
        suspend.Suspended, suspend.effect_of_approval, suspend.guard_answer, suspend.ready_to_answer
    ),
    "suspend-deny": Verb(
        suspend.SuspensionDenied,
        suspend.effect_of_denial,
        suspend.guard_answer,
        suspend.ready_to_answer,
    ),
    "resume": Verb(suspend.Resumed, suspend.effect_of_resumption),
    "settle-deadline": Verb(
        settle_deadline.DeadlineSettled, settle_deadline.effect, None, settle_deadline.ready
    ),
    "urge": Verb(urge.Urged, urge.effect),
    "supervise": Verb(supervise.Supervised, supervise.effect, supervise.guard),
    "instruct": Verb(instruct.Instructed, instruct.effect),
    "escalate": Verb(escalate.Escalated, escalate.effect_up, escalate.guard),
    "hand-down": Verb(
        escalate.HandedDown, escalate.effect_down, escalate.guard, escalate.ready_to_hand_down
    ),
    "assist": Verb(assist.Assisted, assist.effect, assist.guard),
    "void": Verb(void.Voided, void.effect),
    "reopen": Verb(reopen.Reopened, reopen.effect),
    "appeal": Verb(appeal.Appealed, appeal.effect_of_appeal, None, appeal.ready_to_appeal),
    "decide": Verb(
        appeal.Decided, appeal.effect_of_decision, appeal.guard_decision, appeal.ready_to_decide
    ),
    "callback": Verb(callback.CalledBack, callback.effect),
}
VERB_OF: dict[str, str] = {verb.event.did: name for name, verb in VERBS.items()} | {
    "collected": "collect"
}
EVENTS: dict[str, type[Event]] = {verb.event.did: verb.event for verb in VERBS.values()} | {
    "collected": collect.Collected
}
