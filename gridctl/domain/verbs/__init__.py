"""The verbs: one file each, with the event it records, its own guard, and what it moves."""
