"""The disposable cache: rows drawn from recorded files, kept by content, never an answer of their own."""
