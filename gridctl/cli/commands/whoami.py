"""`gridctl whoami`: whom the ledger takes this clone's person for."""

from gridctl.app.opening import open_ledger
from gridctl.app.whoami import whoami
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.views import whoami_page

MORE = N_(
    "The address that git has for this clone is looked up in staff.yaml. Where that gives keys, "
    "whatever is recorded in this clone is signed with one of them."
)


def command() -> None:
    """Say it."""
    session = current()
    with open_ledger(session.folder) as ledger:
        warn_unrecorded(ledger)
        found = whoami(ledger, moment(ledger).date())
        office = ledger.office
    if session.json:
        output.say_json(whoami_page.as_object(found))
    else:
        output.say_lines(whoami_page.lines(found, office))
