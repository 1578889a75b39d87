"""Signatures: who has to sign what he records, with what, and whether a commit is signed so.

A key counts on the days that the staff file of the commit's parent gives it, and none that came
with the commit itself does. A good signature alone is no identity: the key has to be the author's.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from typing import NamedTuple

from gridctl.domain.people import Key, Person
from gridctl.domain.public_keys import fingerprint, signer_of
from gridctl.errors import Refused
from gridctl.git import signing
from gridctl.git.commit import Sign
from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository
from gridctl.words import Message, aside, listed, say

RULE = "G01"
_LAST = 253_370_764_800  # the beginning of 9999; plain git takes dates that no calendar has


def signer(repository: Repository, typist: Person, day: date) -> Sign | None:
    """How this clone signs for who types; None where there is no key that counts on that day.

    Refused where it cannot.
    """
    keys = typist.keys_on(day)
    if not keys:
        return None
    known = tuple(fingerprint(key.key) for key in keys)
    key = signing.clone_key(repository)
    if key is None or key.fingerprint not in known:
        raise _other_key(typist, key, known)
    return partial(_signed, repository, key, known, typist)


def _signed(
    repository: Repository,
    key: signing.CloneKey,
    known: Sequence[str],
    typist: Person,
    payload: bytes,
) -> bytes:
    try:
        signature = signing.sign(repository, payload, key)
    except signing.NotSigned as error:
        raise Refused(RULE, error.message, error.hint) from error
    # The public key beside a private one may be another's.
    used = signer_of(signature)
    if used not in known:
        raise _other_key(typist, key._replace(fingerprint=used), known)
    return signature


def _other_key(typist: Person, key: signing.CloneKey | None, known: Sequence[str]) -> Refused:
    who = aside(typist.name, typist.id)
    if key is None:
        message = say("{person} signs what he records, and this clone has no key set.", person=who)
    elif key.fingerprint is None:
        message = say("The key of this clone is not there: {key}", key=key.wish)
    else:
        message = say(
            "This clone signs with {key}, which is none of the keys that {person} has today.",
            key=key.fingerprint,
            person=who,
        )
    return Refused(
        RULE,
        message,
        say(
            "Set the file of {keys}: git config gpg.format ssh && git config user.signingkey FILE",
            keys=listed(known),
        ),
    )


class Unsigned(NamedTuple):
    """A commit that lacks its author's signature, and how."""

    message: Message
    rule: str = RULE


class Signatures:
    """The check of commits, one after the other; it starts no process for who has no keys."""

    def __init__(self, repository: Repository, objects: Objects) -> None:
        self._repository = repository
        self._objects = objects
        self._seen: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._latest: dict[str, int] = {}

    def note(self, commit: Commit) -> None:
        """Keep in mind when the commit was made, so that no later one need go and look."""
        self._seen[commit.id] = (int(commit.committed_at.timestamp()), commit.parents)

    def check(self, commit: Commit, author: Person, zone: tzinfo) -> Unsigned | None:
        """What the commit lacks; `author` and `zone` are those of its parent's settings.

        A key that counted at any time between the commit's date and the latest date that stands
        before it makes a signature due, and only one that counts at both ends of that time is good:
        so a date that was put back neither escapes a key nor revives one.
        """
        if not author.keys:
            return None
        day = commit.committed_at.astimezone(zone).date()
        lasting = any(key.until is None for key in author.keys_on(day))
        last = day if lasting else max(day, self._latest_before(commit, zone))
        if not any(key.valid_between(day, last) for key in author.keys):
            return None
        good = [k for k in author.keys_on(day) if k.until is None or k.until >= last]
        message = self._off(commit, author, good, zone)
        return Unsigned(message) if message else None

    def _off(
        self, commit: Commit, author: Person, keys: Sequence[Key], zone: tzinfo
    ) -> Message | None:
        payload, signature = signing.parted(self._objects.blob(commit.id))
        who = aside(author.name, author.id)
        if signature is None:
            return say("{person} has a key, and the commit is not signed with it.", person=who)
        used = signer_of(signature)
        if used not in [fingerprint(key.key) for key in keys]:
            return say(
                "The signature is not {person}'s: the key {key} was not his on that day.",
                person=who,
                key=used or "?",
            )
        email = author.email or ""
        signers = "".join(_line(email, key, zone) for key in keys)
        if signing.verifies(payload, signature, signers, email, commit.committed_at):
            return None
        return say("The signature of {person} does not fit what the commit holds.", person=who)

    def _latest_before(self, commit: Commit, zone: tzinfo) -> date:
        """The latest day on which anything was recorded that the commit stands upon, or itself."""
        waiting = [commit.id]
        while waiting:
            id_ = waiting[-1]
            moment, parents = self._seen.get(id_, (0, ()))
            if id_ not in self._latest and id_ not in self._seen:
                self._reckon(id_)
            unknown = [each for each in parents if each not in self._latest]
            if id_ not in self._latest and unknown:
                waiting += unknown
                continue
            waiting.pop()
            self._latest.setdefault(id_, max(moment, *(self._latest[each] for each in parents), 0))
        return datetime.fromtimestamp(self._latest[commit.id], zone).date()

    def _reckon(self, tip: str) -> None:
        """The latest moment up to each commit that leads to `tip`, from its parents'."""
        words = ("rev-list", "--topo-order", "--reverse", "--parents", "--timestamp", tip)
        for line in self._repository.git(*words).decode("ascii").splitlines():
            moment, id_, *parents = line.split()
            before = (self._latest.get(each, 0) for each in parents)
            self._latest[id_] = max(min(int(moment), _LAST), *before, 0)


def _line(email: str, key: Key, zone: tzinfo) -> str:
    """A key as ssh-keygen reads it: for one address, for git alone, in its time."""
    options = [f'namespaces="{signing.NAMESPACE}"', f'valid-after="{_moment(key.since, zone)}"']
    if key.until:
        # The program counts the last moment in.
        options.append(f'valid-before="{_moment(key.until, zone, 86399)}"')
    return f"{email} {','.join(options)} {key.key}\n"


def _moment(day: date, zone: tzinfo, seconds: int = 0) -> str:
    within = min(max(day, date(1971, 1, 1)), date(9998, 1, 1))  # a day that every zone can tell
    begun = datetime.combine(within, time(), zone) + timedelta(seconds=seconds)
    return begun.astimezone(UTC).strftime("%Y%m%d%H%M%S")
