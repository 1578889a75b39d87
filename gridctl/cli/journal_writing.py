"""Journal writing: one way from a command that notes something down to the write path and back."""

from gridctl.app.journal_change import Decide, Kept, change_journal
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.views import journal_outcome
from gridctl.views.diff import diff
from gridctl.words import _


def keep(decide: Decide, *, mask: bool = False, several: bool = False) -> None:
    """Record what is decided, and answer with a line or an object an entry."""
    session = current()
    done = change_journal(session.folder, acting(mask=mask), decide)
    output.warn(done.warnings)
    if session.json:
        answers = _objects(done)
        output.say_json(answers if several or len(answers) > 1 else answers[0])
    elif done.commit is None:
        output.say_lines([_("Dry run: nothing was recorded. This would change:"), *_diff(done)])
    else:
        with open_ledger(session.folder) as ledger:
            output.say_lines(journal_outcome.told(done.noted, ledger.office))


def _objects(done: Kept) -> list[dict[str, object]]:
    found = [
        journal_outcome.result(each.key, each.event) | {"commit": done.commit}
        for each in done.noted
    ]
    if done.commit is None:
        return [each | {"diff": _diff(done)} for each in found]
    return found


def _diff(done: Kept) -> list[str]:
    return [line for each in done.files for line in diff(each.path, each.before, each.after)]
