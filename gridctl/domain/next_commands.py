"""Next commands: how each verb is called, ready to be pasted, for hints and for the foot of `show`."""

from gridctl.domain.case import Case
from gridctl.domain.steps import possible
from gridctl.words import _

_CALLS = {
    "triage": "gridctl triage {id} --category {code} --severity normal",
    "file": "gridctl file {id}",
    "dispatch": "gridctl dispatch {id} [--to {unit}]",
    "handle": 'gridctl handle {id} --note "…" [--done fixed]',
    "feedback": "gridctl feedback {id} --told {whom}",
    "verify": "gridctl verify {id} --pass | --fail",
    "evaluate": "gridctl evaluate {id} --strip {n} --block {n}",
    "return": 'gridctl return {id} --note "…"',
    "redispatch": 'gridctl dispatch {id} --to {unit} --note "…"',
    "extend": 'gridctl extend {id} --request --note "…"',
    "extend-approve": "gridctl extend {id} --approve",
    "extend-deny": "gridctl extend {id} --deny",
    "suspend": 'gridctl suspend {id} --request --until {day} --note "…"',
    "suspend-approve": "gridctl suspend {id} --approve",
    "suspend-deny": "gridctl suspend {id} --deny",
    "resume": "gridctl resume {id}",
    "settle-deadline": "gridctl calendar settle",
    "urge": "gridctl urge {id}",
    "supervise": "gridctl supervise {id} yellow | red | lift",
    "instruct": 'gridctl instruct {id} "…"',
    "escalate": "gridctl escalate {id}",
    "hand-down": "gridctl hand-down {id}",
    "assist": "gridctl assist {id} --unit {unit}",
    "void": 'gridctl void {id} --note "…"',
    "reopen": 'gridctl reopen {id} --note "…"',
    "appeal": 'gridctl appeal {id} --note "…"',
    "decide": "gridctl decide {id} --grant | --deny",
    "callback": "gridctl callback {id} --satisfaction satisfied",
    "note": 'gridctl note {id} "…"',
}


def call(verb: str, case: Case) -> str:
    """The command of one verb for a case, by its short id."""
    text = _CALLS[verb]
    if verb == "evaluate" and not case.lead:
        text = text.replace(" --strip {n}", "")
    return text.format(
        id=case.ending, code=_("CODE"), unit=_("UNIT"), whom=_("WHOM"), n=_("SCORE"), day=_("DATE")
    )


def calls(case: Case) -> tuple[str, ...]:
    """The commands that are of use now, the one that moves the case first."""
    return tuple(call(verb, case) for verb in possible(case))
