"""The audit: what a history shows of cases, journals, settings and merges, one question a file."""
