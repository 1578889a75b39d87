"""`gridctl record`: hand edits are checked and committed."""

from gridctl.app.recording import Registered, record
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.views.diff import diff
from gridctl.words import _

MORE = N_(
    "Settings are made to be edited by hand; what counts is what was recorded. Case files only grow: "
    "an edit may append events, which are judged like any others."
)


def command() -> None:
    """Record the edits."""
    session = current()
    done = record(session.folder, acting())
    output.warn(done.warnings)
    if session.json:
        output.say_json(
            {"files": [edit.path for edit in done.edits], "commits": list(done.commits)}
        )
    elif not done.edits:
        output.say_lines([_("Nothing to record: the folder is as it was recorded.")])
    elif session.dry_run:
        output.say_lines([_("Dry run: nothing was recorded. This would change:"), *_diff(done)])
    else:
        output.say_lines([_("Recorded: {path}").format(path=edit.path) for edit in done.edits])


def _diff(done: Registered) -> list[str]:
    return [
        line
        for edit in done.edits
        for line in diff(edit.path, edit.recorded or b"", edit.edited or b"")
    ]
