"""Identifiers: how a case id is made, recognised and found again by its ending."""

import re
from datetime import date

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
CASE_ID = re.compile(r"([a-z][a-z0-9]{0,15})-([0-9]{8})-([0-9a-hjkmnp-tv-z]{5})", re.ASCII)
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
OFFICE = re.compile(r"[a-z][a-z0-9]{0,15}", re.ASCII)

_BRACKETS = str.maketrans("[({〔【", "〔〔〔〔〔") | str.maketrans("])}〕】", "〕〕〕〕〕")
_MEANT = str.maketrans("oilu", "011v")


def is_case_id(text: str) -> bool:
    """Whether `text` is a whole case id in its one written form, with a day that exists."""
    match = CASE_ID.fullmatch(text)
    return match is not None and _day(match[2]) is not None


def may_be_case_id(text: str) -> bool:
    """Whether `text` could be a typed id or its ending, or the `-` for standard input."""
    return re.fullmatch(r"[a-z0-9-]+", as_meant(text), re.ASCII) is not None


def number_as_meant(text: str) -> str | None:
    """A typed case number (立案号) as it was meant, in whatever width, brackets and spacing; None for
    what has not the look of one.
    """
    import unicodedata

    plain = "".join(unicodedata.normalize("NFKC", text).split()).translate(_BRACKETS)
    looks = any(char.isdigit() for char in plain) and not plain.isascii()
    return plain if looks else None


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def new_case_id(office: str, day: date, *, seed: str | None = None) -> str:
    """`<office>-<yyyymmdd>-<5 random characters>`; with a seed the characters follow from it."""
    import hashlib  # both take 3 ms to import, and only a new case needs them
    import secrets

    number = (
        secrets.randbelow(32**5)
        if seed is None
        else int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big") % 32**5
    )
    ending = ""
    for _ in range(5):
        number, digit = divmod(number, 32)
        ending += ALPHABET[digit]
    return f"{office}-{day:%Y%m%d}-{ending}"


def case_path(case_id: str) -> str:
    """The file of a case, by the day in its id, relative to the ledger."""
    _office, day, _ending = case_id.split("-")
    return f"cases/{day[:4]}/{day[4:6]}/{day[6:]}/{case_id}.yaml"


def as_meant(text: str) -> str:
    """A typed ending as it was meant: either case, full-width characters, o/i/l for 0/1/1."""
    import unicodedata

    plain = unicodedata.normalize("NFKC", text).strip().lower().removesuffix(".yaml")
    head, dash, ending = plain.rpartition("-")
    return head + dash + (ending.translate(_MEANT) if len(ending) <= 5 else ending)
