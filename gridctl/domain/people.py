"""People: departments with their powers, staff with their dated posts and keys, as staff.yaml holds them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gridctl.domain.grids import Action

Role = Literal[
    "head", "deputy", "leader", "dispatcher", "patroller", "enforcer", "volunteer", "delegate"
]


@dataclass(frozen=True, kw_only=True)
class Power:
    """A power (执法权限): a category or prefix, an action, whether it leads, and the legal basis."""

    category: str
    action: Action
    lead: bool = False
    basis: str | None = None


@dataclass(frozen=True, kw_only=True)
class Department:
    """A department (条) that works under the office's management."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    powers: tuple[Power, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Post:
    """A post in a grid; `until` is its last day."""

    grid: str
    role: Role
    since: date
    until: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return self.held_between(day, day)

    def held_between(self, first: date, last: date) -> bool:
        """Whether the post is held on any of the days, both included."""
        return self.since <= last and (self.until is None or first <= self.until)


@dataclass(frozen=True, kw_only=True)
class Key:
    """An SSH public key by which a person signs what he records; `until` is its last day."""

    key: str
    since: date
    until: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the key counts on that day."""
        return self.valid_between(day, day)

    def valid_between(self, first: date, last: date) -> bool:
        """Whether it counts on any of the days, both included."""
        return self.since <= last and (self.until is None or first <= self.until)


@dataclass(frozen=True, kw_only=True)
class Person:
    """A member of staff. `home` is a department or a grid; `days` a week are due at the office."""

    id: str
    name: str
    home: str
    email: str | None = None
    kind: Literal["officer", "enforcement", "workteam", "volunteer", "delegate"]
    days: int | None = None
    posts: tuple[Post, ...] = ()
    keys: tuple[Key, ...] = ()

    def posts_on(self, day: date) -> tuple[Post, ...]:
        """The posts held on that day."""
        return self.posts_between(day, day)

    def posts_between(self, first: date, last: date) -> tuple[Post, ...]:
        """The posts held on any of the days, both included."""
        return tuple(post for post in self.posts if post.held_between(first, last))

    def keys_on(self, day: date) -> tuple[Key, ...]:
        """The keys that count on that day."""
        return tuple(key for key in self.keys if key.valid_on(day))


@dataclass(frozen=True, kw_only=True)
class StaffFile:
    """staff.yaml, whole."""

    format: Literal[1]
    departments: tuple[Department, ...]
    staff: tuple[Person, ...]
