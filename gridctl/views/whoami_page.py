"""Whoami page: the person of this clone, as lines and as an object."""

from collections.abc import Iterator
from typing import Any

from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.public_keys import fingerprint
from gridctl.domain.terms import ROLES
from gridctl.domain.whoami import Whoami
from gridctl.words import _, aside, listed


def lines(found: Whoami, office: Office) -> Iterator[str]:
    """Who it is, what he may do, how he signs, and where the ledger is."""
    person = found.person
    yield f"{aside(visible(person.name), person.id)}  {visible(office.unit_name(person.home))}"
    yield "  " + _("Known by: {who}").format(who=visible(f"{found.name} <{found.email}>"))
    posts = listed(
        (f"{visible(office.unit_name(post.grid))} {ROLES[post.role]}" for post in found.posts),
        most=20,
    )
    yield "  " + _("Posts today: {posts}").format(
        posts=posts or _("none, so nothing can be recorded")
    )
    yield "  " + _may(found)
    yield "  " + _signing(found)
    yield "  " + _("Ledger: {folder}").format(
        folder=aside(visible(found.ledger), found.branch or "–")
    )
    yield "  " + _("Server: {server}").format(server=visible(found.server or _("none")))


def _may(found: Whoami) -> str:
    if found.enters_for_others and found.changes_settings:
        return _("May enter for others and change the settings.")
    if found.enters_for_others:
        return _("May enter for others; may not change the settings.")
    if found.changes_settings:
        return _("May change the settings; may not enter for others.")
    return _("May neither enter for others nor change the settings.")


def _signing(found: Whoami) -> str:
    keys = listed(fingerprint(key.key) for key in found.keys)
    if not keys:
        return _("Keys: none, nothing is signed")
    if found.signs:
        return _("Keys: {keys}; this clone signs with it").format(keys=keys)
    return _(
        "Keys: {keys}; this clone does not sign with it. Set its file: git config gpg.format ssh && git config user.signingkey FILE"
    ).format(keys=keys)


def as_object(found: Whoami) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "id": found.person.id,
        "name": found.person.name,
        "unit": found.person.home,
        "git": {"name": found.name, "email": found.email},
        "posts": [{"grid": post.grid, "role": post.role} for post in found.posts],
        "may": {
            "enter_for_others": found.enters_for_others,
            "change_settings": found.changes_settings,
        },
        "keys": [fingerprint(each.key) for each in found.keys],
        "signing": {"key": found.key, "signs": found.signs},
        "ledger": found.ledger,
        "branch": found.branch,
        "server": found.server,
    }
