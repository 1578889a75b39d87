"""Settings rights: who may change the settings, and never a post of one's own."""

from datetime import date

from gridctl.domain.office import Office
from gridctl.domain.people import Key, Person, Post
from gridctl.domain.public_keys import fingerprint
from gridctl.domain.terms import ROLES as ROLE_NAMES
from gridctl.errors import Refused
from gridctl.words import aside, listed, say

ROLES = frozenset({"dispatcher", "head", "deputy", "leader"})
_OWN = {"home": say("unit"), "kind": say("kind"), "email": say("address")}


def check_settings_right(before: Office, after: Office, typist: Person, day: date) -> None:
    """Refuses a change by somebody without a level-1 post in the settings before it, and one that
    gives or widens a post or key of his own, or makes him somebody else.
    """
    if not may_change_settings(before, typist, day):
        raise Refused(
            "R04",
            say("{name} ({id}) may not change the settings.", name=typist.name, id=typist.id),
            say("It takes a dispatcher, head or leader of a level-1 grid."),
        )
    own = after.people.get(typist.id)
    for post in own.posts if own else ():
        if not any(_covers(old, post) for old in typist.posts):
            raise Refused(
                "R04",
                say(
                    "{name} ({id}) gives himself a post in {grid}: {role}.",
                    name=typist.name,
                    id=typist.id,
                    role=ROLE_NAMES[post.role],
                    grid=aside(after.unit_name(post.grid), post.grid),
                ),
                say("Somebody else who may change the settings has to record this."),
            )
    if own:
        _check_own_keys(typist, own)
    for field, label in _OWN.items() if own else ():
        if getattr(own, field) != getattr(typist, field):
            raise Refused(
                "R04",
                say(
                    "{name} ({id}) changes his own {field}.",
                    name=typist.name,
                    id=typist.id,
                    field=label,
                ),
                say("Somebody else who may change the settings has to record this."),
            )
    gained = _covered(after, own, day) - _covered(before, typist, day) if own else set()
    gained &= before.grids.keys()  # a new grid takes nothing from anybody
    if gained:
        raise Refused(
            "R04",
            say(
                "{name} ({id}) puts grids under his own post: {grids}",
                name=typist.name,
                id=typist.id,
                grids=listed(aside(after.unit_name(each), each) for each in sorted(gained)),
            ),
            say("Somebody else who may change the settings has to record this."),
        )
    moved = after.person_by_email(typist.email or "")
    if moved is not None and moved.id != typist.id:
        raise Refused(
            "R04",
            say("The address {email} would make you {name}.", email=typist.email, name=moved.name),
            say("Each person keeps an address of his own."),
        )


def _check_own_keys(before: Person, after: Person) -> None:
    """Refuses a key of his own that is new, or that counts on more days; to end one is free."""
    for key in after.keys:
        if not any(_outlasts(old, key) for old in before.keys):
            raise Refused(
                "R04",
                say(
                    "{name} ({id}) gives himself the key {key}, or more time with it.",
                    name=before.name,
                    id=before.id,
                    key=fingerprint(key.key),
                ),
                say("Somebody else who may change the settings has to record this."),
            )


def may_change_settings(office: Office, person: Person, day: date) -> bool:
    """Whether the person holds a post on that day that changes settings."""
    tops = {grid.id for grid in office.grids.values() if grid.level == 1}
    return any(post.grid in tops and post.role in ROLES for post in person.posts_on(day))


def _covered(office: Office, person: Person, day: date) -> set[str]:
    """The grids that a person's posts, those to come included, reach."""
    posts = {post.grid for post in person.posts if post.until is None or day <= post.until}
    return {grid for grid in office.grids if posts & set(office.line_of(grid))}


def _covers(old: Post, new: Post) -> bool:
    """Whether the new post gives no more than the old one did."""
    ends = old.until is None or (new.until is not None and new.until <= old.until)
    return (old.grid, old.role) == (new.grid, new.role) and old.since <= new.since and ends


def _outlasts(old: Key, new: Key) -> bool:
    """Whether the new key counts on no day on which the old one did not."""
    ends = old.until is None or (new.until is not None and new.until <= old.until)
    return old.key == new.key and old.since <= new.since and ends
