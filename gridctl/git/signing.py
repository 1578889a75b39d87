"""Signing: commits signed by, and checked with, SSH keys through `ssh-keygen`, as git itself does it."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

from gridctl.domain.hidden import visible
from gridctl.domain.public_keys import fault, fingerprint, in_line
from gridctl.errors import StoreFailed
from gridctl.git.repository import Repository
from gridctl.words import say

NAMESPACE = "git"
_LARGEST = 16 * 1024
_HEADERS = {40: b"gpgsig", 64: b"gpgsig-sha256"}  # by the length of an id


class NotSigned(StoreFailed):
    """ssh-keygen did not sign: no such key, a wrong passphrase, no agent."""


class CloneKey(NamedTuple):
    """What this clone signs with: `user.signingkey` as git has it, and the fingerprint of that key,
    None where there is no such key.
    """

    wish: str
    fingerprint: str | None

    @property
    def literal(self) -> str | None:
        """The public key that stands in the configuration itself, its owner being an agent."""
        if self.wish.startswith("key::"):
            return self.wish[5:]
        return self.wish if self.wish.startswith("ssh-") else None


def clone_key(repository: Repository) -> CloneKey | None:
    """The key of this clone; None where git knows of none."""
    wish = repository.settings().get("user.signingkey", "").strip()
    if not wish:
        return None
    key = CloneKey(wish, None)
    if key.literal is not None:
        return key._replace(fingerprint=_sound(key.literal))
    path = _path(repository, wish)
    named = _sound(_text(path)) or _sound(_text(path + ".pub"))
    return key._replace(fingerprint=named or _asked(path))


def sign(repository: Repository, payload: bytes, key: CloneKey) -> bytes:
    """The signature of a commit's bytes. Raises NotSigned."""
    words = ("-Y", "sign", "-n", NAMESPACE)
    if key.literal is None:
        done = _keygen(*words, "-f", _path(repository, key.wish), feed=payload)
    else:
        with _private_folder() as folder:
            public = _written(folder, "key.pub", key.literal.encode() + b"\n")
            done = _keygen(*words, "-U", "-f", public, feed=payload)
    if done.returncode:
        said = visible(done.stderr.decode("utf-8", "replace"), keep="\n").strip()
        raise NotSigned(
            say("ssh-keygen did not sign: {said}", said=said or f"exit code {done.returncode}"),
            say("Look whether the key is there, or its agent is running: ssh-add -l"),
        )
    return done.stdout


def verifies(
    payload: bytes, signature: bytes, signers: str, principal: str, when: datetime
) -> bool:
    """Whether the bytes were signed by one of that principal's keys in `signers`, valid at `when`."""
    moment = when.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    with _private_folder() as folder:
        allowed = _written(folder, "allowed_signers", signers.encode())
        signed = _written(folder, "signature", signature)
        done = _keygen(
            *("-Y", "verify", "-n", NAMESPACE, "-f", allowed, "-I", principal, "-s", signed),
            f"-Overify-time={moment}",
            feed=payload,
        )
    return done.returncode == 0


def parted(raw: bytes) -> tuple[bytes, bytes | None]:
    """A commit's bytes without its signature, and that; None where it has none, or several."""
    head, blank, message = raw.partition(b"\n\n")
    kept: list[bytes] = []
    found: list[list[bytes]] = []
    inside = False
    for line in head.split(b"\n"):
        if line.partition(b" ")[0] in _HEADERS.values():
            inside = True
            found.append([line.partition(b" ")[2]])
        elif inside and line.startswith(b" "):
            found[-1].append(line[1:])
        else:
            inside = False
            kept.append(line)
    signature = b"\n".join(found[0]) + b"\n" if len(found) == 1 else None
    return b"\n".join(kept) + blank + message, signature


def joined(payload: bytes, signature: bytes, *, like: str) -> bytes:
    """A commit's bytes with a signature, by the header that goes with ids such as `like`."""
    head, blank, message = payload.partition(b"\n\n")
    lines = signature.rstrip(b"\n").replace(b"\n", b"\n ")
    return head + b"\n" + _HEADERS[len(like)] + b" " + lines + blank + message


def _path(repository: Repository, wish: str) -> str:
    return os.path.join(repository.top, os.path.expanduser(wish))


def _sound(text: str) -> str | None:
    """The fingerprint of a public key's line; None where the text is none."""
    key = in_line(text)
    return None if fault(key) else fingerprint(key)


def _asked(path: str) -> str | None:
    """The fingerprint of a private key that has no public one beside it."""
    if not os.path.isfile(path):
        return None
    said = _keygen("-l", "-f", path, feed=b"").stdout.decode("utf-8", "replace").split()
    return next((word for word in said if word.startswith("SHA256:")), None)


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""


@contextmanager
def _private_folder() -> Iterator[str]:
    """A folder that nobody else can look into, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gridctl-", ignore_cleanup_errors=True) as folder:
        yield folder


def _written(folder: str, name: str, content: bytes) -> str:
    path = os.path.join(folder, name)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(number, "wb") as file:
        file.write(content)
    return path


def _keygen(*words: str, feed: bytes) -> subprocess.CompletedProcess[bytes]:
    # Moments in a file of signers are local ones; older programs know no mark for another zone.
    environment = {n: v for n, v in os.environ.items() if not n.startswith("GIT_")}
    try:
        return subprocess.run(
            ["ssh-keygen", *words],
            input=feed,
            capture_output=True,
            env=environment | {"LC_ALL": "C", "TZ": "UTC"},
            check=False,
        )
    except OSError as error:
        raise StoreFailed(
            say("ssh-keygen cannot be started: {reason}", reason=error.strerror or str(error)),
            say("Install it, for example: sudo apt install openssh-client"),
        ) from error
