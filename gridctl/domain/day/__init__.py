"""One person's day: what there is to do, part by part, one thing a line."""
