"""Hidden: the one table of characters that cannot be seen or that steer what is shown, and how they are written out."""

from collections.abc import Iterable
from functools import cache

Range = tuple[int, int]

# What no YAML reader takes as it is, or takes for the end of a line: it never stands in a file raw.
NEVER_RAW: tuple[Range, ...] = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0x2028, 0x2029),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFFE, 0xFFFF),
)
LINE_END: Range = (0x0A, 0x0A)
# Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties: joiners, fillers, direction marks,
# variation selectors, tags; and the rest of the block Specials.
RANGES: tuple[Range, ...] = (
    *NEVER_RAW,
    (0x09, 0x09),
    LINE_END,
    (0xAD, 0xAD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFD),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
# Blanks that look like another: to be told apart in a file, and harmless on a terminal.
BLANKS: tuple[Range, ...] = ((0xA0, 0xA0), (0x202F, 0x202F), (0x205F, 0x205F))


def char_class(ranges: Iterable[Range]) -> str:
    """The ranges as a class of a regular expression."""
    return "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]"


def visible(text: str, *, keep: str = "") -> str:
    """`text` with every hidden character written as its escape, but for those in `keep`."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_escapes(keep))


def is_hidden(char: str) -> bool:
    """Whether a character stands in the table."""
    code = ord(char)
    return any(first <= code <= last for first, last in RANGES)


class _Escapes(dict[int, str]):
    """What every character is shown as, worked out when one is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = escaped(char) if is_hidden(char) else char
        return self[code]


@cache
def _escapes(keep: str) -> _Escapes:
    return _Escapes({ord(char): char for char in keep})


def escaped(char: str) -> str:
    """A character by its number, as in the escapes of Python and YAML."""
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
