"""Reporting day: the day as of which a report knows what is over."""

from datetime import date, datetime

from gridctl.app.ledger import Ledger


def reporting_day(ledger: Ledger, now: datetime) -> date:
    """Today; of a past state the day of its commit, so that its reports come out again alike."""
    return ledger.local(ledger.commit.committed_at if ledger.as_of else now).date()
