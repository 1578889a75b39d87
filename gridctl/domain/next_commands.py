"""Next commands: how each verb is called, ready to be pasted, for hints and for the foot of `show`."""

from gridctl.domain.case import Case
from gridctl.domain.steps import MOVES, position

_CALLS = {
    "triage": "gridctl triage {id} --category CODE --severity normal",
    "file": "gridctl file {id}",
    "dispatch": "gridctl dispatch {id} --to UNIT",
    "handle": 'gridctl handle {id} --note "…" [--done fixed]',
    "feedback": "gridctl feedback {id} --told WHOM",
    "verify": "gridctl verify {id} --pass | --fail",
    "evaluate": "gridctl evaluate {id} --strip N --block N",
    "note": 'gridctl note {id} "…"',
}


def call(verb: str, case: Case) -> str:
    """The command of one verb for a case, by its short id."""
    text = _CALLS[verb].format(id=case.ending)
    return text.replace(" --strip N", "") if verb == "evaluate" and not case.lead else text


def calls(case: Case) -> tuple[str, ...]:
    """The commands that the position of the case allows, the one that moves it first."""
    return tuple(call(verb, case) for verb in (*MOVES[position(case)], "note"))
