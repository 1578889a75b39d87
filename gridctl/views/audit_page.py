"""Audit page: what each commit did against the rules, and what an audit leaves open."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridctl.domain.hidden import visible
from gridctl.domain.moments import minute
from gridctl.domain.rules import RULES
from gridctl.domain.violation import Violation
from gridctl.words import Message, _

_SHORT = 10  # characters of a commit's id


def of_commit(
    commit: str, author: str, recorded: datetime, found: Sequence[Violation]
) -> Iterator[str]:
    """The commit, and under it each violation with its rule, what it says, and what to do."""
    yield visible(f"{commit[:_SHORT]}  {author}  {minute(recorded)}")
    for each in found:
        place = f"{each.path}: " if each.path else ""
        yield visible(f"  [{each.rule}] {place}{each.message}")
        yield "      " + _("Rule: {rule}").format(rule=RULES[each.rule])
        if each.remedy:
            yield visible(f"      {each.remedy}")


def summary(commits: int, violations: int) -> str:
    """How much was looked at, and what came of it."""
    if violations:
        return _("Commits audited: {commits}; violations: {violations}").format(
            commits=commits, violations=violations
        )
    return _("Commits audited: {commits}; nothing recorded was altered").format(commits=commits)


def not_proved(unproven: Sequence[Message]) -> str:
    """One line on what git alone cannot prove."""
    reasons = _("; ").join(str(each) for each in unproven)
    return _("Not proved: {reasons}.").format(reasons=reasons)
