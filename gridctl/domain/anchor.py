"""Anchor: one line that names a recorded state, to be printed on paper and typed back from it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from gridctl.domain.identifiers import ALPHABET
from gridctl.errors import Usage
from gridctl.words import say

_NAME = "gridctl-anchor 1"
# Without the spaces, which paper does not keep; two ids of one length, of SHA-1 or SHA-256.
_TYPED = re.compile(
    r"gridctl-anchor1([0-9a-foil]{80}|[0-9a-foil]{128})"
    r"cases=([0-9]+)events=([0-9]+)entries=([0-9]+)([0-9]{4}-[0-9]{2}-[0-9]{2})([0-9a-z]{5})",
    re.ASCII,
)
_DIGITS = str.maketrans("oil", "011")
_DASHES = str.maketrans("‐‑‒–—−", "------")


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """A commit (full id), its tree, what the ledger then held, and the day of the commit."""

    commit: str
    tree: str
    cases: int
    events: int
    entries: int
    day: date

    @property
    def line(self) -> str:
        """The one line, the same in every language; it ends in letters that a slip would change."""
        counts = f"cases={self.cases} events={self.events} entries={self.entries}"
        said = f"{_NAME} {self.commit} {self.tree} {counts} {self.day}"
        return f"{said} {_check(said)}"


def read(text: str) -> Anchor:
    """The anchor as typed from paper, in any width, case, and with any breaks; raises Usage."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).lower()
    found = _TYPED.fullmatch("".join(plain.split()))
    if found is None:
        raise Usage(
            say("“{text}” is not the line of an anchor.", text=text),
            say("Give it whole, as gridctl anchor has printed it."),
        )
    ids, cases, events, entries, day, check = found.groups()
    ids = ids.translate(_DIGITS)
    half = len(ids) // 2
    try:
        anchor = Anchor(
            commit=ids[:half],
            tree=ids[half:],
            cases=int(cases),
            events=int(events),
            entries=int(entries),
            day=date.fromisoformat(day),
        )
    except ValueError:
        anchor = None
    if anchor is None or anchor.line[-5:] != check.translate(_DIGITS):
        raise Usage(
            say("The anchor was mistyped: its last five letters do not go with the rest."),
            say("Compare it with the paper, letter by letter."),
        )
    return anchor


def _check(said: str) -> str:
    """Five characters that follow from the line."""
    import hashlib

    number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in (20, 15, 10, 5, 0))
