"""`gridctl resolve`: a merge or rebase of plain git that stopped is given up for a replay."""

from gridctl.app.opening import open_ledger
from gridctl.app.resolving import resolve
from gridctl.cli import held_back, output
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.domain.terms import STOPS
from gridctl.views import sync_page
from gridctl.words import _, say

MORE = N_(
    "Two edits of one case stop a plain git merge, since both append in the same place. This gives the "
    "merge up, puts your entries on top of the other side's, and holds back what does not follow. What "
    "you had written into files meanwhile is put aside and named."
)


def command() -> int:
    """Resolve; 1 where something was held back or not taken."""
    session = current()
    done = resolve(session.folder, acting())
    taken = done.taken
    output.warn(
        (
            *taken.warnings,
            *(say("Put aside, as it stood: {path}", path=path) for path in done.aside),
        )
    )
    if session.json:
        output.say_json(
            {
                "gave_up": done.what,
                "head": taken.tip,
                "fetched": taken.fetched,
                "replayed": taken.replayed,
                "renumbered": [each._asdict() for each in taken.renumbered],
                "held": held_back.objects(taken.held),
                "incoming": held_back.violation_objects(taken.violations),
                "aside": list(done.aside),
            }
        )
    else:
        with open_ledger(session.folder) as ledger:
            output.say_lines(
                [
                    _("Given up: {what} of git").format(what=STOPS[done.what]),
                    *held_back.violation_lines(
                        taken.violations, say("Nothing was taken: what came breaks the rules.")
                    ),
                    _("Received: {fetched}; put on top: {replayed}").format(
                        fetched=taken.fetched, replayed=taken.replayed
                    ),
                    *(sync_page.renumbered(*each) for each in taken.renumbered),
                    *held_back.lines(taken.held, ledger.office),
                    _("Next: {command}").format(command="gridctl sync"),
                ]
            )
    return 1 if taken.held or taken.violations else 0
