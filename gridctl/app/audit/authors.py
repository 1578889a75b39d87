"""Authors: whoever records is in the staff file of the commit before."""

from collections.abc import Iterator

from gridctl.app.audit.act import Act
from gridctl.domain.violation import Violation
from gridctl.words import say


def check_author(act: Act) -> Iterator[Violation]:
    """The author's address is that of a member of staff."""
    if act.entry is None:
        author = act.commit.author
        message = say(
            "{name} <{email}> is not in the staff.yaml of the commit before.",
            name=author.name,
            email=author.email,
        )
        yield act.broken("R02", message)
