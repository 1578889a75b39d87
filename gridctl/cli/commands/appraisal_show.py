"""`gridctl appraisal show`: the method in force, its terms, exemptions and marks."""

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current


def command() -> None:
    """Show it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        from gridctl.views import scoring_page

        if session.json:
            output.say_json(scoring_page.answer(ledger.scoring))
        else:
            output.say_lines(scoring_page.lines(ledger.scoring, ledger.names))
