"""From plain data to the domain's own shapes, strictly, and to JSON Schema."""
