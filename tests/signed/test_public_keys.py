"""What is a public key and what is none, by every kind that OpenSSH makes."""

import binascii
import subprocess

import pytest

from gridctl.domain.public_keys import fault, fingerprint, in_line, is_private


def written(kind: str, *fields: bytes) -> str:
    blob = b"".join(len(each).to_bytes(4, "big") + each for each in (kind.encode(), *fields))
    return f"{kind} {binascii.b2a_base64(blob, newline=False).decode()}"


POINT = b"\x04" + bytes(range(64))
E = b"\x01\x00\x01"
SOUND = {
    "ed25519": written("ssh-ed25519", bytes(32)),
    "p256": written("ecdsa-sha2-nistp256", b"nistp256", POINT),
    "p384": written("ecdsa-sha2-nistp384", b"nistp384", b"\x04" + bytes(96)),
    "p521": written("ecdsa-sha2-nistp521", b"nistp521", b"\x04" + bytes(132)),
    "rsa": written("ssh-rsa", E, b"\0\x80" + bytes(383)),
    "sk": written("sk-ssh-ed25519@openssh.com", bytes(32), b"ssh:"),
    "sk-p256": written("sk-ecdsa-sha2-nistp256@openssh.com", b"nistp256", POINT, b"ssh:"),
}
WRONG = {
    "empty": "",
    "a word": "ssh-ed25519",
    "other kind": written("ssh-dss", bytes(32)),
    "options": "restrict " + SOUND["ed25519"],
    "remark": SOUND["ed25519"] + " 王@office",
    "two blanks": SOUND["ed25519"].replace(" ", "  "),
    "short": written("ssh-ed25519", bytes(31)),
    "too much": written("ssh-ed25519", bytes(32), b"x"),
    "kind inside": SOUND["p256"].replace("nistp256 ", "nistp384 "),
    "curve inside": written("ecdsa-sha2-nistp256", b"nistp384", POINT),
    "compressed": written("ecdsa-sha2-nistp256", b"nistp256", b"\x02" + POINT[1:]),
    "rsa 3071": written("ssh-rsa", E, b"\x7f" + bytes(383)),
    "rsa negative": written("ssh-rsa", E, b"\x80" + bytes(383)),
    "rsa padded": written("ssh-rsa", E, b"\0\0\x80" + bytes(383)),
    "rsa zero": written("ssh-rsa", E, b""),
    "sk elsewhere": written("sk-ssh-ed25519@openssh.com", bytes(32), b"web:x"),
    "sk bare": written("sk-ssh-ed25519@openssh.com"),
    "base64 off": SOUND["ed25519"][:-1] + "!",
    "cut off": SOUND["ed25519"][:-4],
    "written otherwise": SOUND["rsa"][:-2] + "B=",
    "line end": SOUND["ed25519"] + "\n",
    "private": "-----BEGIN OPENSSH PRIVATE KEY-----",
}


@pytest.mark.parametrize("key", SOUND.values(), ids=SOUND)
def test_a_sound_key_is_taken(key):
    assert fault(key) is None


@pytest.mark.parametrize("key", WRONG.values(), ids=WRONG)
def test_anything_else_is_not(key):
    assert fault(key) is not None


@pytest.mark.parametrize(
    "words", [("-t", "ed25519"), ("-t", "ecdsa", "-b", "521"), ("-t", "rsa", "-b", "3072")]
)
def test_keys_and_fingerprints_are_those_of_ssh_keygen(make_key, words):
    path = make_key("-".join(words), *words)
    line = path.with_name(path.name + ".pub").read_text()
    shown = subprocess.run(["ssh-keygen", "-lf", path], check=True, capture_output=True, text=True)
    assert fault(in_line(line)) is None
    assert fingerprint(in_line(line)) == shown.stdout.split()[1]
    assert is_private(path.read_text())
    assert not is_private(line)
