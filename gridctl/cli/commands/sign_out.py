"""`gridctl sign out`: going."""

from gridctl.app.signing import sign_out
from gridctl.cli.journal_writing import keep
from gridctl.cli.marks import N_
from gridctl.cli.options import Whom
from gridctl.domain.texts import parted

MORE = N_("Of several on one day the last counts.")


def command(whom: Whom = None) -> None:
    """Sign out."""
    keep(sign_out(parted(whom or ())), several=bool(whom))
