"""Merging: two edits of one text brought together where they touch different lines."""

import os
import tempfile

from gridctl.git import command

_NAMES = ("own", "before", "theirs")


def merged(own: bytes, before: bytes, theirs: bytes) -> bytes | None:
    """What both edits of `before` make of it; None where they touch the same lines."""
    with tempfile.TemporaryDirectory(prefix="gridctl-") as folder:
        for name, data in zip(_NAMES, (own, before, theirs), strict=True):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        # 1 to 127 is how many places clash.
        clashes = range(128)
        told = command.run(folder, "merge-file", "-p", "-q", *_NAMES, allow=tuple(clashes))
    return None if b"\n>>>>>>> theirs" in b"\n" + told else told
