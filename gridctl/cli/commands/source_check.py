"""`gridctl source check`: what the register of sources and the cases do not say alike."""

from gridctl.app.listing import listing
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.source_register import gaps
from gridctl.domain.source_terms import SOURCE_RULES
from gridctl.words import _

MORE = N_(
    "Systems and departments that a platform is said to merge and that are not named, sources without "
    "cases, cases whose source is not registered or was not in use on the day. Exit code 1 where "
    "anything is found."
)


def command() -> int:
    """Check; 1 where something was found, 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        read = listing(ledger, (), now, everything=True)
        found = gaps(ledger.office, read.cases, now.date())
    if session.json:
        problems = [
            {"rule": g.rule, "source": g.source, "cases": list(g.cases), "message": str(g.message)}
            for g in found
        ]
        output.say_json({"problems": problems})
    else:
        output.say_lines(
            _("{rule}: {message}").format(rule=SOURCE_RULES[gap.rule], message=gap.message)
            for gap in found
        )
        output.say_lines([] if found else [_("Register and cases say the same.")])
    output.tell_problems(read.problems)
    return 30 if read.problems else 1 if found else 0
