"""Git's objects, read through one `git cat-file` process for everything a command needs."""

import contextlib
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Never, Self, overload

from gridctl.errors import StoreFailed
from gridctl.git import command
from gridctl.git.decode import FILE, FOLDER, LINK, Commit, Entry, blob_id, commit_in, entries_in
from gridctl.git.repository import Repository
from gridctl.words import say

__all__ = ["FILE", "FOLDER", "LINK", "Commit", "Entry", "Objects", "blob_id"]

# Requests still unanswered must fit into the smallest pipe there is, or both sides wait for ever.
_IN_FLIGHT = 4096
_CHUNK = 1000

_Answer = tuple[str, bytes, int, bytes]  # id, kind, size, content


class Objects:
    """The objects of a repository; git is started when the first one is asked for."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._process: subprocess.Popen[bytes] | None = None
        # The bulk read under way: what was read early for it, and how many answers git owes it.
        self._early: deque[_Answer | None] = deque()
        self._verb = ""
        self._owed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End git's process; the next question starts a new one."""
        process, self._process = self._process, None
        self._early, self._owed = deque(), 0
        if process is None:
            return
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        process.wait()

    def commit(self, rev: str) -> Commit | None:
        """The commit a revision names (`HEAD`, an id, a tag); None where there is none."""
        if not rev or "\n" in rev:
            return None
        answer = self._ask("contents", rev + "^{commit}")
        return commit_in(answer[0], answer[3]) if answer else None

    def commits(self, ids: Iterable[str]) -> Iterator[Commit]:
        """Many commits by their whole ids, in the order asked for."""
        for chunk in _chunks(ids):
            for answer in self._many("contents", chunk):
                yield commit_in(answer[0], answer[3])

    def entries(self, tree_id: str) -> tuple[Entry, ...]:
        """What a tree holds, in git's order."""
        answer = self._ask("contents", tree_id) or _missing(tree_id)
        return entries_in(answer[3], len(answer[0]) // 2)

    def find(self, tree_id: str, path: str) -> Entry | None:
        """The entry at a path below a tree (`a/b/c`), None where nothing is; links not followed."""
        found: Entry | None = None
        for name in path.split("/"):
            if found is not None and found.mode != FOLDER:
                return None
            inside = self.entries(found.id if found else tree_id)
            found = next((entry for entry in inside if entry.name == name), None)
            if found is None:
                return None
        return found

    def size(self, id_: str) -> int:
        """How many bytes an object has, without loading it."""
        answer = self._ask("info", id_) or _missing(id_)
        return answer[2]

    @overload
    def blob(self, id_: str) -> bytes: ...
    @overload
    def blob(self, id_: str, *, limit: int | None) -> bytes | None: ...
    def blob(self, id_: str, *, limit: int | None = None) -> bytes | None:
        """A file's bytes; None, and nothing loaded, where it has more than `limit`."""
        if limit is not None and self.size(id_) > limit:
            return None
        answer = self._ask("contents", id_) or _missing(id_)
        return answer[3]

    @overload
    def blobs(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]: ...
    @overload
    def blobs(self, ids: Iterable[str], *, limit: int) -> Iterator[tuple[str, bytes | None]]: ...
    def blobs(
        self, ids: Iterable[str], *, limit: int | None = None
    ) -> Iterator[tuple[str, bytes | None]]:
        """Many files in the order asked for, None instead of one over `limit` bytes.

        Other questions may be asked between two of them.
        """
        for chunk in _chunks(ids):
            large = self._over(chunk, limit)
            wanted = [one for one in chunk if one not in large] if large else chunk
            contents = self._many("contents", wanted)
            for one in chunk:
                yield one, None if one in large else next(contents)[3]

    def walk(self, tree_id: str, prefix: str = "") -> Iterator[tuple[str, Entry]]:
        """Every file below a tree by its path after `prefix`, sorted.

        Symbolic links come as themselves, other repositories (`160000`) are not entered.
        """
        return self._walk(self.entries(tree_id), prefix)

    def _walk(self, inside: tuple[Entry, ...], prefix: str) -> Iterator[tuple[str, Entry]]:
        # The folders of one level are fetched together: one by one, each would wait for git.
        folders = [entry.id for entry in inside if entry.mode == FOLDER]
        answers = self._many("contents", folders)
        fetched = iter([entries_in(answer[3], len(answer[0]) // 2) for answer in answers])
        for entry in inside:
            if entry.mode == FOLDER:
                yield from self._walk(next(fetched), f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry

    def _over(self, ids: list[str], limit: int | None) -> set[str]:
        if limit is None:
            return set()
        return {answer[0] for answer in self._many("info", ids) if answer[2] > limit}

    def _many(self, verb: str, ids: list[str]) -> Iterator[_Answer]:
        """Answers in order, with questions always ahead of git."""
        mine: deque[_Answer | None] = deque()
        ahead = _IN_FLIGHT // (len(ids[0]) + 10) if ids else 0
        asked = 0
        for place, one in enumerate(ids):
            # Half a window at a time: git never runs dry, and writes stay few.
            if asked < len(ids) and asked - place <= ahead // 2:
                upto = min(len(ids), place + ahead)
                self._settle(mine, verb)
                self._send("".join([f"{verb} {each}\n" for each in ids[asked:upto]]))
                self._owed += upto - asked
                asked = upto
            if mine:
                answer = mine.popleft()
            else:
                self._owed -= 1
                answer = self._receive(verb, one)
            yield answer or _missing(one)

    def _settle(self, mine: deque[_Answer | None] | None, verb: str) -> None:
        """Take what git still owes another bulk read, and keep it for that one."""
        if mine is self._early:
            return
        while self._owed:
            self._owed -= 1
            self._early.append(self._receive(self._verb, ""))
        self._early = deque() if mine is None else mine
        self._verb = verb

    def _ask(self, verb: str, name: str) -> _Answer | None:
        self._settle(None, verb)
        self._send(f"{verb} {name}\n")
        return self._receive(verb, name)

    def _send(self, lines: str) -> None:
        if self._process is None:
            words = (*self.repository.words(), "cat-file", "--batch-command")
            self._process = command.start(self.repository.top, *words)
        assert self._process.stdin
        try:
            self._process.stdin.write(lines.encode("utf-8", "surrogateescape"))
            self._process.stdin.flush()
        except BrokenPipeError:
            self._ended("")

    def _receive(self, verb: str, name: str) -> _Answer | None:
        assert self._process
        assert self._process.stdout
        pipe = self._process.stdout
        header = pipe.readline()
        if header[-9:] in (b" missing\n", b"mbiguous\n"):
            return None
        try:
            id_, kind, digits = header.split()
            size = int(digits)
        except ValueError:
            self._ended(name)
        if verb == "info":
            return id_.decode(), kind, size, b""
        content = pipe.read(size + 1)
        if len(content) <= size:
            self._ended(name)
        return id_.decode(), kind, size, content[:-1]

    def _ended(self, name: str) -> Never:
        """Git stopped in the middle: let a plain call say why."""
        self.close()
        self.repository.git("rev-parse", "--git-dir")
        if name:
            self.repository.git("cat-file", "-p", "--end-of-options", name)
        raise StoreFailed(
            say("git stopped while it was reading objects"),
            say("To find the damage: git -C {folder} fsck", folder=self.repository.top),
        )


def _missing(id_: str) -> Never:
    raise StoreFailed(
        say("the repository is damaged: object {id} is missing", id=id_),
        say("To see what is missing: git fsck; then fetch it from another clone."),
    )


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
