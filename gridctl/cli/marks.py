"""The mark on words that are translated when they are printed, not where they stand."""


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for it
    """`text` itself; the mark lets the catalogue of translations find it."""
    return text
