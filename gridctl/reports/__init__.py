"""Questions over many cases, answered in counts and rates; no file, no face."""
