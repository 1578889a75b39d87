"""Facts cache: rows in SQLite under the id of the blob they were drawn from.

A blob never changes, so a row never goes stale; what is damaged is thrown away and drawn again.
"""

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from gridctl.domain.facts import Facts
from gridctl.domain.names import GridName, Names, UnitName

if TYPE_CHECKING:
    from gridctl.domain.measured import Measured

T = TypeVar("T")
R = TypeVar("R", Facts, "Measured")

# Raised with every change of what a row holds; a cache of another edition is not read.
EDITION = 6


class _Part(NamedTuple):
    """A table and its columns. Lists need the first part of a row only, and read no other."""

    table: str
    columns: tuple[str, ...]


_FACTS = _Part("facts", tuple(Facts.__dataclass_fields__))
_LISTS = frozenset({"duplicates", "assist", "links", "handlers"})
_TIMES = frozenset({"due", "begun", "dispatched", "ordered", "handed_back", "closed"})
_FLAGS = frozenset({"provisional", "exempt"})
_MANY = 500
_SPARE = 1000  # dead rows that are not worth the trouble


class FactsCache:
    """The cache of one repository, in its git directory. Any fault of it is only slow."""

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, "gridctl", f"facts-{EDITION}.sqlite")

    def read(self, blobs: Iterable[str], shape: type[R]) -> dict[str, R]:
        """The rows that are known, by blob, as far as the shape goes."""
        wanted = list(blobs)
        parts = (_FACTS,) if shape is Facts else _parts()

        def work(base: sqlite3.Connection) -> dict[str, R]:
            head, *more = (_values(base, part, wanted) for part in parts)
            if not more:
                return {blob: shape(**values) for blob, values in head.items()}
            course = more[0]
            whole = head.keys() & course.keys()
            return {blob: shape(**head[blob], **course[blob]) for blob in whole}

        return self._try(work) or {}

    def keep(self, rows: "Mapping[str, Measured]", *, living: Iterable[str] | None = None) -> None:
        """Keep new rows; drop those not among the `living`, once they are the most by far."""

        def work(base: sqlite3.Connection) -> None:
            for part in _parts():
                marks = ", ".join("?" * (len(part.columns) + 2))
                values = [(blob, *_row(row, part.columns)) for blob, row in rows.items()]
                sealed = [(*value, _seal(value)) for value in values]
                base.executemany(f"INSERT OR REPLACE INTO {part.table} VALUES ({marks})", sealed)  # noqa: S608 - marks only
            if living is not None:
                _bury(base, set(living))

        self._try(work, write=True)

    def names(self, key: str) -> Names | None:
        """The names drawn from the settings files that `key` names, where they are known."""
        query = "SELECT kind, id, name, more FROM names WHERE key = ? ORDER BY rowid"
        return self._try(lambda base: _names(base.execute(query, (key,)).fetchall()))

    def keep_names(self, key: str, names: Names) -> None:
        """Keep the names of one pair of settings files."""
        rows: list[tuple[str, str, str, str | None]] = [("zone", "", names.timezone, None)]
        rows += [("grid", g.id, g.name, g.parent) for g in names.grids.values()]
        units = names.departments.values()
        rows += [("unit", u.id, u.name, "\n".join(u.aliases) or None) for u in units]
        rows.append(("seal", "", str(_seal(rows)), None))

        def work(base: sqlite3.Connection) -> None:
            base.execute("DELETE FROM names WHERE key = ?", (key,))
            base.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", [(key, *r) for r in rows])

        self._try(work, write=True)

    def _try(self, work: Callable[[sqlite3.Connection], T], *, write: bool = False) -> T | None:
        """What `work` finds in the cache; None where the cache is of no use.

        Faults end here: a damaged file is removed, one locked or not writable is passed over.
        """
        try:
            with contextlib.closing(_opened(self.path, write=write)) as base, base:
                return work(base)
        except sqlite3.OperationalError as error:
            if "no such" not in str(error):
                return None  # not there yet, locked by another command, or not writable
        except OSError:
            return None
        except Exception:  # noqa: BLE001, S110 - whatever is wrong with it, it is only a cache
            pass
        with contextlib.suppress(OSError):
            os.unlink(self.path)
        return None


def _parts() -> tuple[_Part, _Part]:
    """Both parts of a row; what no list needs is imported by what writes and counts."""
    from gridctl.domain.measured import Measured

    own = (each for each in Measured.__dataclass_fields__ if each not in _FACTS.columns)
    return _FACTS, _Part("course", tuple(own))


def _schema() -> str:
    tables = (
        f"CREATE TABLE {table} (blob TEXT PRIMARY KEY, {', '.join(columns)}, seal) WITHOUT ROWID;"
        for table, columns in _parts()
    )
    return f"""
        PRAGMA user_version = {EDITION};
        {" ".join(tables)}
        CREATE TABLE names (key TEXT, kind TEXT, id TEXT, name TEXT, more TEXT);
        CREATE INDEX names_by_key ON names (key);
    """


def _opened(path: str, *, write: bool) -> sqlite3.Connection:
    if not write:
        base = sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True, timeout=0.2)
    else:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        base = sqlite3.connect(path, timeout=0.2)
    if write and not base.execute("PRAGMA user_version").fetchone()[0]:
        base.executescript(_schema())
    # Losing the cache costs a second reading; waiting for the disk would cost every command.
    base.execute("PRAGMA synchronous = OFF")
    return base


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _values(base: sqlite3.Connection, part: _Part, wanted: list[str]) -> dict[str, dict[str, Any]]:
    """What one table holds of the blobs, and is sealed."""
    read = _reader(part.columns)
    rows = _rows(base, part.table, wanted)
    return {row[0]: read(row[1:-1]) for row in rows if _seal(row[:-1]) == row[-1]}


def _rows(base: sqlite3.Connection, table: str, wanted: list[str]) -> Iterable[tuple[Any, ...]]:
    if len(wanted) > _MANY:
        known = set(wanted)
        return (row for row in base.execute(f"SELECT * FROM {table}") if row[0] in known)  # noqa: S608 - ours
    marks = ", ".join("?" * len(wanted))
    return base.execute(f"SELECT * FROM {table} WHERE blob IN ({marks})", wanted)  # noqa: S608 - ours


def _names(rows: list[tuple[str, str, str, str | None]]) -> Names | None:
    if len(rows) < 2 or rows[-1] != ("seal", "", str(_seal(rows[:-1])), None):
        return None
    zone = rows[0][2]
    return Names(
        {id_: GridName(id_, name, more) for kind, id_, name, more in rows if kind == "grid"},
        {
            id_: UnitName(id_, name, tuple(more.split("\n")) if more else ())
            for kind, id_, name, more in rows
            if kind == "unit"
        },
        zone,
    )


def _bury(base: sqlite3.Connection, living: set[str]) -> None:
    """Drop the rows of no living blob: not at once, since other branches and ledgers keep theirs here."""
    (count,) = base.execute("SELECT count(*) FROM facts").fetchone()
    if count > 2 * len(living) + _SPARE:
        blobs = base.execute("SELECT blob FROM facts").fetchall()
        dead = [row for row in blobs if row[0] not in living]
        for part in _parts():
            base.executemany(f"DELETE FROM {part.table} WHERE blob = ?", dead)  # noqa: S608 - ours


def _seal(row: Iterable[Any]) -> int:
    """What a row's content adds up to, so that a damaged one is not believed."""
    return zlib.crc32(
        repr([int(each) if each is True or each is False else each for each in row]).encode()
    )


def _row(row: "Measured", columns: tuple[str, ...]) -> Iterator[Any]:
    for name in columns:
        value = getattr(row, name)
        if name in _LISTS:
            yield " ".join(value)
        elif name in _TIMES or name == "until":
            yield value.isoformat() if value else None
        else:
            yield value


def _reader(columns: tuple[str, ...]) -> Callable[[tuple[Any, ...]], dict[str, Any]]:
    """What makes values of a row; which columns want what is looked up once."""
    lists = [name for name in columns if name in _LISTS]
    times = [name for name in columns if name in _TIMES]
    days = [name for name in columns if name == "until"]
    flags = [name for name in columns if name in _FLAGS]

    def read(row: tuple[Any, ...]) -> dict[str, Any]:
        values = dict(zip(columns, row, strict=True))
        for name in lists:
            values[name] = tuple(values[name].split())
        for name in times:
            values[name] = datetime.fromisoformat(values[name]) if values[name] else None
        for name in days:
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        for name in flags:
            values[name] = bool(values[name])
        return values

    return read
