"""Case number: how the number of a case is shown, with whether it is for good."""

from gridctl.domain.case import Case
from gridctl.domain.hidden import visible
from gridctl.words import _, aside


def case_number(case: Case, *, shared: bool = True) -> str:
    """The number; one that the server does not have yet may still become another."""
    if case.number is None:
        return _("no number yet")
    return visible(case.number) if shared else aside(visible(case.number), _("not synced"))
