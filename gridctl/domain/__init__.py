"""The rules of the office, pure: cases, steps, rights, time and categories; nothing here reads or prints."""
