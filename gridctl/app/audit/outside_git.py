"""Outside git: what holds names and photos of residents was never recorded."""

from collections.abc import Iterable, Iterator

from gridctl.app.audit.act import broken
from gridctl.app.outside import FOLDERS
from gridctl.domain.violation import Violation
from gridctl.git.history import Change
from gridctl.git.objects import Commit
from gridctl.words import say


def check_outside(commit: Commit, changes: Iterable[Change]) -> Iterator[Violation]:
    """Nothing under private/ and evidence/ was recorded."""
    for path, _old, new in changes:
        if new and path.partition("/")[0] in FOLDERS:
            yield broken(commit, "P03", say("What is in here must not be in git."), path)
