"""On disk: new objects that a power cut is not to take away again."""

import os

from gridctl.errors import StoreFailed
from gridctl.git.repository import Repository, sync
from gridctl.words import say


def sync_objects(repository: Repository, began: float) -> None:
    """Have the disk keep the names of all objects since `began`; git has synced their content alone."""
    objects = os.path.join(repository.common_dir, "objects")
    try:
        with os.scandir(objects) as inside:
            folders = [one.path for one in inside if len(one.name) == 2 or one.name == "pack"]
        # A clock may have stepped back a little meanwhile; syncing a clean folder costs nothing.
        sync(*(path for path in folders if os.stat(path).st_mtime > began - 5), objects)
    except OSError as error:
        raise StoreFailed(
            say("the disk did not take the record: {reason}", reason=error.strerror)
        ) from error
