"""Month: one person's journal of a month, and what of it counts after corrections."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from gridctl.domain.event import Event
from gridctl.domain.identifiers import NAME
from gridctl.domain.journal.attendance import EntryCorrected, TookLeave
from gridctl.domain.periods import Period, month_of

_PATH = re.compile(rf"journal/(2[0-9]{{3}})/(0[1-9]|1[0-2])/({NAME.pattern})\.yaml", re.ASCII)


class Key(NamedTuple):
    """Whose journal, and of which month (`2026-11`)."""

    staff: str
    month: str

    @property
    def path(self) -> str:
        """The file, relative to the ledger."""
        return f"journal/{self.month[:4]}/{self.month[5:]}/{self.staff}.yaml"

    @property
    def period(self) -> Period:
        """The days of the month."""
        return month_of(date.fromisoformat(f"{self.month}-01"))


def key_of_path(path: str) -> Key | None:
    """The journal that a ledger-relative path is the file of; None where none belongs there."""
    match = _PATH.fullmatch(path)
    return Key(match[3], f"{match[1]}-{match[2]}") if match else None


@dataclass(frozen=True)
class Month:
    """One file: `entries` in the order of their recording."""

    staff: str
    month: str
    entries: tuple[Event, ...] = ()

    @property
    def key(self) -> Key:
        """Whose it is, and of when."""
        return Key(self.staff, self.month)

    def after(self, entry: Event) -> "Month":
        """The same with one more entry."""
        return replace(self, entries=(*self.entries, entry))

    def counting(self) -> tuple[Event, ...]:
        """What counts: entries at their corrected times, without those taken out and corrections."""
        standing = {each.n: each for each in self.entries if not isinstance(each, EntryCorrected)}
        for each in self.entries:
            if isinstance(each, EntryCorrected) and each.entry in standing:
                if each.new is None:
                    del standing[each.entry]
                else:
                    standing[each.entry] = replace(standing[each.entry], at=each.new)
        return tuple(standing.values())


def day_of(entry: Event) -> date:
    """The day whose month an entry belongs to: when it was, or when a leave begins."""
    return entry.since if isinstance(entry, TookLeave) else entry.at.date()
