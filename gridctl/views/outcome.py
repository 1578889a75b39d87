"""Outcome: what a writing command says it did, and what comes next."""

from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.hidden import visible
from gridctl.domain.hints import Hints
from gridctl.domain.next_commands import ANSWERS
from gridctl.domain.next_commands import following as next_calls
from gridctl.domain.rights import RIGHTS
from gridctl.domain.routing import Route
from gridctl.domain.terms import EVENTS, REQUESTS
from gridctl.views import routing_lines
from gridctl.views.case_json import plain
from gridctl.views.case_number import case_number
from gridctl.views.case_rows import standing
from gridctl.words import _, listed


def told(case: Case, did: Sequence[str], *, shared: bool = True) -> Iterator[str]:
    """What was done, and where the case stands; `shared`: whether the server has its number."""
    done = listed([EVENTS[each] for each in did])
    number = f"  {case_number(case, shared=shared)}" if case.number else ""
    yield f"{case.ending}  {done}  v{case.version}{number}  {visible(case.title)}"
    due = (
        _(", due {when}").format(when=f"{case.due:%Y-%m-%d %H:%M}")
        if case.due and case.waits == "handle"
        else ""
    )
    yield f"  {standing(facts_of(case), case.history[-1].at)}{due}"


def following(case: Case, found: Hints, route: Route | None = None) -> Iterator[str]:
    """Who has to answer, what the duty matrix says, the next commands, with the category or unit that
    was found for them, and what else was found.
    """
    if case.pending:
        who = RIGHTS[ANSWERS[case.pending][0]].who
        yield "  " + _("{request}; to be answered by: {who}").format(
            request=REQUESTS[case.pending], who=who
        )
    if route:
        said = routing_lines.of_order if case.lead else routing_lines.of_waiting
        yield from (f"  {line}" for line in said(route))
    line = _("Next: {command}")
    code = found.categories[0].code if found.categories else _("CODE")
    commands = next_calls(case)
    if route and not case.lead:
        commands = (routing_lines.next_order(route, case.ending),)
    for command in commands:
        yield "  " + line.format(command=command.replace(_("CODE"), code))
        line = _("or: {command}")
    yield from _hinted(found)


def result(case: Case, did: Sequence[str], commit: str | None) -> dict[str, Any]:
    """The same as an object with stable keys."""
    return {
        "id": case.id,
        "version": case.version,
        "did": list(did),
        "number": case.number,
        "step": case.step,
        "waits": case.waits,
        "state": case.state,
        "closure": case.closure,
        "due": plain(case.due),
        "commit": commit,
    }


def _hinted(found: Hints) -> Iterator[str]:
    """The categories that the text suggests, and cases that may be the same."""
    if found.categories:
        shown = [f"{category.code} {category.name}" for category in found.categories]
        yield "  " + _("Suggested categories: {categories}").format(categories=listed(shown))
    for other in found.similar:
        line = _("Maybe the same: {id} {title} ({standing}); if so: {command}")
        command = f"gridctl triage {found.ending} --duplicate-of {other.ending}"
        yield "  " + line.format(
            id=other.ending,
            title=visible(other.title),
            standing=standing(other, other.begun),
            command=command,
        )


def hints(found: Hints) -> dict[str, Any]:
    """The same in JSON; nothing where there was nothing to look for."""
    if not found.ending:
        return {}
    return {
        "suggested": [category.code for category in found.categories],
        "similar": [other.id for other in found.similar],
    }
