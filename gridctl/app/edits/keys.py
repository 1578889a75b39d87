"""Keys by command: a person is given a public key to sign with, or one ends."""

import os
from datetime import date, timedelta

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain.moments import day_typed
from gridctl.domain.people import Key, Person
from gridctl.domain.public_keys import KINDS, fault, fingerprint, in_line, is_private
from gridctl.domain.settings_files import STAFF
from gridctl.errors import NotFound, Refused, Usage
from gridctl.store import settings_edit
from gridctl.words import aside, listed, say

_LARGEST = 16 * 1024  # bytes of a key file; the longest RSA key has less than 4


def add(word: str, given: str, since: str | None, until: str | None) -> Decide:
    """Give a person the key that `given` is, or that stands in the file of that name."""
    key = read_key(given)

    def decide(ledger: Ledger, today: date) -> Wish:
        person = ledger.office.person(word)
        held = next((each for each in person.keys if each.key == key and each.until is None), None)
        if held:
            raise Usage(
                say(
                    "{person} has this key already, since {since}.",
                    person=aside(person.name, person.id),
                    since=held.since,
                ),
                say("See who has which: gridctl staff show {id}", id=person.id),
            )
        first = day_typed(since, today) if since else today
        new: dict[str, object] = {"key": key, "since": first}
        if until:
            new["until"] = day_typed(until, today)
        data = settings_edit.with_key(_recorded(ledger), _index(ledger, person), new)
        told = say(
            "{person} has the key {key} from {since} on, and signs with it. In that clone, once: git config gpg.format ssh && git config user.signingkey FILE",
            person=aside(person.name, person.id),
            key=fingerprint(key),
            since=first,
        )
        return Wish(STAFF, data, f"staff key {person.id}", told)

    return decide


def end(word: str, given: str | None, until: str | None) -> Decide:
    """Give a key its last day: the one named by itself, its file or fingerprint, or the only one."""

    def decide(ledger: Ledger, today: date) -> Wish:
        person = ledger.office.person(word)
        last = day_typed(until, today) if until else today
        index = _ending(person, given, last)
        data = settings_edit.with_key_ended(_recorded(ledger), _index(ledger, person), index, last)
        told = say(
            "The key {key} of {person} ends; the last day is {until}.",
            key=fingerprint(person.keys[index].key),
            person=aside(person.name, person.id),
            until=last,
        )
        kept = [key for n, key in enumerate(person.keys) if n != index]
        unsigned = not any(key.valid_on(last + timedelta(days=1)) for key in kept)
        remark = say(
            "From {day} on {person} has no key, and nothing recorded in that name is signed.",
            day=last + timedelta(days=1),
            person=aside(person.name, person.id),
        )
        return Wish(
            STAFF, data, f"staff key {person.id} ended", told, (remark,) if unsigned else ()
        )

    return decide


def read_key(given: str) -> str:
    """The public key that a word is, or that its file holds; Refused for a private one."""
    text = given if given.startswith(tuple(f"{kind} " for kind in KINDS)) else _content(given)
    if is_private(text):
        raise Refused(
            "G02",
            say("{file} is a private key: it is never given away.", file=given),
            say("Give the public one beside it: {file}.pub", file=given),
        )
    lines = [line for line in text.splitlines() if line.strip()]
    key = in_line(lines[0]) if len(lines) == 1 else ""
    wrong = fault(key) if key else say("There is not one key in it.")
    if wrong:
        raise Refused(
            "G02",
            wrong,
            say("Make a pair of keys, and give the file that ends in .pub: ssh-keygen -t ed25519"),
        )
    return key


def _content(file: str) -> str:
    try:
        with open(os.path.expanduser(file), "rb") as opened:
            return opened.read(_LARGEST).decode("utf-8", "replace")
    except OSError as error:
        raise Usage(
            say("cannot read {path}: {reason}", path=file, reason=error.strerror),
            say("Name a file that ends in .pub, or give the key itself in quotes."),
        ) from error


def _ending(person: Person, given: str | None, last: date) -> int:
    """The place in the file of the key that is meant, among those that go on after that day."""
    going = [
        (index, key)
        for index, key in enumerate(person.keys)
        if key.until is None or key.until > last
    ]
    meant = [each for each in going if given is None or _is(each[1], given)]
    if len(meant) == 1:
        return meant[0][0]
    shown = listed((fingerprint(key.key) for _index, key in going), most=20)
    raise NotFound(
        say(
            "{person} has no such key that goes on after {until}.",
            person=aside(person.name, person.id),
            until=last,
        )
        if not meant
        else say(
            "{person} has several keys: {keys}", person=aside(person.name, person.id), keys=shown
        ),
        say("Name one by its fingerprint: gridctl staff key {id} SHA256:… --end", id=person.id),
    )


def _is(key: Key, given: str) -> bool:
    if given.startswith("SHA256:"):
        return fingerprint(key.key).startswith(given)
    return key.key == read_key(given)


def _recorded(ledger: Ledger) -> bytes:
    return ledger.settings[STAFF] or b""


def _index(ledger: Ledger, person: Person) -> int:
    return ledger.office.staff_file.staff.index(person)
