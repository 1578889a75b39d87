"""The commands: each parses its words, calls one use case, and shows one face."""
