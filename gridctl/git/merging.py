"""Merging: two edits of one text brought together where they touch different lines."""

import os
import re
import tempfile

from gridctl.git import command

_NAMES = ("own", "before", "theirs")
_MARK = re.compile(rb"^(<<<<<<< |\|\|\|\|\|\|\| |=======$|>>>>>>> )", re.MULTILINE)
# A place where nothing stood before: both sides only put something there.
_BOTH_ADDED = re.compile(rb"^\|\|\|\|\|\|\| before\n=======$", re.MULTILINE)
_CLASH = re.compile(rb"^<<<<<<< own$", re.MULTILINE)
_CLASHES = tuple(range(128))  # git's exit code: 1 to 127 is how many places clash


def merged(own: bytes, before: bytes, theirs: bytes) -> bytes | None:
    """What both edits of `before` make of it; None where they touch the same lines.

    Where both only put lines in at one place, it has both, theirs first.
    """
    texts = (own, before, theirs)
    # Git merges no text with NUL in it, and a mark of ours in one would be taken for a clash.
    if any(b"\0" in text or _MARK.search(text) for text in texts):
        return None
    with tempfile.TemporaryDirectory(prefix="gridctl-") as folder:
        for name, data in zip(_NAMES, texts, strict=True):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        told = _merge_file(folder, "--diff3", *_NAMES)
        clashes = len(_CLASH.findall(told))
        if not clashes:
            return told
        if clashes != len(_BOTH_ADDED.findall(told)):
            return None
        return _merge_file(folder, "--union", *reversed(_NAMES))


def _merge_file(folder: str, *words: str) -> bytes:
    return command.run(folder, "merge-file", "-p", "-q", *words, allow=_CLASHES)
