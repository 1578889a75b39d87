"""Writing: one way from a writing command to the write path and back to an answer."""

import sys
from collections.abc import Callable, Iterator

from gridctl.app.acting import Acting
from gridctl.app.change import Changed, Recorded, change, each_case
from gridctl.app.desk import Desk
from gridctl.cli import calling, output
from gridctl.cli.session import current
from gridctl.domain.case import Case
from gridctl.domain.hints import Hints
from gridctl.words import _

Beside = Callable[[Case], Hints]


def acting(*, mask: bool = False, unit: str | None = None) -> Acting:
    """Who acts, who types and when, from the session."""
    session = current()
    return Acting(
        now=session.now,
        actor=session.actor,
        at=session.at,
        fixed_clock=session.fixed_clock,
        id_seed=session.id_seed,
        if_version=session.if_version,
        dry_run=session.dry_run,
        mask=mask,
        unit=unit,
    )


def on_cases(
    cases: calling.Cases,
    decide: Callable[[Desk, Case], object],
    *,
    mask: bool = False,
    unit: str | None = None,
) -> None:
    """Decide on each case named, record all in one commit, and answer."""
    if cases.ids:
        record(each_case(cases.ids, decide), mask=mask, unit=unit, several=cases.several)
    elif current().json:
        output.say_json([])


def record(
    decide: Callable[[Desk], object],
    *,
    mask: bool = False,
    unit: str | None = None,
    several: bool = False,
    beside: Beside = lambda _case: Hints(),
) -> None:
    """Record what is decided, and answer with a line or an object a case.

    `beside` finds what else a person should know of a case once it is recorded.
    """
    done = change(current().folder, acting(mask=mask, unit=unit), decide)
    output.warn((*done.warnings, *done.remarks))
    if current().json:
        answers = [_object(done, changed, beside) for changed in done.changes]
        output.say_json(answers if several else answers[0])
    elif done.commit is None:
        output.say_lines(_dry(done))
    else:
        for changed in done.changes:
            _tell(done, changed, beside)


def _did(done: Recorded, changed: Changed) -> list[str]:
    return [each.event.did for each in done.placed if each.after.id == changed.case.id]


def _object(done: Recorded, changed: Changed, beside: Beside) -> dict[str, object]:
    from gridctl.views.outcome import hints, result

    answer = result(changed.case, _did(done, changed), done.commit)
    if done.commit is None:
        return answer | {"diff": _diff(changed)}
    return answer | _routing(done, changed) | hints(beside(changed.case))


def _routing(done: Recorded, changed: Changed) -> dict[str, object]:
    """What the duty matrix said, where it was asked."""
    from gridctl.views.routing_lines import as_object

    found = done.routes.get(changed.case.id)
    return {"routing": as_object(found)} if found else {}


def _tell(done: Recorded, changed: Changed, beside: Beside) -> None:
    """The answer, and only then what has to be looked for."""
    from gridctl.views.outcome import following, told

    output.say_lines(told(changed.case, _did(done, changed), shared=not done.apart))
    sys.stdout.flush()
    output.say_lines(
        following(changed.case, beside(changed.case), done.routes.get(changed.case.id))
    )


def _dry(done: Recorded) -> Iterator[str]:
    yield _("Dry run: nothing was recorded. This would change:")
    for changed in done.changes:
        yield from _diff(changed)


def _diff(changed: Changed) -> list[str]:
    from gridctl.views.diff import diff

    return list(diff(changed.path, changed.before, changed.after))
