"""`gridctl mend`: a case that plain git altered, broke or removed is put back whole."""

from collections.abc import Iterator

from gridctl.app.mending import Mended, PutBack, mend
from gridctl.cli import output
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.views import mending_page
from gridctl.views.diff import diff
from gridctl.words import _

MORE = N_(
    "It finds the last good history of each case, puts it back, and behind it whatever was legally "
    "recorded since. What altered it stays on record, and the audit goes on naming it. For the "
    "dispatcher of the grid."
)


def command(ids: Ids = None) -> None:
    """Put the cases back."""
    session = current()
    cases = case_ids(ids)
    if not cases.ids:
        output.say_lines(["[]"] if session.json else [])
        return
    done = mend(session.folder, acting(), cases.ids)
    output.warn(done.warnings)
    if session.json:
        found = [_object(each, done.commit) for each in done.cases]
        output.say_json(found if cases.several else found[0])
    else:
        output.say_lines(_lines(done))


def _object(each: PutBack, commit: str | None) -> dict[str, object]:
    answer = mending_page.as_object(each.case, each.path, each.kept, each.left)
    shown = {} if commit else {"diff": list(diff(each.path, each.before, each.after))}
    return answer | {"commit": commit} | shown


def _lines(done: Mended) -> Iterator[str]:
    if done.commit is None:
        yield _("Dry run: nothing was recorded. This would change:")
    for each in done.cases:
        yield from mending_page.put_back(each.case, each.kept, each.left, done.office)
        if done.commit is None:
            yield from diff(each.path, each.before, each.after)
    if done.commit:
        yield _("Next: {command}").format(command="gridctl audit")
