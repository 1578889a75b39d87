"""`gridctl diff`: what differs between two states, by meaning and not line by line."""

from gridctl.app.between import between
from gridctl.app.changes import changes
from gridctl.app.earlier import under_sound_settings
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.reading import moment, warn_shallow, warn_unrecorded
from gridctl.cli.session import current
from gridctl.cli.spans import Face, RangeWord


def command(range_: RangeWord = None, face: Face = "text") -> None:
    """Tell it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as opened:
        warn_unrecorded(opened)
        warn_shallow(opened)
        ledger = under_sound_settings(opened)
        found = changes(ledger, between(ledger, range_, moment(ledger).date()))
        office = ledger.office
    if session.json:
        from gridctl.views.changes_json import answer

        output.say_json(answer(found))
        return
    from gridctl.views import changes_page

    told = changes_page.markdown if face == "md" else changes_page.page
    output.say_lines(told(found, office))
