"""Text from files and calls made safe for a terminal: what is invisible or steers is written out."""

from functools import lru_cache

# Controls, the soft hyphen, zero-width and bidirectional marks, line separators, the byte order
# mark, lone surrogates, annotation and tag characters: all can hide or reorder what is read.
_STEERING = (
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),
)


def visible(text: str, *, keep: str = "") -> str:
    """`text` with every steering character written as its escape, but for those in `keep`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) if char not in keep else char for char in text)


@lru_cache(maxsize=1024)
def _shown(char: str) -> str:
    code = ord(char)
    if not any(first <= code <= last for first, last in _STEERING):
        return char
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
