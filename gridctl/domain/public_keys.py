"""Public keys: an OpenSSH public key as staff.yaml holds it, kind and bytes, nothing before or behind."""

import binascii
from collections.abc import Iterator

from gridctl.words import Message, say

LEAST_RSA = 3072  # bits; what NIST SP 800-57 calls enough until 2030 and after
_CURVES = {"nistp256": 65, "nistp384": 97, "nistp521": 133}  # bytes of an uncompressed point
_SECURE = "@openssh.com"
KINDS = (
    "ssh-ed25519",
    *(f"ecdsa-sha2-{curve}" for curve in _CURVES),
    "ssh-rsa",
    "sk-ssh-ed25519" + _SECURE,
    "sk-ecdsa-sha2-nistp256" + _SECURE,
)
_PRIVATE = "-----BEGIN"


def fault(text: str) -> Message | None:
    """What is wrong with a key as it stands in staff.yaml; None where nothing is."""
    kind, _, rest = text.partition(" ")
    if text.startswith(_PRIVATE):
        return say("This is a private key: it belongs to nobody but its owner.")
    if kind not in KINDS:
        return say(
            "A key begins with its kind ({kinds}), with no options before it.",
            kinds=", ".join(KINDS),
        )
    if " " in rest:
        return say("A key is its kind and its characters, with no remark behind it.")
    parts = _parts(rest)
    if parts is None or not _fits(kind, parts):
        return say("This is no whole {kind} key; copy it again.", kind=kind)
    if kind == "ssh-rsa" and _bits(parts[2]) < LEAST_RSA:
        return say(
            "An RSA key has at least {least} bits, not {bits}.",
            least=LEAST_RSA,
            bits=_bits(parts[2]),
        )
    return None


def in_line(text: str) -> str:
    """The key of a `.pub` file's line, without the remark behind it."""
    return " ".join(text.split()[:2])


def is_private(text: str) -> bool:
    """Whether a text is a private key, of any program's."""
    return _PRIVATE in text or text.startswith("PuTTY-User-Key-File")


def fingerprint(key: str) -> str:
    """How people and ssh-keygen tell a sound key: `SHA256:…`."""
    return _fingerprint_of(binascii.a2b_base64(key.partition(" ")[2]))


def _fingerprint_of(blob: bytes) -> str:
    """The same of the bytes of a key."""
    import hashlib  # 2 ms that reading does without

    return "SHA256:" + _characters(hashlib.sha256(blob).digest()).rstrip("=")


def signer_of(signature: bytes) -> str | None:
    """The fingerprint of the key that made an armoured signature (OpenSSH's PROTOCOL.sshsig)."""
    body = b"".join(line for line in signature.split(b"\n") if b"-----" not in line)
    try:
        blob = binascii.a2b_base64(body)
        if blob[:6] != b"SSHSIG":
            return None
        return _fingerprint_of(next(_strings(blob[10:])))
    except (binascii.Error, ValueError, StopIteration):
        return None


def _strings(blob: bytes) -> Iterator[bytes]:
    """The fields of SSH's binary form, each behind its length; ValueError where they do not fit."""
    place = 0
    while place < len(blob):
        length = int.from_bytes(blob[place : place + 4], "big")
        end = place + 4 + length
        if place + 4 > len(blob) or end > len(blob):
            raise ValueError(blob)
        yield blob[place + 4 : end]
        place = end


def _characters(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def _parts(characters: str) -> list[bytes] | None:
    """The fields of a key; None where its characters are not the one way to write them."""
    try:
        blob = binascii.a2b_base64(characters)
        found = list(_strings(blob))
    except (binascii.Error, ValueError):
        return None
    return found if _characters(blob) == characters else None


def _fits(kind: str, parts: list[bytes]) -> bool:
    """Whether the fields are those of that kind (RFC 4253, 5656, 8709; OpenSSH's PROTOCOL.u2f)."""
    name, *fields = parts or [b""]
    if name != kind.encode():
        return False
    if kind.startswith("sk-"):
        *fields, application = fields or [b""]
        if not application.startswith(b"ssh:"):
            return False
        kind = kind.removeprefix("sk-").removesuffix(_SECURE)
    if kind == "ssh-ed25519":
        return [len(each) for each in fields] == [32]
    if kind == "ssh-rsa":
        return len(fields) == 2 and all(_positive(each) for each in fields)
    curve = kind.rpartition("-")[2]
    return (
        len(fields) == 2
        and fields[0] == curve.encode()
        and len(fields[1]) == _CURVES[curve]
        and fields[1][:1] == b"\x04"
    )


def _positive(number: bytes) -> bool:
    """Whether a number is above zero and written in its shortest form."""
    return number.lstrip(b"\0") != b"" and number[0] < 0x80 and (number[0] > 0 or number[1] >= 0x80)


def _bits(number: bytes) -> int:
    return int.from_bytes(number, "big").bit_length()
