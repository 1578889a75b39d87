"""The ledger's files as bytes and text: YAML in and out, the work tree, what must stay outside git."""
