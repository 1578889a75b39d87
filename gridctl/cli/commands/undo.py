"""`gridctl undo`: one's own last entry is taken back."""

from gridctl.app.undoing import undo
from gridctl.cli import output
from gridctl.cli.faults import spoken
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.words import _

MORE = N_(
    "Within 15 minutes, once in a row, and only while nobody else has it. Anything else is mended by "
    "gridctl correct. What was taken back stays under refs/gridctl/undone."
)


def command() -> None:
    """Take it back."""
    session = current()
    done = undo(session.folder, acting())
    output.warn(done.warnings)
    if session.json:
        output.say_json({"commit": done.commit, "subject": done.subject, "files": list(done.files)})
        return
    line = (
        _("This would be taken back: {subject}") if session.dry_run else _("Taken back: {subject}")
    )
    output.say_lines(
        [line.format(subject=spoken(done.told)), *(f"  {path}" for path in done.files)]
    )
