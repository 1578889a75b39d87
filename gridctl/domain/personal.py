"""Personal data: finds phone and identity numbers in text, and masks them and names."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from gridctl.words import Both, Message, say

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


_FORMS_OF_ADDRESS = re.compile(
    "(先生|女士|小姐|同志|阿姨|大爷|大妈|大娘|大叔|大姐|师傅|老师|经理|老板|居民|业主|住户|群众|市民|村民)$"
)


class Found(NamedTuple):
    """What was found in a text: where it begins and ends; `phone`, `identity` or `name`."""

    start: int
    end: int
    kind: str


def find(text: str, names: Collection[str] = ()) -> Iterator[Found]:
    """Mobile numbers, with or without 86, valid identity numbers in either width, and `names`."""
    for name in filter(names_somebody, names):
        for match in re.finditer(re.escape(name.strip()), text):
            yield Found(match.start(), match.end(), "name")
    plain = text.translate(_FULL_WIDTH)
    for match in _IDENTITY.finditer(plain):
        if is_identity(match[0].replace(" ", "").replace("-", "")):
            yield Found(match.start(), match.end(), "identity")
    for match in _MOBILE.finditer(plain):
        yield Found(match.start(), match.end(), "phone")


def told(key: str | Both | Message, kind: str, masked: str) -> Message:
    """The message on a text that holds one; `key` is where it stands."""
    return say("“{key}” holds {what}: {masked}", key=key, what=_WHAT[kind], masked=masked[:60])


_WHAT = {
    "phone": say("a phone number"),
    "identity": say("an identity number"),
    "name": say("the reporter's name"),
}


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


def names_somebody(name: str) -> bool:
    """Whether the words name one person: 张三 does, 张先生 and 居民 do not."""
    bare = name.strip()
    return len(_FORMS_OF_ADDRESS.sub("", bare)) > (1 if len(bare) < 4 else 2)


def mask(text: str, names: Collection[str] = ()) -> str:
    """The text with every number and name found masked."""
    for found in sorted(find(text, names), reverse=True):
        was = text[found.start : found.end]
        hidden = mask_name(was) if found.kind == "name" else mask_number(was)
        text = text[: found.start] + hidden + text[found.end :]
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
