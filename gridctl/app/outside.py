"""Outside: the two folders of a ledger that hold what must not be in git."""

PRIVATE = "private"  # who reported, and what photos and papers were called
EVIDENCE = "evidence"  # the photos and papers themselves
FOLDERS = (PRIVATE, EVIDENCE)
