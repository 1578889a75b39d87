"""Settings files: which there are, and which of them a ledger may lack."""

GRIDS, STAFF = "grids.yaml", "staff.yaml"
CATALOGUE, CALENDAR = "catalogue.yaml", "calendar.yaml"
SCORING = "scoring.yaml"
REQUIRED = (GRIDS, STAFF)  # the two make a folder a ledger
# What is known by its version, and the rule that holds it to that.
VERSIONED = {CATALOGUE: "S06", SCORING: "A05"}
OPTIONAL = (CATALOGUE, CALENDAR, SCORING)
SETTINGS = (*REQUIRED, *OPTIONAL)
