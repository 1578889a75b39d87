"""Earlier: what stood before a commit that plain git let in broke it, so that it can be mended."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeVar

from gridctl.app.ledger import Ledger
from gridctl.domain.settings_files import REQUIRED
from gridctl.errors import Broken
from gridctl.store.sizes import LARGEST
from gridctl.store.yaml_text import Unreadable

T = TypeVar("T")


def with_sound_settings(ledger: Ledger) -> Ledger:
    """The ledger, or where its settings cannot be read, as it stood when they last could.

    Raises Broken where they never could.
    """
    try:
        ledger.office  # noqa: B018 - reading is the question
    except Broken:
        for past in states(ledger, *REQUIRED):
            try:
                past.office  # noqa: B018
            except Broken:
                continue
            return past
        raise
    return ledger


def under_sound_settings(ledger: Ledger) -> Ledger:
    """The same recorded state, under the settings that could last be read; raises as above."""
    sound = with_sound_settings(ledger)
    return ledger if sound is ledger else ledger.under(dict(sound.settings))


def last_sound(
    ledger: Ledger, path: str, recorded: bytes | None, read: Callable[[str, bytes], T]
) -> T | None:
    """What `read` makes of the file as recorded, or as it was last recorded soundly; None where it
    never was. `recorded`: None where it is gone.
    """
    now = [] if recorded is None else [recorded]
    for data in chain(now, _contents(ledger, path)):
        try:
            return read(path, data)
        except (Unreadable, Broken):
            continue
    return None


def _contents(ledger: Ledger, path: str) -> Iterator[bytes]:
    """What the file held after each commit that changed it, the latest first."""
    for past in states(ledger, path):
        inside = ledger.repository.prefix + path
        entry = ledger.objects.find(past.commit.tree, inside)
        data = ledger.objects.blob(entry.id, limit=LARGEST) if entry else None
        if data is not None:
            yield data


def states(ledger: Ledger, *paths: str) -> Iterator[Ledger]:
    """The ledger after each commit that changed one of the paths, the latest first."""
    repository = ledger.repository
    inside = (repository.prefix + path for path in paths)
    commits = repository.git("rev-list", "--first-parent", ledger.commit.id, "--", *inside)
    for commit in commits.decode().split():
        yield Ledger(ledger.root, repository, as_of=commit, objects=ledger.objects)
