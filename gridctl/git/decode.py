"""What git's tree and commit objects say."""

import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import takewhile
from typing import NamedTuple

from gridctl.git.repository import Identity

FILE = "100644"
FOLDER = "40000"
LINK = "120000"
# What clerks' own git may have been told to write in; of another encoding the bytes stay as they are.
_ENCODING = re.compile(
    rb"^encoding (gbk|gb2312|gb18030|cp936|big5|iso-8859-1|latin-?1|windows-1252|utf-?8)$",
    re.MULTILINE | re.IGNORECASE,
)


class Entry(NamedTuple):
    """One line of a tree: `mode` as git writes it (`100644`, `40000`, `120000`, `160000`)."""

    mode: str
    name: str
    id: str


class Commit(NamedTuple):
    """One commit, as recorded."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: Identity
    authored_at: datetime
    committer: Identity
    committed_at: datetime
    message: str


def blob_id(content: bytes, *, like: str) -> str:
    """The id git gives these bytes, by the hash that made the id `like`."""
    import hashlib  # 2 ms that reading does without

    make = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return make(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def entries_in(data: bytes, width: int) -> tuple[Entry, ...]:
    """A tree object: mode, space, name, NUL, id in `width` bytes, and so on."""
    found = []
    place, end = 0, len(data)
    while place < end:
        nul = data.index(b"\0", place)
        mode, _, name = data[place:nul].decode("utf-8", "surrogateescape").partition(" ")
        place = nul + 1 + width
        found.append(Entry(mode, name, data[nul + 1 : place].hex()))
    return tuple(found)


def commit_in(id_: str, data: bytes) -> Commit:
    """A commit object: lines of headers, an empty line, the message."""
    named = _ENCODING.search(data.partition(b"\n\n")[0])
    encoding = named[1].decode("ascii") if named else "utf-8"
    head, _, message = data.decode(encoding, "surrogateescape").partition("\n\n")
    lines = head.split("\n")
    # As git takes them: straight after the tree, and nowhere else.
    parents = takewhile(lambda line: line.startswith("parent "), lines[1:])
    author, authored_at = _signature(lines, "author ")
    committer, committed_at = _signature(lines, "committer ")
    ids = tuple(line[7:] for line in parents)
    return Commit(id_, lines[0][5:], ids, author, authored_at, committer, committed_at, message)


def _signature(lines: list[str], word: str) -> tuple[Identity, datetime]:
    line = next((line for line in lines if line.startswith(word)), word)
    who, _, when = line[len(word) :].rpartition("> ")
    name, _, email = who.rpartition("<")
    return Identity(name.strip(), email), _moment(when)


def _moment(when: str) -> datetime:
    """`1764000000 +0800` with its offset. Other tools have written stranger ones: they are 1970."""
    try:
        seconds, offset = when.split()
        minutes = int(offset[1:3]) * 60 + int(offset[3:5])
        zone = timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
        return datetime.fromtimestamp(int(seconds), zone)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
