"""`gridctl today`: one person's plan of the day."""

from gridctl.app.opening import open_ledger
from gridctl.app.today import today
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.options import Whose
from gridctl.cli.reading import moment, person_asked, warn_unrecorded
from gridctl.cli.session import current
from gridctl.views import day_page

MORE = N_(
    "What is overdue, due today and within two working days in your grids and your unit, what resumed "
    "today, what waits in your inbox, the places to watch, and the next days off."
)


def command(staff: Whose = None) -> int:
    """Show the plan; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        found = today(ledger, person_asked(ledger, staff, now.date()), now)
    if session.json:
        output.say_json(day_page.answer(found.morning, found.parts))
    else:
        output.say_lines(day_page.lines(found.morning, found.parts))
    output.tell_problems(found.problems)
    return 30 if found.problems else 0
