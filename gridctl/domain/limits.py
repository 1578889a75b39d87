"""Limits: how long a step may take, and every spelling of it that tables and people use."""

import re
from dataclasses import dataclass

from gridctl.errors import Usage
from gridctl.words import Both, Message, say

MOST = 3650

UNITS = {
    "urgent_hour": Both("紧急工作时", "urgent hours"),
    "work_hour": Both("工作时", "working hours"),
    "work_day": Both("工作日", "working days"),
    "natural_day": Both("自然日", "calendar days"),
}

# An urgent day runs through nights and holidays: it is a calendar day under another name.
_CHINESE_UNITS = {
    "紧急工作时": "urgent_hour",
    "小时": "work_hour",
    "工作时": "work_hour",
    "天": "work_day",
    "工作日": "work_day",
    "自然日": "natural_day",
    "日历日": "natural_day",
    "紧急工作日": "natural_day",
}

# Remarks that tables write into the cell of the limit; any other word is refused.
_BEFORE = ("种植季节",)
_AFTER = ("制止",)

_NUMERALS = {numeral: amount for amount, numeral in enumerate("一二三四五六七八九十", start=1)}
_FULL_WIDTH = {ord("０") + digit: ord("0") + digit for digit in range(10)}
_BLANK = " \t\r\n\u3000"
_NUMBER = r"(?P<number>[0-9]{1,6})"
_KEYED = _NUMBER + rf"[ -]?(?P<unit>{'|'.join(UNITS)})s?"
_WRITTEN = (
    rf"(?:{'|'.join(_BEFORE)})?"
    rf"(?P<number>[0-9]{{1,6}}|[{''.join(_NUMERALS)}]) ?个?"
    rf"(?P<unit>{'|'.join(_CHINESE_UNITS)})(?:{'|'.join(_AFTER)})?"
)


@dataclass(frozen=True)
class Limit:
    """So many of one unit; `amount` is from 1 to 3650, `unit` a key of `UNITS`."""

    amount: int
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in UNITS or not 1 <= self.amount <= MOST:
            raise ValueError(self.amount, self.unit)

    def __str__(self) -> str:
        """Write the form in files: `2 urgent_hour`, whatever the amount."""
        return f"{self.amount} {self.unit}"


def parse_limit(text: str) -> Limit:
    """Read a limit in the form of files, or the way Chinese tables write it.

    Raises Usage for everything else: a limit that is guessed moves a deadline.
    """
    plain = text.strip(_BLANK).translate(_FULL_WIDTH)
    # The patterns stay text until the first limit is read: compiling costs more than most commands.
    match = re.fullmatch(_KEYED, plain) or re.fullmatch(_WRITTEN, plain)
    if match is None:
        raise Usage(say("“{text}” is not a time limit.", text=_quoted(text)), _forms())
    number, unit = match["number"], match["unit"]
    amount = _NUMERALS.get(number) or int(number)
    if not 1 <= amount <= MOST:
        message = say(
            "“{text}” is not a time limit: the number must be from 1 to {most}.",
            text=_quoted(text),
            most=MOST,
        )
        raise Usage(message, _forms())
    return Limit(amount, _CHINESE_UNITS.get(unit, unit))


def _quoted(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _forms() -> Message:
    return say(
        "Write a number from 1 to {most} and a unit: 2 urgent_hour, 4 work_hour, 3 work_day, "
        "5 natural_day; the usual Chinese spellings are read as well.",
        most=MOST,
    )


def in_words(limit: str) -> str:
    """A limit in its normal form as people say it: 2 紧急工作时."""
    amount, _blank, unit = limit.partition(" ")
    return f"{amount} {UNITS[unit]}" if unit in UNITS else limit
