"""Next commands: how each verb is called, ready to be pasted, for hints and for the foot of `show`."""

from typing import TYPE_CHECKING

from gridctl.domain.short_forms import ShortForms
from gridctl.words import _

if TYPE_CHECKING:
    from gridctl.domain.case import Case

# Each verb's calls, one variant a line: a shell reads | and [ ] in its own way.
_CALLS: dict[str, tuple[str, ...]] = {
    "triage": ("triage {id} --category {code} --severity normal",),
    "file": ("file {id}",),
    "dispatch": ("dispatch {id}", "dispatch {id} --to {unit}"),
    "handle": ("handle {id} --note {note}", "handle {id} --note {note} --done fixed"),
    "feedback": ("feedback {id} --told {whom}",),
    "verify": ("verify {id} --pass", "verify {id} --fail --note {reason}"),
    "evaluate": ("evaluate {id} --strip {n} --block {n}",),
    "return": ("return {id} --note {reason}",),
    "redispatch": ("dispatch {id} --to {unit} --note {reason}",),
    "extend": ("extend {id} --request --note {reason}",),
    "extend-approve": ("extend {id} --approve",),
    "extend-deny": ("extend {id} --deny --note {reason}",),
    "suspend": ("suspend {id} --request --until {day} --note {reason}",),
    "suspend-approve": ("suspend {id} --approve",),
    "suspend-deny": ("suspend {id} --deny --note {reason}",),
    "resume": ("resume {id}",),
    "settle-deadline": ("calendar settle",),
    "urge": ("urge {id}",),
    "supervise": ("supervise {id} yellow", "supervise {id} red", "supervise {id} lift"),
    "instruct": ("instruct {id} {text}",),
    "escalate": ("escalate {id}",),
    "hand-down": ("hand-down {id}",),
    "assist": ("assist {id} --unit {unit}",),
    "void": ("void {id} --note {reason}",),
    "reopen": ("reopen {id} --note {reason}",),
    "appeal": ("appeal {id} --note {reason}",),
    "decide": ("decide {id} --grant", "decide {id} --deny --note {reason}"),
    "callback": ("callback {id} --satisfaction satisfied",),
    "note": ("note {id} {text}",),
}
# Which cards can be given or taken under the one that hangs.
_CARDS = {None: ("yellow", "red"), "yellow": ("red", "lift"), "red": ("lift",)}
# Who was asked answers with one of these.
ANSWERS = {
    "extension": ("extend-approve", "extend-deny"),
    "suspension": ("suspend-approve", "suspend-deny"),
    "appeal": ("decide",),
}


def variants(verb: str, case: ShortForms) -> tuple[str, ...]:
    """The commands of one verb for a case, by its short id."""
    texts = _CALLS[verb]
    if verb == "supervise":
        texts = tuple(text for text in texts if text.endswith(_CARDS[case.supervision]))
    if verb == "evaluate" and not case.lead:
        texts = tuple(text.replace(" --strip {n}", "") for text in texts)
    holes = {
        "id": case.ending,
        "code": _("CODE"),
        "unit": _("UNIT"),
        "whom": _("WHOM"),
        "n": _("SCORE"),
        "day": _("DATE"),
        "note": _("MEASURES"),
        "reason": _("REASON"),
        "text": _("TEXT"),
    }
    return tuple(f"gridctl {text.format(**holes)}" for text in texts)


def call(verb: str, case: ShortForms) -> str:
    """The first of them."""
    return variants(verb, case)[0]


def calls(case: "Case") -> tuple[str, ...]:
    """The commands that are of use now, the one that moves the case first."""
    from gridctl.domain.steps import possible  # every verb there is; one call needs none of them

    return tuple(command for verb in possible(case) for command in variants(verb, case))


def following(case: "Case") -> tuple[str, ...]:
    """The commands to come next: an answer that is waited for, a reopening that was given cause
    for, or the step that the case waits for.
    """
    from gridctl.domain.steps import possible
    from gridctl.domain.verbs.callback import CalledBack

    last = case.history[-1]
    if case.pending:
        verbs = ANSWERS[case.pending]
    elif isinstance(last, CalledBack) and last.is_dissatisfied:
        verbs = ("reopen",)
    else:
        verbs = possible(case)[:1] if case.waits else ()
    return tuple(command for verb in verbs for command in variants(verb, case))
