"""Texts: what people write into a case, taken as it is or refused; never changed."""

import re
from collections.abc import Iterable, Mapping

from gridctl.errors import Usage
from gridctl.words import Both, aside, listed, say

LONGEST_LINE = 200
LONGEST_PROSE = 20_000
_SHORTEST_BEGINNING = 2
LONGEST_KEY = 100  # a YAML key has at most 1024 characters, and a hidden one is written in ten
_PHONE = re.compile(r"[0-9+() -]{3,24}", re.ASCII)
_QUANTITY = re.compile(r"约?[0-9]+(?:\.[0-9]+)?[余多]?\S{0,20}", re.ASCII)


def line(name: str, text: str) -> str:
    """One line of at most 200 characters; `name` is the option or field it was given for."""
    _check(name, text, LONGEST_LINE)
    if "\n" in text or "\r" in text:
        raise Usage(
            say("{name} is one line.", name=say(name)),
            say("Longer text goes into --text or --note."),
        )
    return text


def prose(name: str, text: str) -> str:
    """Text of any number of lines, at most 20 000 characters."""
    _check(name, text, LONGEST_PROSE)
    return text


def _check(name: str, text: str, most: int) -> None:
    if not text.strip():
        raise Usage(say("{name} is empty.", name=say(name)), say("Write at least a word."))
    if len(text) > most:
        raise Usage(
            say(
                "{name} has {length} characters; at most {most} are taken.",
                name=say(name),
                length=len(text),
                most=most,
            ),
            say("Shorten it, or attach the whole as a file: --paper FILE"),
        )
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise Usage(
            say("{name} is not valid UTF-8 text.", name=say(name)),
            say("Check the encoding of the terminal or of the script."),
        )


def phone(name: str, text: str) -> str:
    """A phone number: digits with the usual signs, and nothing that could be a name."""
    if not _PHONE.fullmatch(text.strip()) or sum(char.isdigit() for char in text) < 3:
        raise Usage(
            say("{name} is a phone number, not “{given}”.", name=name, given=text),
            say("Digits, blanks, dashes, brackets and a + are taken."),
        )
    return text.strip()


def quantities(name: str, pairs: Iterable[str]) -> dict[str, str]:
    """`清理占道经营=30余处` and the like as a mapping, quantities kept as written."""
    found: dict[str, str] = {}
    for pair in pairs:
        what, equals, amount = pair.partition("=")
        if not equals or not what.strip() or not _QUANTITY.fullmatch(amount.strip()):
            raise Usage(
                say("{name} takes WHAT=QUANTITY, not “{given}”.", name=name, given=pair),
                say("For example 'stalls cleared=30'; the quantity begins with a number."),
            )
        if what.strip() in found:
            raise Usage(
                say("{name} names “{what}” twice.", name=name, what=what.strip()),
                say("Add the quantities up."),
            )
        _check(name, what.strip(), LONGEST_KEY)
        found[line(name, what.strip())] = amount.strip()
    return found


def parted(words: Iterable[str]) -> list[str]:
    """Words given one by one or with commas between, once each."""
    parts = (part.strip() for word in words for part in word.replace("，", ",").split(","))
    return list(dict.fromkeys(part for part in parts if part))


def key_of(word: str, table: Mapping[str, Both], name: str) -> str:
    """The key that a word names in a table of terms: the key itself, its label in either language,
    or the beginning that only one Chinese label has (黄牌 for 黄牌督办).
    """
    plain = word.strip()
    for key, label in table.items():
        if plain in (label.zh, label.en) or plain.lower() == key:
            return key
    begun = [key for key, label in table.items() if label.zh.startswith(plain)]
    if len(plain) >= _SHORTEST_BEGINNING and len(begun) == 1:
        return begun[0]
    from gridctl.domain.naming import closest

    keys = {label.zh: key for key, label in table.items()} | {key: key for key in table}
    shown = {key: aside(key, label) if str(label) != key else key for key, label in table.items()}
    near = [shown[keys[each]] for each in closest(plain, keys)[:1]]
    choices = listed(shown.values(), most=20)
    raise Usage(
        say("{name} cannot be “{word}”.", name=say(name), word=word),
        say("Did you mean {near}? One of: {choices}", near=near[0], choices=choices)
        if near
        else say("One of: {choices}", choices=choices),
    )
