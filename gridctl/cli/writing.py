"""Writing: one way from a writing command to the write path and back to an answer."""

from collections.abc import Callable, Sequence

from gridctl.app.acting import Acting
from gridctl.app.change import Recorded, change, each_case
from gridctl.app.desk import Desk
from gridctl.cli import calling
from gridctl.cli.session import current
from gridctl.domain.case import Case
from gridctl.words import _


def acting(*, mask: bool = False) -> Acting:
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
    )


def on_cases(
    ids: Sequence[str], decide: Callable[[Desk, Case], object], *, mask: bool = False
) -> None:
    """Decide on each case named, record all in one commit, and answer."""
    if ids:
        record(each_case(ids, decide), mask=mask, several=len(ids) > 1)
    elif current().json:
        calling.say_json([])


def record(decide: Callable[[Desk], object], *, mask: bool = False, several: bool = False) -> None:
    """Record what is decided, and answer with a line or an object a case."""
    done = change(current().folder, acting(mask=mask), decide)
    calling.warn(done.warnings)
    if current().json:
        answers = [_object(done, case_id) for case_id in _ids(done)]
        calling.say_json(answers if several else answers[0])
    else:
        calling.say_lines(_lines(done))


def _ids(done: Recorded) -> list[str]:
    return [changed.case.id for changed in done.changes]


def _object(done: Recorded, case_id: str) -> dict[str, object]:
    from gridctl.views.outcome import result

    changed = next(each for each in done.changes if each.case.id == case_id)
    did = [each.event.did for each in done.placed if each.after.id == case_id]
    answer = result(changed.case, did, done.commit)
    return answer | {"diff": _diff(done)} if done.commit is None else answer


def _lines(done: Recorded) -> list[str]:
    from gridctl.views.outcome import told

    if done.commit is None:
        return [_("Dry run: nothing was recorded. This would change:"), *_diff(done)]
    lines: list[str] = []
    for changed in done.changes:
        did = [each.event.did for each in done.placed if each.after.id == changed.case.id]
        lines += told(changed.case, did)
    return lines


def _diff(done: Recorded) -> list[str]:
    from gridctl.views.diff import diff

    return [line for each in done.changes for line in diff(each.path, each.before, each.after)]
