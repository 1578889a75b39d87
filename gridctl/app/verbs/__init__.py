"""The verbs on a desk: each turns the words of a wish into an event and places it."""
