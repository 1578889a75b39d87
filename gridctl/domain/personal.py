"""Personal data: finds phone and identity numbers in text, and masks them and names."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_FULL_WIDTH = {ord("０") + digit: ord("0") + digit for digit in range(10)} | {
    ord("－"): "-",
    ord("　"): " ",
    ord("Ｘ"): "X",
    ord("ｘ"): "x",
}
_MOBILE = re.compile(r"(?<!\d)(?:(?:00)?86[- ]?|0)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)", re.ASCII)
_IDENTITY = re.compile(
    r"(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[0-9Xx](?!\d)|(?<!\d)\d{15}(?![0-9Xx])", re.ASCII
)
# GB 11643: the weights of MOD 11-2, and the check characters by remainder.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


class Found(NamedTuple):
    """A number in a text: where it begins and ends, and `phone` or `identity`."""

    start: int
    end: int
    kind: str


def find(text: str) -> Iterator[Found]:
    """Mobile numbers, with or without 86, and valid identity numbers in `text`, in either width."""
    plain = text.translate(_FULL_WIDTH)
    for match in _IDENTITY.finditer(plain):
        if is_identity(match[0].replace(" ", "").replace("-", "")):
            yield Found(match.start(), match.end(), "identity")
    for match in _MOBILE.finditer(plain):
        yield Found(match.start(), match.end(), "phone")


def is_identity(number: str) -> bool:
    """Whether 18 characters are a valid resident identity number, or 15 digits one of the old form."""
    if not 11 <= int(number[:2]) <= 82:
        return False
    if len(number) == 15:
        return _is_day("19" + number[6:12])
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _is_day(number[6:14]) and _CHECKS[total % 11] == number[17].upper()


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def mask(text: str) -> str:
    """The text with every number found masked."""
    for found in sorted(find(text), reverse=True):
        text = text[: found.start] + mask_number(text[found.start : found.end]) + text[found.end :]
    return text


def mask_number(number: str) -> str:
    """A number with its middle hidden: 138****5678; of a short one only the last two digits stay."""
    plain = "".join(c for c in number.translate(_FULL_WIDTH) if c in "0123456789Xx")
    if len(plain) < 11:
        return "*" * max(len(plain) - 2, 2) + plain[-2:]
    return f"{plain[:3]}****{plain[-4:]}"


def mask_name(name: str) -> str:
    """A name as it may stand in git: the first character, whatever its length."""
    return f"{name.strip()[:1]}**"
