"""Edits of the settings by command: one file for each kind of thing, one function for each wish."""
