"""Git's index, brought along after a commit so that the person's own git sees nothing to commit."""

import os
import stat
from collections.abc import Iterator, Mapping

from gridctl.errors import Busy
from gridctl.git.command import GitFailed
from gridctl.git.decode import FILE, blob_id
from gridctl.git.repository import Repository
from gridctl.words import say

# From here on rewriting the whole index costs more than the step itself, so it is split in two. Not
# before: programs that read the index without git do not all know split ones.
_LARGE = 4 << 20

# Whatever the person's configuration would have git do to line ends, the bytes stay as they are.
_AS_THEY_ARE = ("-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "-c", "core.eol=lf")

_CONVERTING = (b"filter", b"ident", b"encoding")

Recorded = Mapping[str, "str | tuple[str, str] | None"]


def bring(repository: Repository, entries: Recorded) -> None:
    """Set the index at these paths (in the repository) to blobs, or (mode, id); None removes one.

    Files that hold just that are marked as unchanged too. Raises Busy when git's index is locked,
    StoreFailed when it cannot be written.
    """
    if not entries:
        return
    pairs = {path: (FILE, it) if isinstance(it, str) else it for path, it in entries.items()}
    known: dict[str, bool] = {}
    fresh = {
        path for path, pair in pairs.items() if pair and _can_be_read(repository, path, pair, known)
    }
    rest = {path: pair for path, pair in pairs.items() if path not in fresh}
    if rest:
        # What goes first may have stood where a folder is to be.
        ordered = dict(sorted(rest.items(), key=lambda each: each[1] is not None))
        _update(repository, _lines(ordered, repository), "--add", "-z", "--index-info")
    if fresh:
        names = b"".join(_bytes(path) + b"\0" for path in fresh)
        _update(repository, names, "--add", "-z", "--stdin")


def entries(repository: Repository) -> dict[str, tuple[str, str]]:
    """Mode and blob of every path in the index; paths in a merge not yet resolved are left out."""
    found: dict[str, tuple[str, str]] = {}
    for line in repository.git("ls-files", "--stage", "-z", "--full-name").split(b"\0")[:-1]:
        words, _, path = line.partition(b"\t")
        mode, id_, stage = words.decode("ascii").split()
        if stage == "0":
            found[path.decode("utf-8", "surrogateescape")] = (mode, id_)
    return found


def _can_be_read(
    repository: Repository, path: str, pair: tuple[str, str], known: dict[str, bool]
) -> bool:
    """Whether git, reading the file for itself, would come to the recorded blob and no other."""
    full = os.path.join(repository.top, path)
    try:
        if pair[0] != FILE or not stat.S_ISREG(os.lstat(full).st_mode):
            return False
        with open(full, "rb") as file:
            content = file.read()
    except OSError:
        return False
    if b"\r" in content or blob_id(content, like=pair[1]) != pair[1]:
        return False
    return not any(_converts(name, known) for name in _attributes(repository, path))


def _attributes(repository: Repository, path: str) -> Iterator[str]:
    """The files that could have git convert this one on reading."""
    yield os.path.join(repository.common_dir, "info", "attributes")
    folder = os.path.dirname(path)
    while folder:
        yield os.path.join(repository.top, folder, ".gitattributes")
        folder = os.path.dirname(folder)
    yield os.path.join(repository.top, ".gitattributes")


def _converts(attributes: str, known: dict[str, bool]) -> bool:
    """Whether an attributes file speaks of anything that changes more than line ends."""
    if attributes not in known:
        try:
            with open(attributes, "rb") as file:
                content = file.read()
            known[attributes] = any(word in content for word in _CONVERTING)
        except FileNotFoundError:
            known[attributes] = False
        except OSError:
            known[attributes] = True
    return known[attributes]


def _lines(pairs: Mapping[str, tuple[str, str] | None], repository: Repository) -> bytes:
    zero = "0" * len(repository.head_id() or "0" * 40)
    return b"".join(
        "{} {}\t".format(*(pair or ("0", zero))).encode() + _bytes(path) + b"\0"
        for path, pair in pairs.items()
    )


def _update(repository: Repository, feed: bytes, *words: str) -> None:
    try:
        repository.git(
            *_AS_THEY_ARE,
            *_splitting(repository),
            "update-index",
            *words,
            feed=feed,
            also=_without_filters(repository),
        )
    except GitFailed as error:
        if "File exists" not in error.said:
            raise
        raise Busy(
            say("another git command holds git's index"),
            say("When it has ended: git -C {folder} reset -q", folder=repository.top),
        ) from error


def _splitting(repository: Repository) -> tuple[str, ...]:
    try:
        large = os.path.getsize(os.path.join(repository.git_dir, "index")) > _LARGE
    except OSError:
        return ()
    return ("-c", "core.splitIndex=true") if large else ()


def _without_filters(repository: Repository) -> dict[str, str]:
    """Every filter the configuration knows, emptied: attributes may hide where we did not look."""
    named = {
        name.rpartition(".")[0] for name in repository.settings() if name.startswith("filter.")
    }
    pairs = [
        (f"{filter_}.{key}", value)
        for filter_ in sorted(named)
        for key, value in (("clean", ""), ("process", ""), ("required", "false"))
    ]
    also = {"GIT_CONFIG_COUNT": str(len(pairs))}
    for place, (key, value) in enumerate(pairs):
        also[f"GIT_CONFIG_KEY_{place}"], also[f"GIT_CONFIG_VALUE_{place}"] = key, value
    return also


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
