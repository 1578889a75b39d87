"""Change terms: the words for what became of a case between two states."""

from gridctl.words import Both

CHANGES = {
    "new": Both("新增", "new"),
    "moved": Both("变动", "changed"),
    "closed": Both("办结", "closed"),
}
