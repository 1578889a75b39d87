"""The use cases: each brings files, rules and git together; nothing here prints."""
