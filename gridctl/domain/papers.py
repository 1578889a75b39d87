"""Papers: what a case must have before its order, reminder, supervision order or dossier is printed."""

from collections.abc import Callable

from gridctl.domain.case import Case
from gridctl.domain.paper_facts import reporter_of
from gridctl.domain.steps import possible
from gridctl.domain.terms import PAPERS
from gridctl.domain.texts import key_of
from gridctl.errors import NotFound, Refused
from gridctl.words import Both, Message, say

NAMING_REPORTERS = ("dispatch", "dossier")  # who gets the others has no need to call anybody
FORMS = {key: Both(title.zh.removeprefix("案件"), title.en) for key, title in PAPERS.items()}


def form_of(word: str) -> str:
    """The key of a paper by key or name; Usage with a suggestion."""
    return key_of(word.strip().removeprefix("案件"), FORMS, "--form")


def check_printable(case: Case, form: str) -> None:
    """Refuses a paper that would say what does not hold. The case is as it stands on the day."""
    check = _CHECKS.get(form)
    if check:
        check(case)


def is_reprint(case: Case) -> bool:
    """Whether the units have done their part, so that an order is but a copy for the file."""
    return case.waits != "handle"


def _refused(message: Message, hint: Message) -> Refused:
    return Refused("O01", message, hint)


def _whole(case: Case) -> Message:
    return say(
        "Print the whole case instead: gridctl print {case} --form dossier", case=case.ending
    )


def _check_order(case: Case) -> None:
    """A closed case may have a copy of its order; what became void had none to be carried out."""
    if case.state == "void":
        raise _refused(
            say("{case} is void, so there is no order to print.", case=case.ending), _whole(case)
        )
    if not case.lead:
        raise _refused(
            say("{case} is with no unit, so there is no order to print.", case=case.ending),
            _toward_a_unit(case),
        )


def _toward_a_unit(case: Case) -> Message:
    """The command that brings a case nearer to a unit; where none does, its dossier."""
    verbs = possible(case)
    if "file" in verbs:
        return say("File and dispatch it first: gridctl file {case} --to UNIT", case=case.ending)
    if "dispatch" in verbs or "redispatch" in verbs:
        return say("Dispatch it first: gridctl dispatch {case} --to UNIT", case=case.ending)
    if "triage" in verbs:
        return say("Triage it first: gridctl triage {case} --category CODE", case=case.ending)
    return _whole(case)


def _check_reminder(case: Case) -> None:
    if case.state == "suspended":
        raise _refused(
            say(
                "{case} is put aside until {until}, so nobody is to be reminded.",
                case=case.ending,
                until=case.until,
            ),
            say("To go on before that: gridctl resume {case}", case=case.ending),
        )
    if case.waits not in ("triage", "handle", "feedback"):
        raise _refused(
            say("{case} waits for no unit or grid, so nobody is to be reminded.", case=case.ending),
            say("See where it stands: gridctl show {case}", case=case.ending),
        )


def _check_card(case: Case) -> None:
    if case.state in ("closed", "void"):
        raise _refused(
            say("{case} is over, so there is no supervision order to print.", case=case.ending),
            _whole(case),
        )
    if not case.supervision:
        raise _refused(
            say("{case} is not under supervision.", case=case.ending),
            say("Put it there first: gridctl supervise {case} yellow", case=case.ending),
        )


_CHECKS: dict[str, Callable[[Case], None]] = {
    "dispatch": _check_order,
    "urge": _check_reminder,
    "supervise": _check_card,
}


def check_reporter_may_be_named(case: Case) -> None:
    """Refuses the name and number of who asked for secrecy; NotFound where nobody left one."""
    reporter = reporter_of(case)
    if reporter and reporter.secret:
        raise Refused(
            "O02",
            say("Who reported {case} asked for secrecy.", case=case.ending),
            say("Print it without --with-reporter; the office passes messages on."),
        )
    if not reporter:
        raise NotFound(
            say("Nobody is taken down as the reporter of {case}.", case=case.ending),
            say("Print it without --with-reporter."),
        )
