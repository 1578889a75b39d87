"""Case tracker of a sub-district office: grid management in seven steps, kept as plain files in git."""
