"""The journal: what a person did that is no case, month by month, one line an entry."""
