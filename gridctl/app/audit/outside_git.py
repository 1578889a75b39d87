"""Outside git: what holds names and photos of residents was never recorded, nor what some machines
would take for a file of the ledger.
"""

from collections.abc import Iterable, Iterator

from gridctl.app.audit.act import broken
from gridctl.app.outside import FOLDERS
from gridctl.app.own_names import twin_of
from gridctl.domain.violation import Violation
from gridctl.git.history import Change
from gridctl.git.objects import Commit
from gridctl.words import say


def check_outside(commit: Commit, changes: Iterable[Change]) -> Iterator[Violation]:
    """Nothing under private/ and evidence/ was recorded, and nothing that differs in capitals alone
    from the ledger's own names.
    """
    for path, _old, new in changes:
        if new and path.partition("/")[0] in FOLDERS:
            yield broken(commit, "P03", say("What is in here must not be in git."), path)
        elif new and (own := twin_of(path)):
            message = say("Some machines take it for {name}: only the capitals differ.", name=own)
            yield broken(commit, "F10", message, path)
