"""The git repository, through the git command alone."""
