"""Whoami: the person of a clone as one value: known by what, allowed what, signing with what."""

from datetime import date
from typing import NamedTuple

from gridctl.domain.people import Key, Person, Post
from gridctl.domain.public_keys import fingerprint


class Whoami(NamedTuple):
    """The person, as of the day. `name` and `email` are git's, `key` is the fingerprint of this
    clone's key, `server` where its branch is shared.
    """

    name: str
    email: str
    person: Person
    day: date
    enters_for_others: bool
    changes_settings: bool
    key: str | None
    ledger: str
    branch: str | None
    server: str | None

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts of that day."""
        return self.person.posts_on(self.day)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that count on that day."""
        return self.person.keys_on(self.day)

    @property
    def signs(self) -> bool:
        """Whether this clone signs with one of the keys that count."""
        return self.key in [fingerprint(key.key) for key in self.keys]
