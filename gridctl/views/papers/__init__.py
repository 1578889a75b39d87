"""Papers: the order, the reminder, the supervision order and the dossier, and their faces."""
