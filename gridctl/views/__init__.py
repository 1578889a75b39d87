"""The faces of an answer: terminal, plain text, JSON; nothing here touches a file."""
