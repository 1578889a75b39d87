"""Sizes: how large a file of the ledger may be, asked before it is loaded."""

LARGEST = 256 * 1024  # bytes of a case or journal file
LARGEST_SETTINGS = 1024 * 1024
