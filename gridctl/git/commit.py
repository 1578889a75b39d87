"""One commit: written whole, synced, and only then made HEAD by compare-and-swap."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from gridctl.domain.hidden import visible
from gridctl.errors import Busy, StoreFailed
from gridctl.git.command import GitFailed
from gridctl.git.on_disk import sync_objects
from gridctl.git.repository import Identity, Repository, sync
from gridctl.words import say

# Up to 100 new objects stay loose, more become one pack. A step makes about seven. Kept as packs,
# each is faster at first, but every git searches pack after pack: after 1 000 steps reading HEAD took
# 5 ms instead of 1.5, and the step was as slow as a loose one, which stays the same for ever.
_LOOSE = "fastimport.unpackLimit=100"

# What a path is to hold: bytes, a mode and blob that git has already, or nothing.
Files = Mapping[str, bytes | tuple[str, str] | None]
Refs = Mapping[str, str | None]
Sign = Callable[[bytes], bytes]

# fast-import wants a branch to build on; emptied again before it ends, it is never written.
_SCRATCH = "refs/gridctl/scratch"


class Unconfirmed(StoreFailed):
    """HEAD is the new commit, `commit`, but the disk has not said that it will stay so."""

    def __init__(self, commit: str, reason: object) -> None:
        super().__init__(
            say(
                "recorded as {commit}, but the disk did not confirm it: {reason}",
                commit=commit[:10],
                reason=reason,
            ),
            say("Look at the disk before going on: the record may not survive a power cut."),
        )
        self.commit = commit


def commit(
    repository: Repository,
    parent: str | None,
    files: Files,
    message: str,
    person: Identity,
    when: datetime,
    *,
    announce: Callable[[str], None] = lambda _made: None,
    refs: Refs = MappingProxyType({}),
    sign: Sign | None = None,
) -> str:
    """Record files (None removes one) on top of `parent` as HEAD's next commit; its id.

    Paths are those in the repository. It is on the disk when this returns; index and work tree
    are untouched. `announce` hears the id before HEAD moves, `refs` move together with it. Raises
    Busy when HEAD is not `parent` any more, StoreFailed when git or the disk does not do its part:
    then HEAD is still `parent`; and Unconfirmed when HEAD is the new commit, but may not be after a
    power cut.
    """
    made = write(repository, parent, files, message, person, when, sign=sign)
    announce(made)
    move_head(repository, parent, made, message.partition("\n")[0], person, refs)
    return made


def write(
    repository: Repository,
    parent: str | None,
    files: Files,
    message: str,
    person: Identity,
    when: datetime,
    *,
    again: datetime | None = None,
    sign: Sign | None = None,
    synced: bool = True,
) -> str:
    """A commit on top of `parent`, on the disk and on no branch yet; its id.

    Not `synced`, whoever moves a branch to it has the disk keep it first: `sync_objects`.

    `again` is when it is made anew, where `person` first made it at another time. `sign` gives the
    signature of the commit's bytes.
    """
    began = time.time()
    made = _write(repository, _stream(parent, files, message, person, (when, again or when)))
    if sign:
        made = _signed(repository, made, sign)
    if synced:
        sync_objects(repository, began)
    return made


def move_head(
    repository: Repository,
    old: str | None,
    new: str,
    why: str,
    person: Identity,
    refs: Refs = MappingProxyType({}),
) -> None:
    """Make `new` HEAD where it is still `old`, and move `refs` (to None: away) in the same step.

    Raises what `commit` raises.
    """
    _move(repository, old, new, why, person, refs)
    _sync_refs(repository, new)


def _write(repository: Repository, stream: bytes) -> str:
    """Blobs, trees and the commit, on no branch yet."""
    words = ("fast-import", "--quiet", "--done", "--date-format=raw")
    try:
        answer = repository.git("-c", _LOOSE, *words, feed=stream)
    except GitFailed:
        _remove_crash_reports(repository)
        raise
    return answer.decode("ascii").strip()


def _signed(repository: Repository, made: str, sign: Sign) -> str:
    """The same commit with its signature; the one without is on no branch, and git clears it away."""
    from gridctl.git.signing import joined  # few ledgers have keys, and every step would load it

    payload = repository.git("cat-file", "commit", made)
    whole = joined(payload, sign(payload), like=made)
    words = ("hash-object", "-t", "commit", "-w", "--stdin")
    return repository.git(*words, feed=whole).decode("ascii").strip()


def _stream(
    parent: str | None,
    files: Files,
    message: str,
    person: Identity,
    times: tuple[datetime, datetime],
) -> bytes:
    made, made_again = (_signature(person, when) for when in times)
    parts = [f"commit {_SCRATCH}\nmark :1\nauthor {made}\ncommitter {made_again}\n".encode()]
    parts += _data(message.encode("utf-8", "surrogateescape"))
    if parent:
        parts.append(f"from {parent}\n".encode())
    for path, content in files.items():
        if content is None:
            parts.append(b"D " + _quoted(path) + b"\n")
        elif isinstance(content, tuple):
            parts.append(" ".join(("M", *content, "")).encode() + _quoted(path) + b"\n")
        else:
            parts += [b"M 100644 inline ", _quoted(path), b"\n", *_data(content)]
    parts.append(f"\nreset {_SCRATCH}\n\nget-mark :1\ndone\n".encode())
    return b"".join(parts)


def _data(content: bytes) -> Iterator[bytes]:
    yield b"data %d\n" % len(content)
    yield content
    yield b"\n"


def _signature(person: Identity, when: datetime) -> str:
    offset = when.strftime("%z") or "+0000"
    return f"{_plain(person.name)} <{_plain(person.email)}> {int(when.timestamp())} {offset[:5]}"


def _plain(name: str) -> str:
    """A name git can keep on one line between its angle brackets."""
    kept = "".join(" " if c in "<>" or not c.isprintable() else c for c in name)
    return " ".join(kept.split()).encode("utf-8", "replace").decode() or "?"


def _quoted(path: str) -> bytes:
    if any(part in ("", ".", "..") or part.lower() == ".git" for part in path.split("/")):
        raise StoreFailed(say("{path} cannot be a file in a repository", path=visible(path)))
    escaped = path.encode("utf-8", "surrogateescape").replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    return b'"' + escaped.replace(b"\n", b"\\n") + b'"'


def _move(
    repository: Repository, parent: str | None, made: str, why: str, person: Identity, refs: Refs
) -> None:
    """The commit point: everything before it is invisible, everything after it is recorded."""
    step = f"update HEAD\0{made}\0{parent}\0" if parent else f"create HEAD\0{made}\0"
    steps = step + "".join(
        f"update {ref}\0{to}\0\0" if to else f"delete {ref}\0\0" for ref, to in refs.items()
    )
    options = ("-c", "core.logAllRefUpdates=true")
    words = ("update-ref", "-m", why or "gridctl", "--stdin", "-z")
    try:
        repository.git(*options, *words, feed=steps.encode(), also=committer(person))
    except GitFailed as error:
        found = repository.head_id()
        if found == made:
            return
        if found != parent:
            raise Busy(
                say("somebody was faster: the ledger has changed since it was read"),
                say("Nothing was recorded. Run the command again."),
            ) from error
        if "File exists" in error.said:
            raise Busy(
                say("another git command is writing in this repository"),
                say("Nothing was recorded. Run the command again when it has ended."),
            ) from error
        raise


def committer(person: Identity) -> dict[str, str]:
    """Whom the reflog names, as git's environment says it."""
    return {
        "GIT_COMMITTER_NAME": _plain(person.name),
        "GIT_COMMITTER_EMAIL": _plain(person.email),
    }


def _sync_refs(repository: Repository, made: str) -> None:
    """Have the disk keep where HEAD is now: git has synced the ref, but not its folder."""
    try:
        name = repository.head_name()
        folder = os.path.join(repository.common_dir, os.path.dirname(name or ""))
        while name and len(folder) > len(repository.common_dir) + 1:
            if os.path.isdir(folder):
                sync(folder)
            folder = os.path.dirname(folder)
        tables = os.path.join(repository.common_dir, "reftable")
        sync(*([tables] if os.path.isdir(tables) else []), repository.git_dir)
    except (OSError, StoreFailed) as error:
        reason = error.strerror if isinstance(error, OSError) else error.message
        raise Unconfirmed(made, reason) from error


def _remove_crash_reports(repository: Repository) -> None:
    with contextlib.suppress(OSError):  # git's own failure is what the person has to hear
        for name in os.listdir(repository.git_dir):
            if name.startswith("fast_import_crash_"):
                os.unlink(os.path.join(repository.git_dir, name))
