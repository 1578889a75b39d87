"""Guard page: which refs of a push are turned away, and that nothing of it was taken."""

from collections.abc import Iterator

from gridctl.domain.guard import Turned
from gridctl.domain.hidden import visible
from gridctl.words import _


def of_ref(turned: Turned) -> Iterator[str]:
    """The ref, the rule, and what to do."""
    yield visible(f"{turned.ref}: [{turned.rule}] {turned.message}")
    yield visible(f"  {turned.remedy}")
    yield ""


def nothing_taken() -> str:
    """A push is taken whole or not at all."""
    return _("Nothing of this push was taken.")
