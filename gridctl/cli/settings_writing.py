"""Settings writing: one way from a command that edits settings to the write path and back to an answer."""

from gridctl.app.settings_change import Decide, change_settings
from gridctl.cli import output
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.views.diff import diff
from gridctl.words import _


def change(decide: Decide) -> None:
    """Record the edit, and answer with a line or an object."""
    session = current()
    done = change_settings(session.folder, acting(), decide)
    output.warn((*done.warnings, *done.remarks))
    path, before, after = done.edit
    changed = list(diff(path, before or b"", after or b""))
    if session.json:
        answer: dict[str, object] = {"file": path, "commit": done.commit}
        output.say_json(answer if done.commit else answer | {"diff": changed})
    elif before == after:
        output.say_lines([str(done.told)])
    elif done.commit is None:
        output.say_lines([_("Dry run: nothing was recorded. This would change:"), *changed])
    else:
        output.say_lines([str(done.told)])
